-- Who changed which task or label, and when; every edit can be taken back. A label may have become part of another.
PRAGMA user_version = 9;

ALTER TABLE label ADD COLUMN merged_into INTEGER REFERENCES label;   -- what its answers count as; null: itself

-- Never changed and never deleted, as events are. Order is by id.
CREATE TABLE task_edit (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    at           INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL REFERENCES annotator,
    action       TEXT NOT NULL,        -- what was done: rename_label, merge_label, …, undo, redo
    task         TEXT,                 -- as it was called then
    label        TEXT,
    value        TEXT,                 -- the new name, key or colour, or the label merged into
    target       INTEGER REFERENCES task_edit,   -- the edit that undo takes back and redo brings back
    CHECK ((action IN ('undo', 'redo')) = (target IS NOT NULL))
);

-- The rows of task, label and former_name that an edit changed, as JSON before and after; null: there was none.
CREATE TABLE task_edit_row (
    edit_id INTEGER NOT NULL REFERENCES task_edit,
    place   TEXT NOT NULL CHECK (place IN ('task', 'label', 'former_name')),
    row_id  INTEGER NOT NULL,
    before  TEXT,
    after   TEXT,
    PRIMARY KEY (edit_id, place, row_id)
) WITHOUT ROWID;

-- Which given labels and gold pairs were a label's before it became part of another: they can go back.
CREATE TABLE merged_label (
    label_id   INTEGER NOT NULL REFERENCES label,
    place      TEXT NOT NULL CHECK (place IN ('given_label', 'gold')),
    example_id INTEGER NOT NULL REFERENCES example,
    PRIMARY KEY (label_id, place, example_id)
) WITHOUT ROWID;
