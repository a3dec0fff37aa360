package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.told.OfTasks;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Makes changes to tasks and labels, inside a transaction of the caller's.
final class TaskWriter {

    private final Connection connection;
    private final long now;

    /// @param now ms since 1970
    TaskWriter(Connection connection, long now) {
        this.connection = connection;
        this.now = now;
    }

    /// Leaves the transaction, so that nothing of the change stays.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Told told;

        Refusal(Told told) {
            super(told.english());
            this.told = told;
        }

        Told told() {
            return told;
        }
    }

    /// @throws Refusal if it cannot be made
    void apply(TaskChange change) throws SQLException {
        switch (change) {
            case TaskChange.AddTask(var task) -> addTask(task);
            case TaskChange.RenameTask(String task, String name) -> renameTask(task, name);
            case TaskChange.OrderTasks(var tasks) -> {
                for (int i = 0; i < tasks.size(); i++) {
                    one(update("UPDATE task SET position = ? WHERE name = ? AND retired_at IS NULL", i, tasks.get(i)),
                            tasks.get(i));
                }
            }
            case TaskChange.RetireTask(String task) ->
                one(update("UPDATE task SET retired_at = ? WHERE name = ? AND retired_at IS NULL", now, task), task);
            case TaskChange.RestoreTask(String task) -> one(
                    update("UPDATE task SET retired_at = NULL WHERE name = ? AND retired_at IS NOT NULL", task), task);
            case TaskChange.RemoveTask(String task) -> removeTask(task);
            case TaskChange.AddLabel(String task, var label) -> addLabel(id(task), label);
            case TaskChange.ChangeLabel(String task, String label, var to) -> changeLabel(task, label, to);
            case TaskChange.OrderLabels(String task, var labels) -> orderLabels(id(task), labels);
            case TaskChange.RetireLabel(String task, String label) ->
                one(update("UPDATE label SET retired_at = ? WHERE id = ? AND retired_at IS NULL", now,
                        label(id(task), label)), label);
            case TaskChange.RestoreLabel(String task, String label, String key) ->
                one(update("UPDATE label SET retired_at = NULL, merged_into = NULL, key = ? WHERE id = ?"
                        + " AND retired_at IS NOT NULL", key, label(id(task), label)), label);
            case TaskChange.MergeLabel(String task, String label, String into) -> merge(id(task), label, into);
            case TaskChange.RemoveLabel(String task, String label) -> removeLabel(label(id(task), label), label);
        }
    }

    private int update(String sql, @Nullable Object... arguments) throws SQLException {
        return Sql.update(connection, sql, arguments);
    }

    private void renameTask(String task, String name) throws SQLException {
        needFreeName(task, name);
        keepName(id(task), null, task, name);
        one(update("UPDATE task SET name = ? WHERE name = ? AND retired_at IS NULL", name, task), task);
    }

    /// Networks that were trained before go on calling it by its old name.
    ///
    /// @param label `null` for the task itself
    private void keepName(long task, @Nullable Long label, String from, String to) throws SQLException {
        if (!from.equals(to)) {
            update("INSERT INTO former_name (task_id, label_id, name) VALUES (?, ?, ?)", task, label, from);
        }
    }

    private void needFreeName(String task, String name) throws SQLException {
        if (!task.equals(name) && Sql.number(connection, "SELECT id FROM task WHERE name = ?", name) != null) {
            throw new Refusal(OfTasks.TASK_NAME_TAKEN.with(name));
        }
    }

    private void addTask(TaskDefinition task) throws SQLException {
        needFreeName("", task.name());
        long id = Sql.required(Sql.number(connection, """
                INSERT INTO task (name, position) VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM task))
                RETURNING id
                """, task.name()));
        for (var label : task.labels()) {
            addLabel(id, label);
        }
    }

    private void removeTask(String task) throws SQLException {
        long id = Sql.required(found(Sql.number(connection, "SELECT id FROM task WHERE name = ?", task), task));
        if (!LabelUses.ofTask(connection, id).isNone()) {
            throw new Refusal(OfTasks.TASK_USED.with(task));
        }
        update("DELETE FROM former_name WHERE task_id = ?", id);
        update("DELETE FROM label WHERE task_id = ?", id);
        update("DELETE FROM task WHERE id = ?", id);
    }

    private void addLabel(long task, LabelDefinition label) throws SQLException {
        if (Sql.number(connection, "SELECT id FROM label WHERE task_id = ? AND name = ? AND retired_at IS NULL", task,
                label.name()) != null) {
            throw new Refusal(OfTasks.LABEL_TWICE.with(label.name()));
        }
        if (update("UPDATE label SET retired_at = NULL, merged_into = NULL WHERE task_id = ? AND name = ?"
                + " AND retired_at IS NOT NULL", task, label.name()) == 1) {
            change(task, label.name(), label);
            return;
        }
        update("""
                INSERT INTO label (task_id, name, key, colour, position)
                VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position) + 1, 0) FROM label WHERE task_id = ?1))
                """, task, label.name(), label.key(), label.colour());
    }

    private void changeLabel(String task, String label, LabelDefinition to) throws SQLException {
        long of = id(task);
        if (!label.equals(to.name()) && Sql.number(connection, "SELECT id FROM label WHERE task_id = ? AND name = ?",
                of, to.name()) != null) {
            throw new Refusal(
                    OfTasks.LABEL_NAME_TAKEN.with(task, to.name()));
        }
        keepName(of, label(of, label), label, to.name());
        one(change(of, label, to), label);
    }

    private int change(long task, String name, LabelDefinition to) throws SQLException {
        return update("""
                UPDATE label SET name = ?, key = ?, colour = ? WHERE task_id = ? AND name = ? AND retired_at IS NULL
                """, to.name(), to.key(), to.colour(), task, name);
    }

    /// Retired ones come after those that are offered.
    private void orderLabels(long task, List<String> labels) throws SQLException {
        update("UPDATE label SET position = position + ? WHERE task_id = ? AND retired_at IS NOT NULL", labels.size(),
                task);
        for (int i = 0; i < labels.size(); i++) {
            one(update("UPDATE label SET position = ? WHERE task_id = ? AND name = ? AND retired_at IS NULL", i, task,
                    labels.get(i)), labels.get(i));
        }
    }

    private void merge(long task, String label, String into) throws SQLException {
        long from = label(task, label);
        long to = label(task, into);
        if (from == to) {
            throw new Refusal(OfTasks.INTO_ITSELF.with(label));
        }
        one(update("UPDATE label SET retired_at = ?, merged_into = ? WHERE id = ? AND retired_at IS NULL", now, to,
                from), label);
        update("UPDATE label SET merged_into = ? WHERE merged_into = ?", to, from);
        if (Sql.number(connection, "SELECT id FROM label WHERE id = ? AND retired_at IS NULL", to) == null) {
            throw new Refusal(OfTasks.INTO_RETIRED.with(into));
        }
    }

    private void removeLabel(long id, String label) throws SQLException {
        if (!LabelUses.ofLabel(connection, id).isNone()) {
            throw new Refusal(OfTasks.LABEL_USED.with(label));
        }
        update("DELETE FROM former_name WHERE label_id = ?", id);
        update("DELETE FROM label WHERE id = ?", id);
    }

    private long id(String task) throws SQLException {
        return Sql.required(found(
                Sql.number(connection, "SELECT id FROM task WHERE name = ? AND retired_at IS NULL", task), task));
    }

    private long label(long task, String name) throws SQLException {
        return Sql.required(found(
                Sql.number(connection, "SELECT id FROM label WHERE task_id = ? AND name = ?", task, name), name));
    }

    private static Long found(@Nullable Long id, String what) {
        if (id == null) {
            throw new IllegalArgumentException("no task or label " + what);
        }
        return id;
    }

    private static void one(int rows, String what) {
        if (rows != 1) {
            throw new IllegalArgumentException("no task or label " + what);
        }
    }
}
