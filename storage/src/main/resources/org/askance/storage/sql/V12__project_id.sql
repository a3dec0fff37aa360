-- What a person keeps about a project at their own computer is found again when its folder was moved or renamed.
PRAGMA user_version = 12;

INSERT INTO setting (key, value) VALUES ('id', lower(hex(randomblob(16))));
