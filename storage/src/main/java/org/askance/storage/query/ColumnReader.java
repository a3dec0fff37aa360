package org.askance.storage.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.askance.storage.query.Query.Mark;

/// Fills [Columns] from the project: all of it, or single examples anew. One thread; within one transaction.
final class ColumnReader {

    private static final int AT_ONCE = 500;
    private static final String COUNTS = "label_id" + SqlFinder.OFFERED;

    private final Connection connection;
    private final Columns columns;

    private ColumnReader(Connection connection, Columns columns) {
        this.connection = connection;
        this.columns = columns;
    }

    static Columns all(Connection connection) throws SQLException {
        var columns = new Columns(ids(connection, "SELECT id FROM label ORDER BY id"),
                ids(connection, "SELECT id FROM task ORDER BY id"), SqlFinder.offered(connection));
        columns.reserve((int) ids(connection, "SELECT count(*) FROM example")[0]);
        new ColumnReader(connection, columns).read("");
        duplicates(connection, columns);
        return columns;
    }

    /// Reads `ids`, ascending, anew; those not known yet are added.
    ///
    /// @return whether that was possible: an example cannot be put between others
    static boolean again(Connection connection, Columns columns, long[] ids) throws SQLException {
        boolean more = false;
        for (long id : ids) {
            int at = columns.position(id);
            if (at < 0) {
                if (columns.size > 0 && id < columns.ids[columns.size - 1]) {
                    return false;
                }
                more = true;
            } else {
                columns.clear(at);
            }
        }
        var reader = new ColumnReader(connection, columns);
        for (int from = 0; from < ids.length; from += AT_ONCE) {
            reader.read(LongStream.range(from, Math.min(ids.length, from + AT_ONCE)).map(i -> ids[(int) i])
                    .mapToObj(Long::toString).collect(Collectors.joining(",", " IN (", ")")));
        }
        if (more || Bits.count(columns.marked(Mark.DUPLICATE)) > 0) {
            duplicates(connection, columns);
        }
        return true;
    }

    /// @param which a condition on ids; empty for all
    private void read(String which) throws SQLException {
        rows("example", "id", """
                id || ' ' || CASE split WHEN 'train' THEN 0 WHEN 'validation' THEN 1 WHEN 'test' THEN 2 ELSE 3 END
                || ' ' || ((image IS NOT NULL) + 2 * (problem IS NOT NULL) + 4 * (coalesce(knowledge, '') <> ''))
                """, "true", which, this::example);
        rows("given_label", "example_id", "example_id || ' ' || task_id || ' ' || label_id", "true", which,
                digits -> label(digits, false));
        rows("current_label", "example_id", "example_id || ' ' || task_id || ' ' || label_id || ' ' || (decided AND "
                + COUNTS + ")", "true", which, digits -> label(digits, true));
        rows("prediction", "example_id", """
                example_id || ' ' || task_id || ' ' || label_id || ' ' || CAST(round(confidence * 1000000) AS INTEGER)
                || ' ' || probabilities
                """, "checkpoint_id = (SELECT id FROM checkpoint WHERE current = 1)", which, this::prediction);
        rows("annotator_label", "example_id", "example_id || ' ' || task_id || ' ' || annotator_id || ' ' || ("
                + COUNTS + ")", "true", which, this::answer);
        rows("annotator_skip", "example_id", "example_id || ' ' || annotator_id", "true", which, digits -> {
            int at = columns.position(digits.number());
            columns.skip(digits.number(), at);
        });
        // Of some examples the flags are looked up by example, of all of them once.
        rows("(" + SqlQuery.lastFlags(which) + ")", "example_id", "example_id || ' ' || annotator_id", "true", "",
                digits -> {
                    int at = columns.position(digits.number());
                    columns.flag(digits.number(), at);
                });
        rows("example_state", "example_id", """
                example_id || ' ' || ((disputed > 0) + 2 * (flagged > 0) + 4 * (comments > 0) + 8 * (skips > 0))
                """, "true", which, this::state);
        rows("gold", "example_id", """
                example_id || ' ' || task_id
                || ' ' || (SELECT retired_at IS NULL FROM label WHERE id = label_id)
                """, "true", which, this::gold);
    }

