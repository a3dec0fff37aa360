package org.askance.storage.annotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// Reads events back.
final class Histories {

    private static final String SELECT = """
            SELECT e.id, e.gesture, e.kind, e.at, n.name, e.example_id, t.name, l.name, e.value, e.target,
                e.checkpoint_id, e.duration_ms, e.deciding, e.blind, e.queue, e.guideline,
                e.bulk, e.former,
                CASE WHEN e.target IS NULL THEN NOT EXISTS (SELECT 1 FROM undone u WHERE u.gesture = e.gesture)
                    ELSE e.id = (SELECT max(f.id) FROM event f WHERE f.target = e.target) END
            FROM event e JOIN annotator n ON n.id = e.annotator_id
                LEFT JOIN task t ON t.id = e.task_id LEFT JOIN label l ON l.id = e.label_id
            """;

    private final Database database;

    Histories(Database database) {
        this.database = database;
    }

    List<Event> ofExample(long example) {
        return list(SELECT + """
                WHERE e.example_id = ?1
                    OR e.target IN (SELECT gesture FROM event WHERE example_id = ?1) ORDER BY e.id
                """, example);
    }

    List<Event> ofAnnotator(String annotator, long before, int limit) {
        return list(SELECT + "WHERE n.name = ? AND e.id < ? ORDER BY e.id DESC LIMIT ?", annotator, before, limit);
    }

    List<Event> all(long after, int limit) {
        return list(SELECT + "WHERE e.id > ? ORDER BY e.id LIMIT ?", after, limit);
    }

    Marks marks(long example, String annotator) {
        return database.read(connection -> {
            Marks.Flag flag = null;
            var comments = new ArrayList<Marks.Comment>();
            try (var query = connection.prepareStatement("""
                    SELECT e.kind, n.name, e.value FROM event e JOIN annotator n ON n.id = e.annotator_id
                    WHERE e.example_id = ? AND e.kind IN ('flag', 'unflag', 'comment')
                        AND e.gesture NOT IN (SELECT gesture FROM undone) ORDER BY e.id
                    """)) {
                query.setLong(1, example);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        String by = rows.getString(2);
                        String value = rows.getString(3);
                        switch (EventKind.of(rows.getString(1))) {
                            case COMMENT -> comments.add(new Marks.Comment(by, value));
                            case FLAG -> flag = new Marks.Flag(by, value);
                            case UNFLAG -> flag = null;
                            case ANSWER, CLEAR, SKIP, SPLIT, GOLD, UNGOLD, UNDO, REDO -> {
                                // Not asked for.
                            }
                        }
                    }
                }
            }
            boolean skipped = Sql.number(connection, """
                    SELECT 1 FROM annotator_skip s JOIN annotator n ON n.id = s.annotator_id
                    WHERE s.example_id = ? AND n.name = ?
                    """, example, annotator) != null;
            return new Marks(flag, comments, skipped);
        });
    }

    private List<Event> list(String query, Object... arguments) {
        return database.read(connection -> {
            var events = new ArrayList<Event>();
            try (var statement = connection.prepareStatement(query)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        events.add(event(rows));
                    }
                }
            }
            return events;
        });
    }

    private static Event event(ResultSet row) throws SQLException {
        var took = number(row, 12);
        var guideline = number(row, 16);
        var circumstances = new Circumstances(number(row, 11), Duration.ofMillis(took == null ? 0 : took),
                row.getBoolean(13), row.getBoolean(14), row.getString(15),
                guideline == null ? null : guideline.intValue(), row.getBoolean(17));
        return new Event(row.getLong(1), row.getLong(2), EventKind.of(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)), row.getString(5), number(row, 6), row.getString(7),
                row.getString(8), row.getString(9), row.getString(18), number(row, 10), circumstances,
                row.getBoolean(19));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
