package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askance.storage.annotation.KeptTask.KeptLabel;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;

/// Reads tasks and labels.
final class TaskReader {

    private TaskReader() {}

    /// Those that are asked and offered.
    static List<TaskDefinition> offered(Connection connection) throws SQLException {
        return kept(connection).stream().filter(task -> !task.retired()).map(task -> new TaskDefinition(task.name(),
                task.offered().stream().map(label -> new LabelDefinition(label.name(), label.key(), label.colour()))
                        .toList()))
                .toList();
    }

    /// All, retired ones last.
    static List<KeptTask> kept(Connection connection) throws SQLException {
        var former = former(connection);
        var tasks = new ArrayList<KeptTask>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT t.id, t.name, t.retired_at IS NOT NULL, l.id, l.name, l.key, l.colour,
                    l.retired_at IS NOT NULL, m.name
                FROM task t LEFT JOIN label l ON l.task_id = t.id LEFT JOIN label m ON m.id = l.merged_into
                ORDER BY t.retired_at IS NOT NULL, t.position, t.id, l.retired_at IS NOT NULL, l.position, l.id
                """)) {
            var labels = new ArrayList<KeptLabel>();
            long last = -1;
            while (rows.next()) {
                if (rows.getLong(1) != last) {
                    labels.clear();
                    last = rows.getLong(1);
                    tasks.add(new KeptTask(rows.getString(2), rows.getBoolean(3),
                            former.getOrDefault(new Whose(last, 0), List.of()), labels));
                }
                if (rows.getString(5) != null) {
                    labels.add(new KeptLabel(rows.getString(5), rows.getString(6), rows.getString(7),
                            rows.getBoolean(8), rows.getString(9),
                            former.getOrDefault(new Whose(last, rows.getLong(4)), List.of())));
                    var task = tasks.removeLast();
                    tasks.add(new KeptTask(task.name(), task.retired(), task.former(), labels));
                }
            }
        }
        return tasks;
    }

    /// @param label 0 for the task's own
    private record Whose(long task, long label) {}

    private static Map<Whose, List<String>> former(Connection connection) throws SQLException {
        var all = new HashMap<Whose, List<String>>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT f.task_id, coalesce(f.label_id, 0), f.name FROM former_name f JOIN task t ON t.id = f.task_id
                    LEFT JOIN label l ON l.id = f.label_id
                WHERE f.name <> coalesce(l.name, t.name) GROUP BY 1, 2, 3 ORDER BY max(f.id) DESC
                """)) {
            while (rows.next()) {
                all.computeIfAbsent(new Whose(rows.getLong(1), rows.getLong(2)), _ -> new ArrayList<>())
                        .add(rows.getString(3));
            }
        }
        return all;
    }
}
