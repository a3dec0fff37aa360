package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.annotation.TaskEdit.Action;
import org.askance.storage.annotation.TaskRows.Difference;
import org.askance.storage.annotation.TaskRows.Place;
import org.jspecify.annotations.Nullable;

/// The history of tasks and labels: tables `task_edit` and `task_edit_row`, inside a transaction of the caller's.
final class TaskEditLog {

    private static final String LAST_WORD = "(SELECT action FROM task_edit u WHERE u.target = e.id"
            + " ORDER BY u.id DESC LIMIT 1)";

    private final Connection connection;

    TaskEditLog(Connection connection) {
        this.connection = connection;
    }

    /// What an edit says of itself.
    record Entry(Action action, @Nullable String task, @Nullable String label, @Nullable String value) {}

    void add(String annotator, long at, Entry entry, List<Difference> rows) throws SQLException {
        long id = append(annotator, at, entry, null);
        for (var row : rows) {
            Sql.update(connection, "INSERT INTO task_edit_row (edit_id, place, row_id, before, after) VALUES (?, ?, ?,"
                    + " ?, ?)", id, row.place().table(), row.place().id(), row.before(), row.after());
        }
    }

    void turn(String annotator, long at, Action action, long target) throws SQLException {
        append(annotator, at, new Entry(action, null, null, null), target);
    }

    private long append(String annotator, long at, Entry entry, @Nullable Long target) throws SQLException {
        return Sql.required(Sql.number(connection, """
                INSERT INTO task_edit (at, annotator_id, action, task, label, value, target)
                VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                """, at, EventLog.annotator(connection, annotator, at), entry.action.key(), entry.task, entry.label,
                entry.value, target));
    }

    /// The edit that an undo would take back; `null` if there is none.
    @Nullable
    Long undoable() throws SQLException {
        return Sql.number(connection, "SELECT max(id) FROM task_edit e WHERE target IS NULL AND " + LAST_WORD
                + " IS NOT 'undo'");
    }

    /// The edit that a redo would bring back; `null` if there is none. Any new edit ends what can be redone.
    @Nullable
    Long redoable() throws SQLException {
        return Sql.number(connection, """
                SELECT target FROM task_edit u WHERE action = 'undo'
                    AND id = (SELECT max(id) FROM task_edit v WHERE v.target = u.target)
                    AND id > (SELECT max(id) FROM task_edit WHERE target IS NULL)
                ORDER BY id DESC LIMIT 1
                """);
    }

    List<Difference> rows(long edit) throws SQLException {
        var rows = new ArrayList<Difference>();
        try (var query = connection.prepareStatement(
                "SELECT place, row_id, before, after FROM task_edit_row WHERE edit_id = ?")) {
            query.setLong(1, edit);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Difference(new Place(found.getString(1), found.getLong(2)), found.getString(3),
                            found.getString(4)));
                }
            }
        }
        rows.sort(java.util.Comparator.comparing(Difference::place));
        return rows;
    }

    TaskEdit get(long id) throws SQLException {
        return list("WHERE e.id = ?", id).getFirst();
    }

    /// Newest first.
    List<TaskEdit> list(int limit) throws SQLException {
        return list("ORDER BY e.id DESC LIMIT ?", limit);
    }

    private List<TaskEdit> list(String rest, long argument) throws SQLException {
        var edits = new ArrayList<TaskEdit>();
        try (var query = connection.prepareStatement("SELECT e.id, e.at, n.name, e.action, e.task, e.label, e.value,"
                + " e.target, " + LAST_WORD + " IS NOT 'undo' FROM task_edit e"
                + " JOIN annotator n ON n.id = e.annotator_id " + rest)) {
            query.setLong(1, argument);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long target = rows.getLong(8);
                    edits.add(new TaskEdit(rows.getLong(1), Instant.ofEpochMilli(rows.getLong(2)), rows.getString(3),
                            Action.of(rows.getString(4)), rows.getString(5), rows.getString(6), rows.getString(7),
                            target == 0 ? null : (Long) target, rows.getBoolean(9)));
                }
            }
        }
        return edits;
    }
}
