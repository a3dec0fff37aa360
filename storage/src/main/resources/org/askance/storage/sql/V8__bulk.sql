-- Which acts were done to all that was selected at once, and from which split an example was moved.
PRAGMA user_version = 8;

ALTER TABLE event ADD COLUMN bulk INTEGER NOT NULL DEFAULT 0;  -- not looked at one by one
ALTER TABLE event ADD COLUMN former TEXT;                      -- in split: where it was until then; null before this version
