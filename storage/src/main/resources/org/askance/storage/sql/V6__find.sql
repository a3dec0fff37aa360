-- What finding among a million pairs needs.
PRAGMA user_version = 6;

-- Rises with every transaction that changes what can be found: caches and other processes see that they are old.
CREATE TABLE revision (number INTEGER NOT NULL);
INSERT INTO revision VALUES (1);

-- Which word stands where: the full-text index, read as a table; holds nothing itself.
CREATE VIRTUAL TABLE example_word USING fts5vocab (example_text, instance);

-- Duplicates, and the reasons of flags, without a scan.
CREATE INDEX example_image_hash ON example (image_hash) WHERE image_hash IS NOT NULL;
CREATE INDEX example_text_hash ON example (text_hash) WHERE text_hash IS NOT NULL;
CREATE INDEX event_flag ON event (value) WHERE kind = 'flag';