    private void rows(String table, String id, String row, String condition, String which, Consumer<Digits> one)
            throws SQLException {
        try (var statement = connection.createStatement();
                var groups = statement.executeQuery("SELECT group_concat(" + row + ", ' ') FROM " + table + " WHERE "
                        + condition + (which.isEmpty() ? "" : " AND " + id + which) + " GROUP BY " + id
                        + " / 2000 ORDER BY " + id + " / 2000")) {
            while (groups.next()) {
                var digits = new Digits(groups.getBytes(1));
                while (digits.hasMore()) {
                    one.accept(digits);
                }
            }
        }
    }

    private void example(Digits digits) {
        long id = digits.number();
        int known = columns.position(id);
        int at = known < 0 ? columns.add(id) : known;
        columns.splits[at] = (byte) digits.number();
        long has = digits.number();
        mark(at, has, 1, Mark.PICTURE);
        mark(at, has, 2, Mark.PROBLEM);
        mark(at, has, 4, Mark.KNOWLEDGE);
    }

    private void mark(int at, long has, long bit, Mark mark) {
        if ((has & bit) != 0) {
            columns.mark(mark, at);
        }
    }

    private void label(Digits digits, boolean answer) {
        int at = columns.position(digits.number());
        var task = columns.task(digits.number());
        short code = (short) columns.code(digits.number());
        if (task != null) {
            (answer ? task.answer : task.given)[at] = code;
        }
        columns.mark(Mark.LABEL, at);
        if (answer) {
            columns.mark(Mark.ANSWER, at);
            boolean decided = digits.number() != 0;
            if (decided && task != null) {
                task.decide(at);
            }
        }
    }

    private void answer(Digits digits) {
        int at = columns.position(digits.number());
        var task = columns.task(digits.number());
        long annotator = digits.number();
        boolean counts = digits.number() != 0;
        columns.answered(annotator, at);
        if (counts && task != null) {
            task.answered(annotator, at);
        }
    }

    private void prediction(Digits digits) {
        int at = columns.position(digits.number());
        var task = columns.task(digits.number());
        short label = (short) columns.code(digits.number());
        int confidence = (int) digits.number();
        double best = 0;
        double second = 0;
        double entropy = 0;
        digits.take('[');
        while (!digits.take(']')) {
            double p = digits.decimal();
            second = Math.max(second, Math.min(best, p));
            best = Math.max(best, p);
            entropy -= p > 0 ? p * Math.log(p) : 0;
            if (digits.ended(']')) {
                break;
            }
        }
        digits.take(' ');
        if (task != null) {
            task.predicted[at] = label;
            task.confidence[at] = confidence;
            task.margin[at] = (int) Math.round((best - second) * 1_000_000);
            task.entropy[at] = (int) Math.round(entropy * 1_000_000);
        }
        columns.mark(Mark.PREDICTION, at);
    }

    private void gold(Digits digits) {
        int at = columns.position(digits.number());
        var task = columns.task(digits.number());
        boolean offered = digits.number() != 0;
        columns.mark(Mark.GOLD, at);
        if (offered && task != null) {
            task.agree(at);
        }
    }

    private void state(Digits digits) {
        int at = columns.position(digits.number());
        long has = digits.number();
        if ((has & 1) != 0) {
            columns.dispute(at);
        }
        mark(at, has, 2, Mark.FLAG);
        mark(at, has, 4, Mark.COMMENT);
        mark(at, has, 8, Mark.SKIPPED);
    }

    /// An example becomes one through another: they are looked for all at once.
    private static void duplicates(Connection connection, Columns columns) throws SQLException {
        var bits = new long[Bits.words(columns.ids.length)];
        for (long id : ids(connection, "SELECT e.id FROM example e WHERE " + SqlQuery.DUPLICATE)) {
            Bits.put(bits, columns.position(id), true);
        }
        columns.mark(Mark.DUPLICATE, bits);
    }

    /// The first column of `query`.
    static long[] ids(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return ids(rows);
        }
    }

    static long[] ids(java.sql.ResultSet rows) throws SQLException {
        var ids = new long[256];
        int count = 0;
        while (rows.next()) {
            ids = count == ids.length ? Arrays.copyOf(ids, 2 * count) : ids;
            ids[count++] = rows.getLong(1);
        }
        return Arrays.copyOf(ids, count);
    }
}
