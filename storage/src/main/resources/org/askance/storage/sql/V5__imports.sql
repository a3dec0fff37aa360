-- What imports need: how an example was before an import changed it, what is worth knowing of its picture, and
-- checkpoints of other programs, which have predictions here but no folder to open.
PRAGMA user_version = 5;

CREATE TABLE former_value (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    example_id INTEGER NOT NULL REFERENCES example,
    field      TEXT NOT NULL,             -- text, knowledge, image, split, or a task's name after "label:"
    value      TEXT,                      -- null: there was none
    source_id  INTEGER REFERENCES source, -- the import that changed it
    changed_at INTEGER NOT NULL
);
CREATE INDEX former_value_example ON former_value (example_id);

ALTER TABLE example ADD COLUMN image_note TEXT;  -- animated, called otherwise than it is, cut short: a sentence

ALTER TABLE checkpoint ADD COLUMN outside INTEGER NOT NULL DEFAULT 0;

CREATE INDEX source_hash ON source (hash);
CREATE INDEX example_source ON example (source_id);

-- A changed text is found by its new words.
CREATE TRIGGER example_text_update AFTER UPDATE OF text ON example WHEN old.text <> new.text BEGIN
    INSERT INTO example_text (example_text, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO example_text (rowid, text) VALUES (new.id, new.text);
END;
