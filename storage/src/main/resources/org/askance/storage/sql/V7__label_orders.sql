-- Which labels stored probabilities stand for, whatever becomes of the task; and how networks that were trained
-- before a task or label was renamed still call it.
PRAGMA user_version = 7;

CREATE TABLE label_order (
    id            INTEGER PRIMARY KEY,
    checkpoint_id INTEGER NOT NULL REFERENCES checkpoint,
    task_id       INTEGER NOT NULL REFERENCES task,
    labels        TEXT NOT NULL,              -- JSON: ids in table label, one per probability
    UNIQUE (checkpoint_id, task_id, labels)
);
ALTER TABLE prediction ADD COLUMN label_order_id INTEGER REFERENCES label_order;

-- Until now probabilities were stored only where they were as many as the task had labels, retired ones included.
-- Labels are never deleted and new ones come last: n probabilities stand for the first n.
CREATE TEMP TABLE former_order AS
SELECT checkpoint_id, task_id, size, (SELECT json_group_array(id) FROM (
    SELECT l.id FROM label l WHERE l.task_id = p.task_id AND p.size >
        (SELECT count(*) FROM label b WHERE b.task_id = l.task_id AND b.position < l.position)
    ORDER BY l.position)) AS labels
FROM (SELECT DISTINCT checkpoint_id, task_id, json_array_length(probabilities) AS size FROM prediction) p;
INSERT INTO label_order (checkpoint_id, task_id, labels) SELECT checkpoint_id, task_id, labels FROM former_order;
UPDATE prediction SET label_order_id = (
    SELECT o.id FROM former_order f JOIN label_order o USING (checkpoint_id, task_id, labels)
    WHERE f.checkpoint_id = prediction.checkpoint_id AND f.task_id = prediction.task_id
        AND f.size = json_array_length(prediction.probabilities));
DROP TABLE former_order;

CREATE TABLE former_name (
    id       INTEGER PRIMARY KEY,             -- the order of renamings
    task_id  INTEGER NOT NULL REFERENCES task,
    label_id INTEGER REFERENCES label,        -- null: the task's own
    name     TEXT NOT NULL
);
