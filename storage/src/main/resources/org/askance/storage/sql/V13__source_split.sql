-- What becomes of imports is told when the same is imported again; that of before this version is not known.
-- The split that a source names is kept where an import puts the pair into another: nothing that a source says is lost,
-- and importing again can tell a change of the source from what this program did.
PRAGMA user_version = 13;

ALTER TABLE example ADD COLUMN source_split TEXT;   -- where the source has it; null: where it was imported to

ALTER TABLE source ADD COLUMN ended TEXT;     -- done, stopped, failed; null: it was killed, or is older
ALTER TABLE source ADD COLUMN failure TEXT;   -- why it failed, as a sentence
