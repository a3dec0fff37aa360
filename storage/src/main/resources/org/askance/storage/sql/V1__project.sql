-- The first schema. Derived columns and tables say so; all others are what people or files gave us.
PRAGMA application_id = 1095977795;
PRAGMA user_version = 1;

CREATE TABLE example (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,   -- the dataset's own id; ids above 2^53 stay text
    text        TEXT NOT NULL,
    image       TEXT,                   -- path as imported; relative ones start at the project folder
    image_hash  TEXT,                   -- SHA-256 of the file, by which a moved one is found
    split       TEXT NOT NULL CHECK (split IN ('train', 'validation', 'test', 'none')),
    problem     TEXT,                   -- why the image cannot be used, as a sentence
    imported_at INTEGER NOT NULL        -- ms since 1970, UTC, as all times here
);
CREATE INDEX example_split ON example (split);

CREATE TABLE task (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL
);

CREATE TABLE label (
    id       INTEGER PRIMARY KEY,
    task_id  INTEGER NOT NULL REFERENCES task,
    name     TEXT NOT NULL,
    key      TEXT NOT NULL,             -- on the keyboard
    position INTEGER NOT NULL,
    UNIQUE (task_id, name)
);

-- What the dataset came with.
CREATE TABLE given_label (
    example_id INTEGER NOT NULL REFERENCES example,
    task_id    INTEGER NOT NULL REFERENCES task,
    label_id   INTEGER NOT NULL REFERENCES label,
    PRIMARY KEY (example_id, task_id)
) WITHOUT ROWID;
CREATE INDEX given_label_label ON given_label (label_id);

-- Every answer ever, never changed. Rows of one keypress share a gesture. An undo is a row of its own,
-- which names the row it takes back.
CREATE TABLE annotation (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    gesture     INTEGER NOT NULL,
    example_id  INTEGER NOT NULL REFERENCES example,
    task_id     INTEGER NOT NULL REFERENCES task,
    label_id    INTEGER REFERENCES label,          -- null in an undo
    undoes      INTEGER UNIQUE REFERENCES annotation,
    annotator   TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    checkpoint_id INTEGER,                         -- whose prediction was on screen
    duration_ms INTEGER                            -- from shown to answered
);
CREATE INDEX annotation_example ON annotation (example_id, task_id);
CREATE INDEX annotation_gesture ON annotation (annotator, gesture);

-- Derived: the latest answer that was not undone.
CREATE TABLE current_label (
    example_id    INTEGER NOT NULL REFERENCES example,
    task_id       INTEGER NOT NULL REFERENCES task,
    label_id      INTEGER NOT NULL REFERENCES label,
    annotation_id INTEGER NOT NULL REFERENCES annotation,
    PRIMARY KEY (example_id, task_id)
) WITHOUT ROWID;

CREATE TABLE checkpoint (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    folder     TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    parent_id  INTEGER REFERENCES checkpoint,
    current    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE run (
    id              INTEGER PRIMARY KEY,
    plan            TEXT NOT NULL,      -- JSON
    seed            INTEGER NOT NULL,
    dataset_hash    TEXT NOT NULL,
    program_version TEXT NOT NULL,
    device          TEXT NOT NULL,
    started_at      INTEGER NOT NULL,
    ended_at        INTEGER,
    state           TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'failed')),
    checkpoint_id   INTEGER REFERENCES checkpoint
);

CREATE TABLE metric (
    checkpoint_id INTEGER NOT NULL REFERENCES checkpoint,
    split         TEXT NOT NULL,
    name          TEXT NOT NULL,
    value         REAL NOT NULL,
    PRIMARY KEY (checkpoint_id, split, name)
) WITHOUT ROWID;

-- Derived: can be computed again from checkpoint and example.
CREATE TABLE prediction (
    checkpoint_id INTEGER NOT NULL REFERENCES checkpoint,
    example_id    INTEGER NOT NULL REFERENCES example,
    task_id       INTEGER NOT NULL REFERENCES task,
    label_id      INTEGER NOT NULL REFERENCES label,  -- the likeliest
    confidence    REAL NOT NULL,
    probabilities TEXT NOT NULL,                      -- JSON, in the labels' order
    PRIMARY KEY (checkpoint_id, example_id, task_id)
) WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE example_text USING fts5 (
    text, content = 'example', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER example_text_insert AFTER INSERT ON example BEGIN
    INSERT INTO example_text (rowid, text) VALUES (new.id, new.text);
END;
