package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Appends acts of other programs to the events, inside a transaction of the caller's.
final class OutsideLog {

    private final Connection connection;
    private final long now;

    /// @param now ms since 1970
    OutsideLog(Connection connection, long now) {
        this.connection = connection;
        this.now = now;
    }

    /// Whether `act` was not there yet. One without a time is there if the annotator ever did the same.
    boolean add(OutsideAct act) throws SQLException {
        long at = act.at() == null ? now : act.at().toEpochMilli();
        long annotator = EventLog.annotator(connection, act.annotator(), at);
        if (act.gold() && act.act() instanceof Act.Label(Map<String, String> labels)) {
            for (var label : labels.entrySet()) {
                gold(act.example(), label.getKey(), label.getValue());
            }
        }
        if (isKnown(act, annotator)) {
            return false;
        }
        new EventLog(connection, annotator, at).append(List.of(act.example()), act.act(), act.circumstances());
        return true;
    }

    private void gold(long example, String task, String label) throws SQLException {
        Sql.update(connection, """
                INSERT INTO gold (example_id, task_id, label_id) SELECT ?, t.id, l.id
                FROM task t JOIN label l ON l.task_id = t.id WHERE t.name = ? AND l.name = ? ON CONFLICT DO NOTHING
                """, example, task, label);
    }

    private boolean isKnown(OutsideAct act, long annotator) throws SQLException {
        return switch (act.act()) {
            case Act.Label(Map<String, String> labels) -> {
                boolean all = true;
                for (var label : labels.entrySet()) {
                    all &= isAnswered(act, annotator, label.getKey(), label.getValue());
                }
                yield all;
            }
            case Act.Clear _,Act.Unflag _,Act.Move _,Act.Gold _,Act.Ungold _ -> false;
            case Act.Skip _ -> isDone(act, annotator, EventKind.SKIP, null);
            case Act.Flag(var reason) -> isDone(act, annotator, EventKind.FLAG, reason);
            case Act.Comment(String text) -> isDone(act, annotator, EventKind.COMMENT, text);
        };
    }

    private boolean isAnswered(OutsideAct act, long annotator, String task, String label) throws SQLException {
        return Sql.number(connection, """
                SELECT 1 FROM event e JOIN task t ON t.id = e.task_id JOIN label l ON l.id = e.label_id
                WHERE e.kind = 'answer' AND e.example_id = ? AND e.annotator_id = ? AND t.name = ? AND l.name = ?
                    AND e.deciding = ? AND (? < 0 OR e.at = ?) LIMIT 1
                """, act.example(), annotator, task, label, act.circumstances().deciding(), time(act),
                time(act)) != null;
    }

    private boolean isDone(OutsideAct act, long annotator, EventKind kind, @Nullable String value)
            throws SQLException {
        return Sql.number(connection, """
                SELECT 1 FROM event WHERE kind = ? AND example_id = ? AND annotator_id = ?
                    AND coalesce(value, '') = ? AND (? < 0 OR at = ?) LIMIT 1
                """, kind.key(), act.example(), annotator, value == null ? "" : value, time(act), time(act)) != null;
    }

    private static long time(OutsideAct act) {
        return act.at() == null ? -1 : Math.max(0, act.at().toEpochMilli());
    }
}
