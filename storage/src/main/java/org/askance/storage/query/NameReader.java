package org.askance.storage.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads what queries may name: tasks and labels that are not retired, people, reasons of flags.
final class NameReader {

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
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT t.id, t.name, l.id, l.name FROM task t
                LEFT JOIN label l ON l.task_id = t.id AND l.retired_at IS NULL
                WHERE t.retired_at IS NULL ORDER BY t.position, t.id, l.position
                """)) {
            var labels = new ArrayList<Names.Label>();
            while (rows.next()) {
                if (tasks.isEmpty() || tasks.getLast().id() != rows.getLong(1)) {
                    labels.clear();
                    tasks.add(new Names.Task(rows.getLong(1), rows.getString(2), labels));
                }
                if (rows.getString(4) != null) {
                    labels.add(new Names.Label(rows.getLong(3), rows.getString(4)));
                    tasks.set(tasks.size() - 1, new Names.Task(rows.getLong(1), rows.getString(2), labels));
                }
            }
        }
        return tasks;
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
