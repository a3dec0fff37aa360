package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;

/// Finds what an annotator would take back or bring back next: one history, wherever it is asked from.
final class Gestures {

    private Gestures() {}

    /// The latest gesture of the annotator's that still counts; `null` if none does.
    static @Nullable Long undoable(Connection connection, long annotator) throws SQLException {
        return Sql.number(connection, """
                SELECT gesture FROM event WHERE annotator_id = ? AND target IS NULL
                    AND gesture NOT IN (SELECT gesture FROM undone)
                ORDER BY id DESC LIMIT 1
                """, annotator);
    }

    /// `gesture`, if it is the annotator's and still counts.
    static @Nullable Long undoable(Connection connection, long annotator, long gesture) throws SQLException {
        return Sql.number(connection, """
                SELECT gesture FROM event WHERE annotator_id = ? AND gesture = ? AND target IS NULL
                    AND gesture NOT IN (SELECT gesture FROM undone) LIMIT 1
                """, annotator, gesture);
    }

    /// What the annotator took back last, unless they have done something new since.
    static @Nullable Long redoable(Connection connection, long annotator) throws SQLException {
        return Sql.number(connection, """
                SELECT gesture FROM undone WHERE annotator_id = ?1 AND event_id > coalesce(
                    (SELECT id FROM event WHERE annotator_id = ?1 AND target IS NULL ORDER BY id DESC LIMIT 1), 0)
                ORDER BY event_id DESC LIMIT 1
                """, annotator);
    }

    /// What a gesture did. The first of its examples tells: all had the same done to them, or labels of their own.
    static Gesture read(Connection connection, long gesture) throws SQLException {
        int examples = (int) Sql.required(Sql.number(connection,
                "SELECT count(DISTINCT example_id) FROM event WHERE gesture = ?", gesture));
        try (var query = connection.prepareStatement("""
                SELECT e.kind, t.name, l.name, e.value, e.bulk, e.example_id FROM event e
                    LEFT JOIN task t ON t.id = e.task_id LEFT JOIN label l ON l.id = e.label_id
                WHERE e.gesture = ?1 AND e.example_id =
                    (SELECT example_id FROM event WHERE gesture = ?1 ORDER BY id LIMIT 1)
                """)) {
            query.setLong(1, gesture);
            try (var rows = query.executeQuery()) {
                return read(rows, gesture, examples, examples > 1 && isMixed(connection, gesture, examples));
            }
        }
    }

    /// Whether not every example was given what the first was.
    private static boolean isMixed(Connection connection, long gesture, int examples) throws SQLException {
        try (var query = connection.prepareStatement("""
                WITH first AS (SELECT label_id FROM event WHERE gesture = ?1 AND kind = 'answer' AND example_id =
                    (SELECT example_id FROM event WHERE gesture = ?1 ORDER BY id LIMIT 1))
                SELECT count(*), coalesce(sum(label_id IN first), 0), (SELECT count(*) FROM first) FROM event
                WHERE gesture = ?1 AND kind = 'answer'
                """)) {
            query.setLong(1, gesture);
            try (var row = query.executeQuery()) {
                row.next();
                long answers = row.getLong(1);
                return answers > 0 && (row.getLong(2) != answers || answers != examples * row.getLong(3));
            }
        }
    }

    private static Gesture read(ResultSet rows, long gesture, int examples, boolean mixed) throws SQLException {
        var labels = new LinkedHashMap<String, String>();
        var cleared = new HashSet<String>();
        Act other = null;
        long first = 0;
        boolean bulk = false;
        while (rows.next()) {
            String value = rows.getString(4);
            switch (EventKind.of(rows.getString(1))) {
                case ANSWER -> labels.put(rows.getString(2), rows.getString(3));
                case CLEAR -> cleared.add(rows.getString(2));
                case SKIP -> other = new Act.Skip();
                case FLAG -> other = new Act.Flag(value);
                case UNFLAG -> other = new Act.Unflag();
                case COMMENT -> other = new Act.Comment(value);
                case SPLIT -> other = new Act.Move(Split.of(value));
                case GOLD -> other = new Act.Gold();
                case UNGOLD -> other = new Act.Ungold();
                case UNDO, REDO -> {
                    // They are about no example.
                }
            }
            bulk = rows.getBoolean(5);
            first = rows.getLong(6);
        }
        var act = !labels.isEmpty() ? new Act.Label(labels) : !cleared.isEmpty() ? new Act.Clear(cleared) : other;
        return new Gesture(gesture, Objects.requireNonNull(act), first, examples, bulk, mixed);
    }
}
