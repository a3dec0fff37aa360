package org.askance.storage.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which of the project's labels a network's probabilities stand for: table `label_order`. A network is asked by the
/// names that it was trained with; the project's are found under those, present or former. What a network of ours
/// meant once it always means: a name that another label bears by now does not mislead it.
final class LabelOrders {

    /// @param labels ids, one per probability; -1 for one that the project never had
    record Order(long task, long[] labels) {
        boolean isWhole() {
            return Arrays.stream(labels).noneMatch(label -> label < 0);
        }

        String json() {
            return Arrays.stream(labels).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
        }
    }

    private final Connection connection;
    private final long checkpoint;

    LabelOrders(Connection connection, long checkpoint) {
        this.connection = connection;
        this.checkpoint = checkpoint;
    }

    /// @return `null` if the project never had the task
    @Nullable
    Order find(TaskLabels network) throws SQLException {
        Long task = number("""
                SELECT id FROM (SELECT id, 1 AS present, 0 AS renaming FROM task WHERE name = ?1
                    UNION ALL SELECT task_id, 0, id FROM former_name WHERE name = ?1 AND label_id IS NULL)
                ORDER BY present DESC, renaming DESC LIMIT 1
                """, network.task());
        if (task == null) {
            return null;
        }
        long[] known = known(task, network.labels().size());
        return new Order(task, known == null ? named(task, network.labels()) : known);
    }

    /// What this checkpoint's probabilities stood for so far, if it is a network of ours.
    private long @Nullable [] known(long task, int size) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT o.labels FROM label_order o JOIN checkpoint c ON c.id = o.checkpoint_id
                WHERE o.checkpoint_id = ? AND o.task_id = ? AND json_array_length(o.labels) = ? AND c.outside = 0
                ORDER BY o.id DESC LIMIT 1
                """)) {
            bind(query, checkpoint, task, size);
            try (var row = query.executeQuery()) {
                return row.next() ? ids(row.getString(1)) : null;
            }
        }
    }

    private long[] named(long task, List<String> names) throws SQLException {
        var labels = new long[names.size()];
        for (int i = 0; i < labels.length; i++) {
            Long label = number("""
                    SELECT id FROM (SELECT id, 1 AS present, 0 AS renaming FROM label WHERE task_id = ?2 AND name = ?1
                        UNION ALL SELECT label_id, 0, id FROM former_name
                        WHERE task_id = ?2 AND name = ?1 AND label_id IS NOT NULL)
                    ORDER BY present DESC, renaming DESC LIMIT 1
                    """, names.get(i), task);
            labels[i] = label == null ? -1 : label;
        }
        return labels;
    }

    /// The id of `order`, which is noted if it is new. Inside a transaction that writes.
    long noted(Order order) throws SQLException {
        Long known = number("SELECT id FROM label_order WHERE checkpoint_id = ? AND task_id = ? AND labels = ?",
                checkpoint, order.task, order.json());
        if (known == null) {
            known = number("INSERT INTO label_order (checkpoint_id, task_id, labels) VALUES (?, ?, ?) RETURNING id",
                    checkpoint, order.task, order.json());
        }
        if (known == null) {
            throw new IllegalStateException("an insert gives its id");
        }
        return known;
    }

    /// Where each of the labels that are offered now stands among its task's, by id.
    static Map<Long, Integer> offered(Connection connection) throws SQLException {
        var indices = new HashMap<Long, Integer>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT l.id, row_number() OVER (PARTITION BY l.task_id ORDER BY l.position) - 1
                FROM label l JOIN task t ON t.id = l.task_id WHERE l.retired_at IS NULL AND t.retired_at IS NULL
                """)) {
            while (rows.next()) {
                indices.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return indices;
    }

    /// Reads what [Order#json] wrote.
    static long[] ids(String json) {
        return Arrays.stream(json.substring(1, json.length() - 1).split(",", -1)).mapToLong(Long::parseLong).toArray();
    }

    private @Nullable Long number(String query, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            bind(statement, arguments);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? (Long) row.getLong(1) : null;
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    /// The labels of every task as the project offers them now.
    static List<TaskLabels> present(Connection connection) throws SQLException {
        var tasks = new ArrayList<TaskLabels>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT t.name, l.name FROM task t JOIN label l ON l.task_id = t.id
                WHERE t.retired_at IS NULL AND l.retired_at IS NULL ORDER BY t.position, t.id, l.position
                """)) {
            var labels = new ArrayList<String>();
            String task = null;
            while (rows.next()) {
                if (task != null && !task.equals(rows.getString(1))) {
                    tasks.add(new TaskLabels(task, labels));
                    labels.clear();
                }
                task = rows.getString(1);
                labels.add(rows.getString(2));
            }
            if (task != null) {
                tasks.add(new TaskLabels(task, labels));
            }
        }
        return tasks;
    }
}
