package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.askance.storage.sql.Database;

/// Reads what several annotators answered: to measure how far they agree, and to settle where they do not.
/// Thread-safe.
public final class AgreementRepository {

    private final Database database;

    public AgreementRepository(Database database) {
        this.database = database;
    }

    /// Answers that count in each task, in the tasks' order; deciding ones are nobody's own and left out.
    public List<Ratings> ratings() {
        return database.readSnapshot(connection -> {
            var all = new ArrayList<Ratings>();
            var tasks = new LinkedHashMap<Long, String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT id, name FROM task WHERE retired_at IS NULL ORDER BY position, id")) {
                while (rows.next()) {
                    tasks.put(rows.getLong(1), rows.getString(2));
                }
            }
            for (var task : tasks.entrySet()) {
                all.add(ratings(connection, task.getKey(), task.getValue()));
            }
            return all;
        });
    }

    private static Ratings ratings(Connection connection, long task, String name) throws SQLException {
        var labels = named(connection, "SELECT id, name FROM label WHERE task_id = ? ORDER BY position", task);
        var annotators = named(connection, """
                SELECT id, name FROM annotator
                WHERE id IN (SELECT annotator_id FROM annotator_label WHERE task_id = ?) ORDER BY id
                """, task);
        var labelIndex = new ArrayList<>(labels.keySet());
        var annotatorIndex = new ArrayList<>(annotators.keySet());
        var answers = new TreeMap<Long, int[]>();
        try (var query = connection.prepareStatement(
                "SELECT example_id, annotator_id, label_id FROM annotator_label WHERE task_id = ?")) {
            query.setLong(1, task);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    answers.computeIfAbsent(rows.getLong(1), _ -> none(annotators.size()))[annotatorIndex
                            .indexOf(rows.getLong(2))] = labelIndex.indexOf(rows.getLong(3));
                }
            }
        }
        return new Ratings(name, answers.keySet().stream().mapToLong(Long::longValue).toArray(),
                List.copyOf(annotators.values()), List.copyOf(labels.values()),
                answers.values().toArray(int[][]::new));
    }

    private static int[] none(int size) {
        var answers = new int[size];
        Arrays.fill(answers, -1);
        return answers;
    }

    private static Map<Long, String> named(Connection connection, String sql, long task)
            throws SQLException {
        var names = new LinkedHashMap<Long, String>();
        try (var query = connection.prepareStatement(sql)) {
            query.setLong(1, task);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return names;
    }

    /// Examples about which annotators disagree in some task that no deciding answer has settled, as imported.
    public long[] disputes() {
        return database.read(connection -> {
            var ids = new ArrayList<Long>();
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                    SELECT s.example_id FROM example_state s WHERE s.disputed > 0 AND EXISTS (
                        SELECT 1 FROM annotator_label a JOIN task t ON t.id = a.task_id
                        WHERE a.example_id = s.example_id AND t.retired_at IS NULL AND NOT EXISTS (
                            SELECT 1 FROM current_label c
                            WHERE c.example_id = a.example_id AND c.task_id = a.task_id AND c.decided)
                        GROUP BY a.task_id HAVING min(a.label_id) <> max(a.label_id))
                    ORDER BY s.example_id
                    """)) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids.stream().mapToLong(Long::longValue).toArray();
        });
    }
}
