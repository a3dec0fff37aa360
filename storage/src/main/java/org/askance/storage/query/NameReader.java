package org.askance.storage.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads what queries may name: tasks that are asked with their labels, people, reasons of flags.
final class NameReader {

    /// A retired label's own name comes before what others were called.
    private static final String RETIRED = """
            SELECT id, name FROM (
                SELECT coalesce(merged_into, id) AS id, name, 1 AS own, 0 AS latest FROM label
                WHERE task_id = ?1 AND retired_at IS NOT NULL
                UNION ALL SELECT coalesce(l.merged_into, l.id), f.name, 0, f.id
                FROM former_name f JOIN label l ON l.id = f.label_id WHERE f.task_id = ?1)
            ORDER BY own DESC, latest DESC
            """;

    private NameReader() {}

    static Names read(Connection connection) throws SQLException {
        return new Names(tasks(connection), texts(connection, "SELECT name FROM annotator ORDER BY id"),
                texts(connection, """
                        SELECT value FROM event WHERE kind = 'flag' AND value IS NOT NULL
                        GROUP BY value ORDER BY count(*) DESC, value LIMIT 50
                        """));
    }

    private static List<Names.Task> tasks(Connection connection) throws SQLException {
        var tasks = new ArrayList<Names.Task>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, name FROM task WHERE retired_at IS NULL ORDER BY position, id")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                tasks.add(new Names.Task(id, rows.getString(2), labels(connection,
                        "SELECT id, name FROM label WHERE task_id = ? AND retired_at IS NULL ORDER BY position", id),
                        texts(connection, "SELECT name FROM former_name WHERE label_id IS NULL AND task_id = " + id
                                + " ORDER BY id DESC"),
                        labels(connection, RETIRED, id)));
            }
        }
        return tasks;
    }

    private static List<Names.Label> labels(Connection connection, String query, long task) throws SQLException {
        var labels = new ArrayList<Names.Label>();
        try (var statement = connection.prepareStatement(query)) {
            statement.setLong(1, task);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    labels.add(new Names.Label(rows.getLong(1), rows.getString(2)));
                }
            }
        }
        return labels;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
