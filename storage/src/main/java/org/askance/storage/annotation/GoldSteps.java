package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Changes which examples are gold as events say, and back. Unlike labels, table `gold` is not derived from events: a
/// dialog and imports write it too. So an event keeps what an example was gold with before and after, as JSON. Inside
/// a transaction of the caller's.
final class GoldSteps {

    private static final String AS_JSON = "json_group_array(json_object('task', task_id, 'label', label_id, 'note', note))";

    /// What example `?5` is gold with.
    static final String HELD = "(SELECT " + AS_JSON
            + " FROM (SELECT task_id, label_id, note FROM gold WHERE example_id = ?5 ORDER BY task_id))";

    /// What example `?5` would be gold with: the same as now if it is, or if nothing could be agreed.
    static final String OFFERED = "CASE WHEN EXISTS (SELECT 1 FROM gold WHERE example_id = ?5) THEN " + HELD
            + " ELSE (SELECT " + AS_JSON + " FROM (" + counting("?5") + ")) END";

    private GoldSteps() {}

    /// By task of example `id`, an SQL expression: the label that counts, unless annotators disagree about it and
    /// nobody decided.
    static String counting(String id) {
        return """
                SELECT t.id AS task_id, l.id AS label_id, NULL AS note FROM task t JOIN label l ON l.id = coalesce(
                    (SELECT label_id FROM current_label WHERE example_id = %1$s AND task_id = t.id),
                    (SELECT label_id FROM given_label WHERE example_id = %1$s AND task_id = t.id))
                WHERE t.retired_at IS NULL AND l.retired_at IS NULL AND (
                    EXISTS (SELECT 1 FROM current_label WHERE example_id = %1$s AND task_id = t.id AND decided)
                    OR (SELECT count(DISTINCT label_id) FROM annotator_label
                        WHERE example_id = %1$s AND task_id = t.id) < 2)
                ORDER BY t.id
                """.formatted(id);
    }

    /// Whether `gesture` is about gold.
    static boolean isOne(Connection connection, long gesture) throws SQLException {
        return Long.valueOf(1).equals(Sql.number(connection,
                "SELECT kind IN ('gold', 'ungold') FROM event WHERE gesture = ? LIMIT 1", gesture));
    }

    /// Does what the gesture's events say to `examples`.
    static void apply(Connection connection, long gesture, Collection<Long> examples) throws SQLException {
        put(connection, gesture, examples, "former", "value");
    }

    /// Takes it back. What someone changed since stays as they left it.
    static void takeBack(Connection connection, long gesture, Collection<Long> examples) throws SQLException {
        put(connection, gesture, examples, "value", "former");
    }

    private static void put(Connection connection, long gesture, Collection<Long> examples, String from, String to)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO gold (example_id, task_id, label_id, note)
                SELECT ?1, j.value ->> 'task', coalesce(l.merged_into, l.id), j.value ->> 'note'
                FROM json_each(?2) j JOIN label l ON l.id = j.value ->> 'label'
                """)) {
            for (var change : changes(connection, gesture, examples, from, to)) {
                Sql.update(connection, "DELETE FROM gold WHERE example_id = ?", change.example);
                insert.setLong(1, change.example);
                insert.setString(2, change.labels);
                insert.executeUpdate();
            }
        }
    }

    private record Change(long example, String labels) {}

    private static List<Change> changes(Connection connection, long gesture, Collection<Long> examples,
            String from, String to) throws SQLException {
        var changes = new ArrayList<Change>();
        try (var query = connection.prepareStatement("SELECT example_id, " + to
                + " FROM event WHERE example_id IN (SELECT value FROM json_each(?2)) AND +gesture = ?1"
                + " AND value <> former AND " + from + " = " + HELD.replace("?5", "event.example_id"))) {
            query.setLong(1, gesture);
            query.setString(2, examples.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    changes.add(new Change(rows.getLong(1), rows.getString(2)));
                }
            }
        }
        return changes;
    }
}
