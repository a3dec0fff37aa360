package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// The project's tasks, which people may change at any time: what is renamed keeps its history, what is
/// taken away is retired and never deleted. Thread-safe.
public final class TaskRepository {

    private final Database database;
    private final Clock clock;

    public TaskRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether a change was made.
    public sealed interface Changed {
        record Done(List<TaskDefinition> tasks) implements Changed {}

        /// Nothing was changed.
        ///
        /// @param reason a sentence that says what to do instead
        record Refused(String reason) implements Changed {}
    }

    /// Adds a task with its labels at the end.
    ///
    /// @throws IllegalArgumentException if it cannot be, for example because there is one of that name; the
    ///         message is a sentence. Ask [#change] where people choose.
    public void add(TaskDefinition task) {
        if (change(new TaskChange.AddTask(task)) instanceof Changed.Refused(String reason)) {
            throw new IllegalArgumentException(reason);
        }
    }

    /// Makes all of `changes`, if the tasks are usable afterwards (names and keys differ, each task has at least
    /// two labels), or none: keys that are swapped may collide on the way.
    ///
    /// @throws IllegalArgumentException if one names a task or label that is not there
    public Changed change(TaskChange... changes) {
        try {
            return database.write(connection -> {
                for (var change : changes) {
                    apply(connection, change);
                }
                var tasks = list(connection);
                String problem = tasks.isEmpty() ? "A project needs at least one task." : TaskRules.problem(tasks);
                if (problem != null) {
                    throw new Refusal(problem);
                }
                return new Changed.Done(tasks);
            });
        } catch (Refusal refusal) {
            return new Changed.Refused(refusal.reason);
        }
    }

    /// Leaves the transaction, so that nothing of the change stays.
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String reason;

        Refusal(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private void apply(Connection connection, TaskChange change) throws SQLException {
        switch (change) {
            case TaskChange.AddTask(var task) -> addTask(connection, task);
            case TaskChange.RenameTask(String task, String name) -> {
                needFreeName(connection, task, name);
                keepName(connection, id(connection, task), null, task, name);
                one(Sql.update(connection, "UPDATE task SET name = ? WHERE name = ? AND retired_at IS NULL", name,
                        task), task);
            }
            case TaskChange.OrderTasks(var tasks) -> {
                for (int i = 0; i < tasks.size(); i++) {
                    one(Sql.update(connection, "UPDATE task SET position = ? WHERE name = ? AND retired_at IS NULL",
                            i, tasks.get(i)), tasks.get(i));
                }
            }
            case TaskChange.RetireTask(String task) ->
                one(Sql.update(connection, "UPDATE task SET retired_at = ? WHERE name = ? AND retired_at IS NULL",
                        clock.millis(), task), task);
            case TaskChange.AddLabel(String task, var label) -> addLabel(connection, id(connection, task), label);
            case TaskChange.ChangeLabel(String task, String label, var to) -> {
                if (!label.equals(to.name()) && Sql.number(connection,
                        "SELECT id FROM label WHERE task_id = ? AND name = ?", id(connection, task),
                        to.name()) != null) {
                    throw new Refusal(
                            "The task ‘%s’ has, or had, a label ‘%s’. Choose another name.".formatted(task, to.name()));
                }
                long of = id(connection, task);
                keepName(connection, of, Sql.number(connection,
                        "SELECT id FROM label WHERE task_id = ? AND name = ?", of, label), label, to.name());
                one(change(connection, of, label, to), label);
            }
            case TaskChange.RetireLabel(String task, String label) ->
                one(Sql.update(connection,
                        "UPDATE label SET retired_at = ? WHERE task_id = ? AND name = ? AND retired_at IS NULL",
                        clock.millis(), id(connection, task), label), label);
        }
    }

    /// Networks that were trained before go on calling it by its old name.
    ///
    /// @param label `null` for the task itself
    private static void keepName(Connection connection, long task, @Nullable Long label, String from, String to)
            throws SQLException {
        if (!from.equals(to)) {
            Sql.update(connection, "INSERT INTO former_name (task_id, label_id, name) VALUES (?, ?, ?)", task, label,
                    from);
        }
    }

    private static void needFreeName(Connection connection, String task, String name) throws SQLException {
        if (!task.equals(name) && Sql.number(connection, "SELECT id FROM task WHERE name = ?", name) != null) {
            throw new Refusal("The project has, or had, a task ‘%s’. Choose another name.".formatted(name));
        }
    }

    private static void addTask(Connection connection, TaskDefinition task) throws SQLException {
        needFreeName(connection, "", task.name());
        long id = Sql.required(Sql.number(connection, """
                INSERT INTO task (name, position) VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM task))
                RETURNING id
                """, task.name()));
        for (var label : task.labels()) {
            addLabel(connection, id, label);
        }
    }

    private static void addLabel(Connection connection, long task, LabelDefinition label) throws SQLException {
        if (Sql.number(connection, "SELECT id FROM label WHERE task_id = ? AND name = ? AND retired_at IS NULL", task,
                label.name()) != null) {
            throw new Refusal("There is a label ‘%s’ already. Choose another name.".formatted(label.name()));
        }
        if (Sql.update(connection,
                "UPDATE label SET retired_at = NULL WHERE task_id = ? AND name = ? AND retired_at IS NOT NULL", task,
                label.name()) == 1) {
            change(connection, task, label.name(), label);
            return;
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO label (task_id, name, key, colour, position)
                VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position) + 1, 0) FROM label WHERE task_id = ?1))
                """)) {
            insert.setLong(1, task);
            insert.setString(2, label.name());
            insert.setString(3, label.key());
            insert.setString(4, label.colour());
            insert.executeUpdate();
        }
    }

    private static int change(Connection connection, long task, String name, LabelDefinition to) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE label SET name = ?, key = ?, colour = ? WHERE task_id = ? AND name = ? AND retired_at IS NULL
                """)) {
            update.setString(1, to.name());
            update.setString(2, to.key());
            update.setString(3, to.colour());
            update.setLong(4, task);
            update.setString(5, name);
            return update.executeUpdate();
        }
    }

    private static long id(Connection connection, String task) throws SQLException {
        var id = Sql.number(connection, "SELECT id FROM task WHERE name = ? AND retired_at IS NULL", task);
        if (id == null) {
            throw new IllegalArgumentException("no task " + task);
        }
        return id;
    }

    private static void one(int rows, String what) {
        if (rows != 1) {
            throw new IllegalArgumentException("no task or label " + what);
        }
    }

    /// All tasks that are asked, in their order, with the labels that are offered.
    public List<TaskDefinition> list() {
        return database.read(TaskRepository::list);
    }

    private static List<TaskDefinition> list(Connection connection) throws SQLException {
        var tasks = new ArrayList<TaskDefinition>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT t.id, t.name, l.name, l.key, l.colour
                FROM task t LEFT JOIN label l ON l.task_id = t.id AND l.retired_at IS NULL
                WHERE t.retired_at IS NULL ORDER BY t.position, t.id, l.position
                """)) {
            long task = -1;
            String name = "";
            var labels = new ArrayList<LabelDefinition>();
            while (rows.next()) {
                if (task >= 0 && rows.getLong(1) != task) {
                    tasks.add(new TaskDefinition(name, labels));
                    labels.clear();
                }
                task = rows.getLong(1);
                name = rows.getString(2);
                if (rows.getString(3) != null) {
                    labels.add(new LabelDefinition(rows.getString(3), rows.getString(4), rows.getString(5)));
                }
            }
            if (task >= 0) {
                tasks.add(new TaskDefinition(name, labels));
            }
        }
        return tasks;
    }
}
