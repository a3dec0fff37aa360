package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Appends to table `event`, inside a transaction of the caller's. One gesture at a time: the writer's lock
/// is held.
final class EventLog {

    private static final String APPEND = """
            INSERT INTO event (gesture, kind, at, annotator_id, example_id, task_id, label_id, value, target,
                checkpoint_id, duration_ms, deciding, blind, queue, guideline, bulk, former)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
                CASE ?2 WHEN 'gold' THEN\s""" + GoldSteps.OFFERED + """
                 WHEN 'ungold' THEN '[]' ELSE ?8 END, ?9,
                CASE WHEN ?16 THEN (SELECT checkpoint_id FROM prediction WHERE checkpoint_id = ?10 AND example_id = ?5
                    LIMIT 1) ELSE ?10 END,
                ?11, ?12, ?13, ?14, ?15, ?16,
                CASE WHEN ?2 = 'split' THEN (SELECT split FROM example WHERE id = ?5)
                    WHEN ?2 IN ('gold', 'ungold') THEN\s""" + GoldSteps.HELD + """
                 END)
            """;

    private final Connection connection;
    private final long annotator;
    private final long at;

    /// @param annotator id in table `annotator`
    /// @param at        ms since 1970
    EventLog(Connection connection, long annotator, long at) {
        this.connection = connection;
        this.annotator = annotator;
        this.at = at;
    }

    /// The id of `name`, who is added if unknown.
    static long annotator(Connection connection, String name, long at) throws SQLException {
        var known = Sql.number(connection, "SELECT id FROM annotator WHERE name = ?", name);
        return known != null
                ? known
                : Sql.required(Sql.number(connection,
                        "INSERT INTO annotator (name, created_at) VALUES (?, ?) RETURNING id", name, at));
    }

    /// What one event says beside who, when and around what.
    private record Row(EventKind kind, @Nullable Long task, @Nullable Long label, @Nullable String value) {}

    /// Appends `act` for each of `examples`.
    ///
    /// @return the gesture
    /// @throws IllegalArgumentException if a task or label is not the project's, or is retired
    long append(Collection<Long> examples, Act act, Circumstances circumstances) throws SQLException {
        long gesture = next();
        append(gesture, examples, act, circumstances);
        return gesture;
    }

    /// As above, within a gesture that has been begun; an example's split must be what it was before.
    void append(long gesture, Collection<Long> examples, Act act, Circumstances circumstances) throws SQLException {
        var rows = rows(act);
        try (var insert = connection.prepareStatement(APPEND)) {
            for (long example : examples) {
                for (var row : rows) {
                    bind(insert, gesture, row.kind, example, row);
                    bind(insert, circumstances);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /// Appends an undo or redo of gesture `target`.
    ///
    /// @return its id
    long append(EventKind kind, long target) throws SQLException {
        try (var insert = connection.prepareStatement(APPEND)) {
            bind(insert, next(), kind, null, new Row(kind, null, null, null));
            bind(insert, Circumstances.NONE);
            insert.setLong(9, target);
            insert.executeUpdate();
        }
        return Sql.required(Sql.number(connection, "SELECT last_insert_rowid()"));
    }

    /// The number of a gesture that begins now.
    long next() throws SQLException {
        return Sql.required(Sql.number(connection, "SELECT coalesce(max(gesture), 0) + 1 FROM event"));
    }

    private List<Row> rows(Act act) throws SQLException {
        return switch (act) {
            case Act.Label(Map<String, String> labels) -> {
                var rows = new java.util.ArrayList<Row>();
                for (var label : labels.entrySet()) {
                    rows.add(row(label.getKey(), label.getValue()));
                }
                yield rows;
            }
            case Act.Clear(Set<String> tasks) -> {
                var rows = new java.util.ArrayList<Row>();
                for (String task : tasks) {
                    rows.add(new Row(EventKind.CLEAR, task(task), null, null));
                }
                yield rows;
            }
            case Act.Skip() -> List.of(new Row(EventKind.SKIP, null, null, null));
            case Act.Flag(var reason) -> List.of(new Row(EventKind.FLAG, null, null, reason));
            case Act.Unflag() -> List.of(new Row(EventKind.UNFLAG, null, null, null));
            case Act.Comment(String text) -> List.of(new Row(EventKind.COMMENT, null, null, text));
            case Act.Gold() -> List.of(new Row(EventKind.GOLD, null, null, null));
            case Act.Ungold() -> List.of(new Row(EventKind.UNGOLD, null, null, null));
            case Act.Move(var split) -> List.of(new Row(EventKind.SPLIT, null, null, split.key()));
        };
    }

    private Row row(String task, String label) throws SQLException {
        long of = task(task);
        var id = Sql.number(connection,
                "SELECT id FROM label WHERE task_id = ? AND name = ? AND retired_at IS NULL", of, label);
        if (id == null) {
            throw new IllegalArgumentException("no task " + task + " with " + label);
        }
        return new Row(EventKind.ANSWER, of, id, null);
    }

    private long task(String name) throws SQLException {
        var id = Sql.number(connection, "SELECT id FROM task WHERE name = ? AND retired_at IS NULL", name);
        if (id == null) {
            throw new IllegalArgumentException("no task " + name);
        }
        return id;
    }

    private void bind(PreparedStatement insert, long gesture, EventKind kind, @Nullable Long example, Row row)
            throws SQLException {
        insert.setLong(1, gesture);
        insert.setString(2, kind.key());
        insert.setLong(3, at);
        insert.setLong(4, annotator);
        Sql.set(insert, 5, example);
        Sql.set(insert, 6, row.task);
        Sql.set(insert, 7, row.label);
        insert.setString(8, row.value);
        insert.setNull(9, Types.INTEGER);
    }

    private static void bind(PreparedStatement insert, Circumstances circumstances) throws SQLException {
        Sql.set(insert, 10, circumstances.checkpoint());
        Sql.set(insert, 11, circumstances.took().isZero() ? null : circumstances.took().toMillis());
        insert.setBoolean(12, circumstances.deciding());
        insert.setBoolean(13, circumstances.blind());
        insert.setString(14, circumstances.queue());
        Sql.set(insert, 15, circumstances.guideline() == null ? null : circumstances.guideline().longValue());
        insert.setBoolean(16, circumstances.bulk());
    }
}
