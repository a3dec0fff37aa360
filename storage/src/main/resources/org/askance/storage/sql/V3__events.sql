-- Everything annotators did, as events; tasks and labels that change without losing history; what imports,
-- queues, guidelines and gold pairs need.
PRAGMA user_version = 3;

CREATE TABLE annotator (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
);
INSERT INTO annotator (name, created_at) SELECT annotator, min(answered_at) FROM annotation GROUP BY annotator ORDER BY min(id);

ALTER TABLE task ADD COLUMN retired_at INTEGER;    -- no longer asked; its history stays
ALTER TABLE label ADD COLUMN colour TEXT;          -- #rrggbb; null: the theme's
ALTER TABLE label ADD COLUMN retired_at INTEGER;

CREATE TABLE source (
    id          INTEGER PRIMARY KEY,
    path        TEXT NOT NULL,         -- file or folder, as it was chosen
    format      TEXT NOT NULL,
    hash        TEXT,                  -- SHA-256 of the file, or of a folder's table
    mapping     TEXT,                  -- JSON: which column was read as what
    imported_at INTEGER NOT NULL
);

ALTER TABLE example ADD COLUMN image_phash INTEGER;  -- perceptual, 64 bits: near pictures differ in few
ALTER TABLE example ADD COLUMN text_hash INTEGER;    -- of the text without case, marks and spaces
ALTER TABLE example ADD COLUMN source_id INTEGER REFERENCES source;
ALTER TABLE example ADD COLUMN given_split TEXT;     -- as imported, once an event has moved the example

-- An example's pictures after its first, which stands in example.
CREATE TABLE more_image (
    example_id INTEGER NOT NULL REFERENCES example,
    position   INTEGER NOT NULL CHECK (position >= 1),
    image      TEXT NOT NULL,
    image_hash TEXT,
    problem    TEXT,
    PRIMARY KEY (example_id, position)
) WITHOUT ROWID;

-- Everything ever done by an annotator, never changed and never deleted. Order is by id: clocks go back.
-- Rows of one keypress, or of one action on many examples, share a gesture, which is undone as a whole.
CREATE TABLE event (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    gesture       INTEGER NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN
        ('answer', 'clear', 'skip', 'flag', 'unflag', 'comment', 'split', 'undo', 'redo')),
    at            INTEGER NOT NULL,
    annotator_id  INTEGER NOT NULL REFERENCES annotator,
    example_id    INTEGER REFERENCES example,        -- null in undo and redo
    task_id       INTEGER REFERENCES task,           -- in answer and clear
    label_id      INTEGER REFERENCES label,          -- in answer
    value         TEXT,                              -- the comment, the flag's reason, the new split
    target        INTEGER,                           -- the gesture that undo takes back and redo brings back
    checkpoint_id INTEGER,                           -- whose prediction was on screen
    duration_ms   INTEGER,                           -- from shown to answered
    deciding      INTEGER NOT NULL DEFAULT 0,        -- settles what annotators disagree about
    blind         INTEGER NOT NULL DEFAULT 0,        -- neither predictions nor others' answers were on screen
    queue         TEXT,                              -- the queue that asked
    guideline     INTEGER,                           -- version of the guideline then in force
    CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL)),
    CHECK ((kind IN ('undo', 'redo')) = (example_id IS NULL)),
    CHECK ((kind = 'answer') = (label_id IS NOT NULL)),
    CHECK ((kind IN ('answer', 'clear')) = (task_id IS NOT NULL))
);

INSERT INTO event (id, gesture, kind, at, annotator_id, example_id, task_id, label_id, checkpoint_id, duration_ms)
SELECT a.id, a.gesture, 'answer', a.answered_at, n.id, a.example_id, a.task_id, a.label_id, a.checkpoint_id, a.duration_ms
FROM annotation a JOIN annotator n ON n.name = a.annotator WHERE a.label_id IS NOT NULL;

INSERT INTO event (id, gesture, kind, at, annotator_id, target)
SELECT min(u.id), u.gesture, 'undo', u.answered_at, n.id, a.gesture
FROM annotation u JOIN annotation a ON a.id = u.undoes JOIN annotator n ON n.name = u.annotator
GROUP BY u.gesture, a.gesture;

