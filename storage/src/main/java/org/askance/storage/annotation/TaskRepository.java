package org.askance.storage.annotation;

import java.util.ArrayList;
import java.util.List;
import org.askance.storage.sql.Database;

/// The project's tasks. Thread-safe.
public final class TaskRepository {

    private final Database database;

    public TaskRepository(Database database) {
        this.database = database;
    }

    /// Adds a task with its labels at the end.
    ///
    /// @throws org.askance.storage.sql.StorageException if there is one of that name
    public void add(TaskDefinition task) {
        database.write(connection -> {
            try (var insertTask = connection.prepareStatement(
                    "INSERT INTO task (name, position) VALUES (?, (SELECT count(*) FROM task)) RETURNING id");
                    var insertLabel = connection.prepareStatement(
                            "INSERT INTO label (task_id, name, key, position) VALUES (?, ?, ?, ?)")) {
                insertTask.setString(1, task.name());
                long id;
                try (var row = insertTask.executeQuery()) {
                    row.next();
                    id = row.getLong(1);
                }
                for (int i = 0; i < task.labels().size(); i++) {
                    insertLabel.setLong(1, id);
                    insertLabel.setString(2, task.labels().get(i).name());
                    insertLabel.setString(3, task.labels().get(i).key());
                    insertLabel.setInt(4, i);
                    insertLabel.executeUpdate();
                }
                return id;
            }
        });
    }

    /// All tasks, in their order.
    public List<TaskDefinition> list() {
        return database.read(connection -> {
            var tasks = new ArrayList<TaskDefinition>();
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                    SELECT t.name, l.name, l.key FROM task t JOIN label l ON l.task_id = t.id
                    ORDER BY t.position, l.position
                    """)) {
                var labels = new ArrayList<TaskDefinition.LabelDefinition>();
                String task = "";
                while (rows.next()) {
                    if (!rows.getString(1).equals(task) && !labels.isEmpty()) {
                        tasks.add(new TaskDefinition(task, labels));
                        labels.clear();
                    }
                    task = rows.getString(1);
                    labels.add(new TaskDefinition.LabelDefinition(rows.getString(2), rows.getString(3)));
                }
                if (!labels.isEmpty()) {
                    tasks.add(new TaskDefinition(task, labels));
                }
            }
            return tasks;
        });
    }
}
