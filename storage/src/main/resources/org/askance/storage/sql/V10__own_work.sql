-- An annotator looks at their own day and week while they answer: without an index by time every look would read all
-- that they ever did.
PRAGMA user_version = 10;

CREATE INDEX event_own ON event (annotator_id, at) WHERE kind = 'answer' AND queue IS NOT NULL AND NOT deciding;
