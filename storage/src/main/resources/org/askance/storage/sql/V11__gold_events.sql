-- Pairs are made gold, or ordinary again, as one step that is taken back like any other. The table's rows stay as they
-- are: only what it lets in is another, so its text is changed where it stands.
PRAGMA user_version = 11;

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''split'', ''undo''', '''split'', ''gold'', ''ungold'', ''undo''')
WHERE type = 'table' AND name = 'event';
PRAGMA writable_schema = RESET;
