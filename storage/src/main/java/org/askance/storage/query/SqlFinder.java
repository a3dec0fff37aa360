package org.askance.storage.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Place;

/// Finds by SQL alone, while columns are being read.
final class SqlFinder {

    private SqlFinder() {}

    private static final String TASK = ":task";
    /// An answer by a label that is retired counts no more: its task is to be asked again.
    static final String OFFERED = " IN (SELECT id FROM label WHERE retired_at IS NULL)";
    private static final String OF_TASK = " o WHERE o.example_id = e.id AND o.label_id" + OFFERED + " AND o.task_id = "
            + TASK;

    /// No annotator has this id.
    static final long NOBODY = -1;

    static long annotator(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT id FROM annotator WHERE name = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : NOBODY;
            }
        }
    }

    static int count(Connection connection, Query query) throws SQLException {
        return (int) number(connection, query, "SELECT count(*) FROM example e", "");
    }

    /// The first number, or −1.
    private static long number(Connection connection, Query query, String select, String after) throws SQLException {
        try (var statement = SqlQuery.of(query).prepare(connection, select, after);
                var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : NOBODY;
        }
    }

    static long[] ids(Connection connection, Query query) throws SQLException {
        try (var statement = SqlQuery.of(query).prepare(connection, "SELECT group_concat(e.id, ' ') FROM example e",
                "");
                var row = statement.executeQuery()) {
            byte[] text = row.next() ? row.getBytes(1) : null;
            if (text == null) {
                return new long[0];
            }
            var digits = new Digits(text);
            var ids = new long[text.length / 2 + 1];
            int count = 0;
            while (digits.hasMore()) {
                ids[count++] = digits.number();
            }
            Arrays.sort(ids, 0, count);
            return Arrays.copyOf(ids, count);
        }
    }

    /// In the dataset's order.
    static Place find(Connection connection, Queue queue, Move move, long from, String annotator)
            throws SQLException {
        var all = queue.query();
        String open = open(connection, queue, annotator(connection, annotator));
        long id = switch (move) {
            case FIRST_OPEN -> next(connection, all, open, Queue.NOWHERE);
            case NEXT_OPEN -> {
                long next = next(connection, all, open, from);
                yield next < 0 ? next(connection, all, open, Queue.NOWHERE) : next;
            }
            case NEXT -> or(connection, all, next(connection, all, "", from), from);
            case PREVIOUS -> or(connection, all, number(connection, all, "SELECT e.id FROM example e",
                    " AND e.id < " + from + " ORDER BY e.id DESC LIMIT 1"), from);
            case HERE -> number(connection, Query.ALL, "SELECT e.id FROM example e", " AND e.id = " + from);
        };
        int count = count(connection, all);
        int answered = count - (int) number(connection, all, "SELECT count(*) FROM example e", open);
        if (id < 0) {
            return new Place(Queue.NOWHERE, Queue.NOWHERE, count + 1, count, answered);
        }
        int before = (int) number(connection, all, "SELECT count(*) FROM example e", " AND e.id < " + id);
        return new Place(id, next(connection, all, "", id), before + 1, count, answered);
    }

    /// Ids of the tasks that the project asks.
    static long[] offered(Connection connection) throws SQLException {
        return ColumnReader.ids(connection, "SELECT id FROM task WHERE retired_at IS NULL ORDER BY id");
    }

    /// As [Asked] has it.
    private static String open(Connection connection, Queue queue, long annotator) throws SQLException {
        var tasks = queue.asked(Arrays.stream(offered(connection)).boxed().toList());
        String mine = unless(tasks, "EXISTS (SELECT 1 FROM annotator_label" + OF_TASK + " AND o.annotator_id = "
                + annotator + ")");
        return switch (queue.open()) {
            case Queue.Open.ToAll() -> unless(tasks, "(EXISTS (SELECT 1 FROM annotator_label" + OF_TASK
                    + ") OR EXISTS (SELECT 1 FROM current_label" + OF_TASK + " AND o.decided))");
            case Queue.Open.ToAnnotator() -> mine;
            case Queue.Open.ToNobody() -> "";
            case Queue.Open.Until(int answers) ->
                mine + unless(tasks, "((SELECT count(*) FROM annotator_label" + OF_TASK
                        + ") >= " + answers + " OR EXISTS (SELECT 1 FROM current_label" + OF_TASK + " AND o.decided))");
        };
    }

    /// Not those of which `answered` holds in every task.
    private static String unless(Set<Long> tasks, String answered) {
        return tasks.isEmpty()
                ? ""
                : tasks.stream().map(task -> answered.replace(TASK, task.toString()))
                        .collect(Collectors.joining(" AND ", " AND NOT (", ")"));
    }

    private static long next(Connection connection, Query query, String open, long after) throws SQLException {
        return number(connection, query, "SELECT e.id FROM example e",
                " AND e.id > " + after + open + " ORDER BY e.id LIMIT 1");
    }

    private static long or(Connection connection, Query query, long found, long here) throws SQLException {
        if (found >= 0) {
            return found;
        }
        boolean inside = number(connection, query, "SELECT e.id FROM example e", " AND e.id = " + here) >= 0;
        return inside ? here : next(connection, query, "", Queue.NOWHERE);
    }
}
