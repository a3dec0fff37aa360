package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.askance.storage.annotation.TaskEdit.Action;
import org.askance.storage.annotation.TaskRows.Difference;
import org.askance.storage.annotation.TaskWriter.Refusal;
import org.askance.storage.sql.Database;
import org.askance.storage.told.OfTasks;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// The project's tasks, which people may change at any time: what is renamed keeps its history, what has been used is
/// retired and never deleted. Edits are recorded with who made them, and can be taken back. Thread-safe.
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
        /// @param told a sentence that says what to do instead
        record Refused(Told told) implements Changed {

            /// In English.
            public String reason() {
                return told.english();
            }
        }
    }

    /// What an undo and a redo would be about; `null` where there is nothing.
    public record Turns(@Nullable TaskEdit undo, @Nullable TaskEdit redo) {}

    /// Adds a task with its labels at the end.
    ///
    /// @throws IllegalArgumentException if it cannot be, for example because there is one of that name; the
    ///         message is a sentence. Ask [#change] where people choose.
    public void add(TaskDefinition task) {
        if (change(new TaskChange.AddTask(task)) instanceof Changed.Refused refused) {
            throw new IllegalArgumentException(refused.reason());
        }
    }

    /// Makes all of `changes`, if the tasks are usable afterwards (names and keys differ, each task has at least
    /// two labels), or none: keys that are swapped may collide on the way. The program's own: not recorded as
    /// anyone's edit.
    ///
    /// @throws IllegalArgumentException if one names a task or label that is not there
    public Changed change(TaskChange... changes) {
        return write(connection -> apply(connection, List.of(changes)));
    }

    /// As [#change(TaskChange...)], recorded as an edit of `annotator`'s, which is taken back as a whole. What changes
    /// nothing is not recorded.
    ///
    /// @param changes the first of them gives the edit its name
    public Changed edit(String annotator, List<TaskChange> changes) {
        return write(connection -> {
            var entry = EditNames.of(connection, changes.getFirst());
            var rows = apply(connection, changes);
            if (!rows.isEmpty()) {
                new TaskEditLog(connection).add(annotator, clock.millis(), entry, rows);
            }
            return rows;
        });
    }

    private List<Difference> apply(Connection connection, List<TaskChange> changes) throws SQLException {
        var before = TaskRows.read(connection);
        var writer = new TaskWriter(connection, clock.millis());
        for (var change : changes) {
            writer.apply(change);
        }
        return finish(connection, before);
    }

    /// Looks at what has become of the tasks.
    private static List<Difference> finish(Connection connection, TaskRows before) throws SQLException {
        var rows = before.until(TaskRows.read(connection));
        new LabelMerge(connection).follow(rows);
        var tasks = TaskReader.offered(connection);
        var problem = tasks.isEmpty() ? OfTasks.NO_TASKS.with() : TaskRules.problem(tasks);
        if (problem != null) {
            throw new Refusal(problem);
        }
        return rows;
    }

    private Changed write(Database.Work<List<Difference>> work) {
        try {
            return new Changed.Done(database.write(connection -> {
                work.run(connection);
                return TaskReader.offered(connection);
            }));
        } catch (Refusal refusal) {
            return new Changed.Refused(refusal.told());
        }
    }

    /// Takes back the latest edit that still counts, whoever made it. A label or task that was added and has been used
    /// since is retired instead.
    public Changed undo(String annotator) {
        return turn(annotator, Action.UNDO);
    }

    /// Brings back the edit that was taken back last. Any new edit ends what can be brought back.
    public Changed redo(String annotator) {
        return turn(annotator, Action.REDO);
    }

    private Changed turn(String annotator, Action action) {
        return write(connection -> {
            var log = new TaskEditLog(connection);
            var edit = action == Action.UNDO ? log.undoable() : log.redoable();
            if (edit == null) {
                throw new Refusal((action == Action.UNDO ? OfTasks.NOTHING_TO_UNDO : OfTasks.NOTHING_TO_REDO).with());
            }
            var rows = log.rows(edit);
            var wanted = action == Action.UNDO ? rows.stream().map(Difference::reversed).toList() : rows;
            var before = TaskRows.read(connection);
            needSame(before, wanted);
            TaskRows.restore(connection, wanted, clock.millis());
            log.turn(annotator, clock.millis(), action, edit);
            return finish(connection, before);
        });
    }

    /// Rows that are not as the edit left them were changed by someone else: what they did stays.
    private static void needSame(TaskRows now, List<Difference> wanted) {
        for (var row : wanted) {
            boolean former = row.place().table().equals("former_name");
            if (!former && row.before() != null && !Objects.equals(now.all().get(row.place()), row.before())) {
                throw new Refusal(OfTasks.CHANGED_SINCE.with());
            }
        }
    }

    /// What an undo and a redo would be about.
    public Turns turns() {
        return database.readSnapshot(connection -> {
            var log = new TaskEditLog(connection);
            var undo = log.undoable();
            var redo = log.redoable();
            return new Turns(undo == null ? null : log.get(undo), redo == null ? null : log.get(redo));
        });
    }

    /// Who changed what, the newest first.
    public List<TaskEdit> edits(int limit) {
        return database.read(connection -> new TaskEditLog(connection).list(limit));
    }

    /// All tasks that are asked, in their order, with the labels that are offered.
    public List<TaskDefinition> list() {
        return database.read(TaskReader::offered);
    }

    /// Names of the tasks that are asked, in their order, by the id that each keeps whatever it is called.
    public SequencedMap<Long, String> names() {
        return database.read(connection -> {
            var names = new LinkedHashMap<Long, String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT id, name FROM task WHERE retired_at IS NULL ORDER BY position, id")) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2));
                }
            }
            return names;
        });
    }

    /// All tasks and labels that there are or were, retired ones last.
    public List<KeptTask> kept() {
        return database.read(TaskReader::kept);
    }

    /// What holds a label.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public LabelUse use(String task, String label) {
        return database.readSnapshot(connection -> LabelUses.ofLabel(connection, id(connection, """
                SELECT l.id FROM label l JOIN task t ON t.id = l.task_id WHERE t.name = ? AND l.name = ?
                """, task, label)));
    }

    /// What holds the labels of a task.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public LabelUse use(String task) {
        return database.readSnapshot(connection -> LabelUses.ofTask(connection,
                id(connection, "SELECT id FROM task WHERE name = ?", task)));
    }

    private static long id(Connection connection, String query, String... names) throws SQLException {
        var id = Sql.number(connection, query, (Object[]) names);
        if (id == null) {
            throw new IllegalArgumentException("no task or label " + String.join(": ", names));
        }
        return id;
    }
}
