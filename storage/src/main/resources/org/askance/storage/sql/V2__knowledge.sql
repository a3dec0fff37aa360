-- A second text of an example: what is written in its picture, as OCR read it. The network may attend to it.
PRAGMA user_version = 2;

ALTER TABLE example ADD COLUMN knowledge TEXT;
