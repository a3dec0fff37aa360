package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What events amount to: tables `undone`, `annotator_label`, `current_label`, `annotator_skip`,
/// `example_state` and the split of moved examples. Always made from the events, by the statements below,
/// for some examples or for all. Inside a transaction of the caller's.
final class Derived {

    private static final String COUNTING = " AND gesture NOT IN (SELECT gesture FROM undone)";
    private static final String SOME = " IN (SELECT value FROM json_each(?))";

    /// The label itself, or the one that it has become part of.
    private static final String COUNTS_AS = "coalesce((SELECT merged_into FROM label WHERE id = label_id), label_id)";

    // SQLite takes the other columns from the row that has the maximum.
    private static final List<String> STATEMENTS = List.of(
            "DELETE FROM annotator_label WHERE example_id" + SOME,
            "DELETE FROM current_label WHERE example_id" + SOME,
            "DELETE FROM annotator_skip WHERE example_id" + SOME,
            "DELETE FROM example_state WHERE example_id" + SOME,
            """
                    INSERT INTO annotator_label (example_id, task_id, annotator_id, label_id, event_id)
                    SELECT example_id, task_id, annotator_id,\s""" + COUNTS_AS + """
                    , id FROM (
                        SELECT example_id, task_id, annotator_id, label_id, max(id) AS id FROM event
                        WHERE kind IN ('answer', 'clear') AND NOT deciding AND example_id""" + SOME + COUNTING + """
                         GROUP BY example_id, task_id, annotator_id)
                    WHERE label_id IS NOT NULL
                    """,
            """
                    INSERT INTO current_label (example_id, task_id, label_id, event_id, decided)
                    SELECT example_id, task_id,\s""" + COUNTS_AS + """
                    , id, 1 FROM (
                        SELECT example_id, task_id, label_id, max(id) AS id FROM event
                        WHERE kind IN ('answer', 'clear') AND deciding AND example_id""" + SOME + COUNTING + """
                         GROUP BY example_id, task_id)
                    WHERE label_id IS NOT NULL
                    """,
            """
                    INSERT INTO current_label (example_id, task_id, label_id, event_id, decided)
                    SELECT example_id, task_id, label_id, max(event_id), 0 FROM annotator_label
                    WHERE example_id""" + SOME + " GROUP BY example_id, task_id ON CONFLICT DO NOTHING",
            """
                    INSERT INTO annotator_skip (example_id, annotator_id, event_id)
                    SELECT example_id, annotator_id, id FROM (
                        SELECT example_id, annotator_id, kind, max(id) AS id FROM event
                        WHERE kind IN ('answer', 'clear', 'skip') AND example_id""" + SOME + COUNTING + """
                         GROUP BY example_id, annotator_id)
                    WHERE kind = 'skip'
                    """,
            """
                    INSERT INTO example_state (example_id, annotators, disputed, flagged, comments, skips)
                    SELECT * FROM (
                        SELECT x.value AS id,
                            (SELECT count(DISTINCT annotator_id) FROM annotator_label WHERE example_id = x.value)
                                AS annotators,
                            EXISTS (SELECT 1 FROM annotator_label WHERE example_id = x.value
                                GROUP BY task_id HAVING min(label_id) <> max(label_id)) AS disputed,
                            coalesce((SELECT kind = 'flag' FROM event WHERE example_id = x.value
                                AND kind IN ('flag', 'unflag')""" + COUNTING + """
                                 ORDER BY id DESC LIMIT 1), 0) AS flagged,
                            (SELECT count(*) FROM event WHERE example_id = x.value AND kind = 'comment'"""
                    + COUNTING + """
                            ) AS comments,
                            (SELECT count(*) FROM annotator_skip WHERE example_id = x.value) AS skips
                        FROM json_each(?) x)
                    WHERE annotators + disputed + flagged + comments + skips > 0
                    """,
            """
                    UPDATE example SET split = coalesce(
                        (SELECT value FROM event WHERE example_id = example.id AND kind = 'split'""" + COUNTING + """
                         ORDER BY event.id DESC LIMIT 1), given_split)
                    WHERE given_split IS NOT NULL AND id""" + SOME);

    private Derived() {}

    /// Makes what belongs to `examples` anew; all undos and redos must be noted already.
    static void rebuild(Connection connection, Collection<Long> examples) throws SQLException {
        String json = examples.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        for (String sql : STATEMENTS) {
            Sql.update(connection, sql, json);
        }
    }

    /// Makes everything anew.
    static void rebuildAll(Connection connection) throws SQLException {
        for (String table : List.of("annotator_label", "current_label", "annotator_skip", "example_state",
                "undone")) {
            Sql.update(connection, "DELETE FROM " + table);
        }
        Sql.update(connection, """
                INSERT INTO undone (gesture, annotator_id, event_id)
                SELECT target, annotator_id, id FROM (
                    SELECT target, annotator_id, kind, max(id) AS id FROM event WHERE target IS NOT NULL
                    GROUP BY target)
                WHERE kind = 'undo'
                """);
        rebuild(connection, examples(connection, "SELECT DISTINCT example_id FROM event WHERE example_id IS NOT NULL"));
    }

    static void undone(Connection connection, long gesture, long annotator, long event) throws SQLException {
        Sql.update(connection, "INSERT INTO undone (gesture, annotator_id, event_id) VALUES (?, ?, ?)", gesture,
                annotator, event);
    }

    static void redone(Connection connection, long gesture) throws SQLException {
        Sql.update(connection, "DELETE FROM undone WHERE gesture = ?", gesture);
    }

    /// The examples that a gesture is about, in the order of its rows.
    static List<Long> touchedBy(Connection connection, long gesture) throws SQLException {
        return examples(connection,
                "SELECT example_id FROM event WHERE gesture = " + gesture + " GROUP BY example_id ORDER BY min(id)");
    }

    private static List<Long> examples(Connection connection, String query) throws SQLException {
        var examples = new java.util.ArrayList<Long>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                examples.add(rows.getLong(1));
            }
        }
        return examples;
    }
}
