package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.annotation.TaskEdit.Action;
import org.askance.storage.annotation.TaskEditLog.Entry;

/// What an edit is called in the history, looked up before it is made.
final class EditNames {

    private EditNames() {}

    static Entry of(Connection connection, TaskChange change) throws SQLException {
        return switch (change) {
            case TaskChange.AddTask(var task) -> new Entry(Action.ADD_TASK, task.name(), null, null);
            case TaskChange.RenameTask(String task, String name) -> new Entry(Action.RENAME_TASK, task, null, name);
            case TaskChange.OrderTasks _ -> new Entry(Action.ORDER_TASKS, null, null, null);
            case TaskChange.RetireTask(String task) -> new Entry(Action.RETIRE_TASK, task, null, null);
            case TaskChange.RestoreTask(String task) -> new Entry(Action.RESTORE_TASK, task, null, null);
            case TaskChange.RemoveTask(String task) -> new Entry(Action.REMOVE_TASK, task, null, null);
            case TaskChange.AddLabel(String task, var label) -> new Entry(Action.ADD_LABEL, task, label.name(), null);
            case TaskChange.ChangeLabel(String task, String label, var to) -> changed(connection, task, label, to);
            case TaskChange.OrderLabels(String task, var _) -> new Entry(Action.ORDER_LABELS, task, null, null);
            case TaskChange.RetireLabel(String task, String label) -> new Entry(Action.RETIRE_LABEL, task, label, null);
            case TaskChange.RestoreLabel(String task, String label, String _) ->
                new Entry(Action.RESTORE_LABEL, task, label, null);
            case TaskChange.MergeLabel(String task, String label, String into) ->
                new Entry(Action.MERGE_LABEL, task, label, into);
            case TaskChange.RemoveLabel(String task, String label) -> new Entry(Action.REMOVE_LABEL, task, label, null);
        };
    }

    /// One of name, key and colour where no other changes.
    private static Entry changed(Connection connection, String task, String label, LabelDefinition to)
            throws SQLException {
        var was = TaskReader.offered(connection).stream().filter(one -> one.name().equals(task))
                .flatMap(one -> one.labels().stream()).filter(one -> one.name().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task or label " + label));
        boolean name = !was.name().equals(to.name());
        boolean key = !was.key().equals(to.key());
        boolean colour = !Objects.equals(was.colour(), to.colour());
        if (name && !key && !colour) {
            return new Entry(Action.RENAME_LABEL, task, label, to.name());
        }
        if (key && !name && !colour) {
            return new Entry(Action.CHANGE_KEY, task, label, to.key());
        }
        return colour && !name && !key
                ? new Entry(Action.CHANGE_COLOUR, task, label, to.colour())
                : new Entry(Action.CHANGE_LABEL, task, label, null);
    }
}
