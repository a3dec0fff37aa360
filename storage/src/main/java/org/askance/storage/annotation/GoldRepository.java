package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// Examples whose right answer is agreed: annotators are measured by them, and told at once. Thread-safe.
public final class GoldRepository {

    private final Database database;

    public GoldRepository(Database database) {
        this.database = database;
    }

    /// @param labels right label by task; empty if the example is no gold one
    /// @param note   why, for those who answered otherwise; `null` for none
    public record Gold(Map<String, String> labels, @Nullable String note) {
        public Gold {
            labels = Map.copyOf(labels);
        }
    }

    /// Makes `example` a gold one with `labels`, instead of what it was.
    ///
    /// @param labels by task, at least one
    /// @throws IllegalArgumentException if a task or label is not the project's
    public void put(long example, Map<String, String> labels, @Nullable String note) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a gold example needs a label");
        }
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM gold WHERE example_id = ?", example);
            for (var label : labels.entrySet()) {
                if (Sql.update(connection, """
                        INSERT INTO gold (example_id, task_id, label_id, note)
                        SELECT ?, t.id, l.id, ? FROM task t JOIN label l ON l.task_id = t.id
                        WHERE t.name = ? AND l.name = ?
                        """, example, note, label.getKey(), label.getValue()) != 1) {
                    throw new IllegalArgumentException("no task " + label.getKey() + " with " + label.getValue());
                }
            }
            return labels.size();
        });
    }

    /// Makes each of `examples` a gold one with the labels that count for it now; one without any stays as it is.
    ///
    /// @return how many had labels
    public int putCounting(List<Long> examples) {
        return database.write(connection -> {
            int count = 0;
            for (long example : examples) {
                Sql.update(connection, """
                        DELETE FROM gold WHERE example_id = ?1
                            AND (EXISTS (SELECT 1 FROM current_label WHERE example_id = ?1)
                                OR EXISTS (SELECT 1 FROM given_label WHERE example_id = ?1))
                        """, example);
                count += Sql.update(connection, """
                        INSERT INTO gold (example_id, task_id, label_id)
                        SELECT example_id, task_id, label_id FROM current_label WHERE example_id = ?1
                        UNION ALL
                        SELECT example_id, task_id, label_id FROM given_label g WHERE example_id = ?1
                            AND NOT EXISTS (SELECT 1 FROM current_label c
                                WHERE c.example_id = g.example_id AND c.task_id = g.task_id)
                        """, example) > 0 ? 1 : 0;
            }
            return count;
        });
    }

    /// From now on it is an example like others.
    public void remove(long example) {
        database.write(connection -> Sql.update(connection, "DELETE FROM gold WHERE example_id = ?", example));
    }

    public Gold of(long example) {
        return database.read(connection -> read(connection, example));
    }

    private static Gold read(Connection connection, long example) throws SQLException {
        var labels = new LinkedHashMap<String, String>();
        String note = null;
        try (var query = connection.prepareStatement("""
                SELECT t.name, l.name, g.note FROM gold g JOIN task t ON t.id = g.task_id
                    JOIN label l ON l.id = g.label_id
                WHERE g.example_id = ? AND t.retired_at IS NULL AND l.retired_at IS NULL ORDER BY t.position
                """)) {
            query.setLong(1, example);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    labels.put(rows.getString(1), rows.getString(2));
                    note = rows.getString(3);
                }
            }
        }
        return new Gold(labels, note);
    }

    /// How an annotator did.
    ///
    /// @param right    gold examples answered as agreed, in every task that is agreed and asked
    /// @param answered gold examples answered in every such task
    public record Score(int right, int answered) {}

    /// How `annotator` did so far: theirs to know, and nobody else's. What was answered in bulk nobody judged pair by
    /// pair, so it counts neither way.
    public Score score(String annotator) {
        return score(annotator, Set.of());
    }

    /// The same where some tasks alone are asked.
    ///
    /// @param tasks their ids; empty for all
    public Score score(String annotator, Set<Long> tasks) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("""
                    WITH asked AS (
                        SELECT g.example_id, g.task_id, g.label_id
                        FROM gold g JOIN task t ON t.id = g.task_id JOIN label l ON l.id = g.label_id
                        WHERE t.retired_at IS NULL AND l.retired_at IS NULL
                            AND (?2 = '[]' OR t.id IN (SELECT value FROM json_each(?2))))
                    SELECT count(*), coalesce(sum(same), 0) FROM (
                        SELECT min(a.label_id = g.label_id) AS same
                        FROM annotator n JOIN annotator_label a ON a.annotator_id = n.id
                            JOIN asked g ON g.example_id = a.example_id AND g.task_id = a.task_id
                            JOIN event e ON e.id = a.event_id
                        WHERE n.name = ?1 AND NOT e.bulk GROUP BY g.example_id
                        HAVING count(*) = (SELECT count(*) FROM asked h WHERE h.example_id = g.example_id))
                    """)) {
                query.setString(1, annotator);
                query.setString(2, tasks.toString());
                try (var row = query.executeQuery()) {
                    return row.next() ? new Score(row.getInt(2), row.getInt(1)) : new Score(0, 0);
                }
            }
        });
    }

    public int count() {
        return database.read(connection -> (int) Sql.required(Sql.number(connection,
                "SELECT count(DISTINCT example_id) FROM gold")));
    }
}