CREATE INDEX event_example ON event (example_id, task_id);
CREATE INDEX event_gesture ON event (gesture);
CREATE INDEX event_annotator ON event (annotator_id, id);
CREATE INDEX event_target ON event (target) WHERE target IS NOT NULL;

DROP TABLE current_label;
DROP TABLE annotation;

-- Derived: gestures that do not count now, because the last undo or redo about them is an undo.
CREATE TABLE undone (
    gesture      INTEGER PRIMARY KEY,
    annotator_id INTEGER NOT NULL REFERENCES annotator,
    event_id     INTEGER NOT NULL REFERENCES event   -- the undo
);
INSERT INTO undone SELECT target, annotator_id, max(id) FROM event WHERE kind = 'undo' GROUP BY target;

-- Derived: the answer of each annotator that counts; deciding ones are no annotator's own.
CREATE TABLE annotator_label (
    example_id   INTEGER NOT NULL REFERENCES example,
    task_id      INTEGER NOT NULL REFERENCES task,
    annotator_id INTEGER NOT NULL REFERENCES annotator,
    label_id     INTEGER NOT NULL REFERENCES label,
    event_id     INTEGER NOT NULL REFERENCES event,
    PRIMARY KEY (example_id, task_id, annotator_id)
) WITHOUT ROWID;
INSERT INTO annotator_label (example_id, task_id, annotator_id, label_id, event_id)
SELECT example_id, task_id, annotator_id, label_id, max(id) FROM event
WHERE kind = 'answer' AND gesture NOT IN (SELECT gesture FROM undone) GROUP BY example_id, task_id, annotator_id;

-- Derived: what counts: the latest deciding answer, else the latest of all annotators.
CREATE TABLE current_label (
    example_id INTEGER NOT NULL REFERENCES example,
    task_id    INTEGER NOT NULL REFERENCES task,
    label_id   INTEGER NOT NULL REFERENCES label,
    event_id   INTEGER NOT NULL REFERENCES event,
    decided    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (example_id, task_id)
) WITHOUT ROWID;
INSERT INTO current_label (example_id, task_id, label_id, event_id)
SELECT example_id, task_id, label_id, max(event_id) FROM annotator_label GROUP BY example_id, task_id;

-- Derived: whose latest word on an example is that they skipped it.
CREATE TABLE annotator_skip (
    example_id   INTEGER NOT NULL REFERENCES example,
    annotator_id INTEGER NOT NULL REFERENCES annotator,
    event_id     INTEGER NOT NULL REFERENCES event,
    PRIMARY KEY (example_id, annotator_id)
) WITHOUT ROWID;

-- Derived: what events say about an example as a whole; one without a row has none of it.
CREATE TABLE example_state (
    example_id INTEGER PRIMARY KEY REFERENCES example,
    annotators INTEGER NOT NULL,       -- how many have an answer that counts
    disputed   INTEGER NOT NULL,       -- 1: annotators disagree in some task
    flagged    INTEGER NOT NULL,       -- 1: the latest of flag and unflag is a flag
    comments   INTEGER NOT NULL,
    skips      INTEGER NOT NULL
);
INSERT INTO example_state (example_id, annotators, disputed, flagged, comments, skips)
SELECT example_id, count(DISTINCT annotator_id),
    EXISTS (SELECT 1 FROM annotator_label b WHERE b.example_id = a.example_id
            GROUP BY b.task_id HAVING min(b.label_id) <> max(b.label_id)), 0, 0, 0
FROM annotator_label a GROUP BY example_id;

CREATE TABLE saved_query (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    query      TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE guideline (
    version INTEGER PRIMARY KEY,
    text    TEXT NOT NULL,
    at      INTEGER NOT NULL
);

-- Where an annotator stands in a queue.
CREATE TABLE queue_place (
    annotator_id INTEGER NOT NULL REFERENCES annotator,
    queue        TEXT NOT NULL,
    example_id   INTEGER REFERENCES example,
    place        TEXT,                 -- JSON: what the queue needs to go on
    PRIMARY KEY (annotator_id, queue)
) WITHOUT ROWID;

-- Pairs whose right answer is agreed, to measure annotators by.
CREATE TABLE gold (
    example_id INTEGER NOT NULL REFERENCES example,
    task_id    INTEGER NOT NULL REFERENCES task,
    label_id   INTEGER NOT NULL REFERENCES label,
    note       TEXT,
    PRIMARY KEY (example_id, task_id)
) WITHOUT ROWID;
