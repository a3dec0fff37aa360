package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// What one annotator did, for that annotator's own eyes: each method is asked for one name, and none compares.
/// Thread-safe.
public final class OwnWork {

    // The condition of index event_own, word for word: a queue asks one example at a time. Answers to many at once
    // and nearly all of other programs have none, and deciding ones are another kind of work.
    static final String LOOKS = """
            SELECT e.example_id, e.at, e.duration_ms, e.queue FROM event e
            WHERE e.annotator_id = ? AND e.at >= ? AND e.at < ?
                AND kind = 'answer' AND queue IS NOT NULL AND NOT deciding
                AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.gesture = e.gesture)
            ORDER BY e.id
            """;

    private static final String CHANGED = """
            (e.gesture NOT IN (SELECT gesture FROM undone) AND NOT e.deciding AND NOT EXISTS (
                SELECT 1 FROM annotator_label a WHERE a.example_id = e.example_id AND a.task_id = e.task_id
                    AND a.annotator_id = e.annotator_id AND a.event_id = e.id))
            """;

    // +: by annotator alone each row would read all that they ever did.
    static final String HISTORY = """
            SELECT e.id, e.gesture, e.example_id, x.key, x.text, t.name, l.name, e.at,
                EXISTS (SELECT 1 FROM undone u WHERE u.gesture = e.gesture), %1$s,
                coalesce((SELECT flagged FROM example_state s WHERE s.example_id = e.example_id), 0),
                EXISTS (SELECT 1 FROM event c WHERE c.example_id = e.example_id AND c.kind = 'comment'
                    AND +c.annotator_id = e.annotator_id AND c.gesture NOT IN (SELECT gesture FROM undone))
            FROM event e JOIN example x ON x.id = e.example_id JOIN task t ON t.id = e.task_id
                JOIN label l ON l.id = e.label_id
            WHERE e.annotator_id = ?1 AND e.id < ?2 AND e.kind = 'answer' AND (?3 IS NULL OR e.at >= ?3)
                AND (?4 IS NULL OR e.label_id = ?4) AND (NOT ?5 OR %1$s)
            ORDER BY e.id DESC LIMIT ?6
            """.formatted(CHANGED);

    private final Database database;

    public OwnWork(Database database) {
        this.database = database;
    }

    /// Answers that count, given from `from` on and before `until`, in the order in which they were given, whatever
    /// the clock said. An example that was answered task by task is there for each.
    public List<Look> looks(String annotator, Instant from, Instant until) {
        return database.read(connection -> {
            var looks = new ArrayList<Look>();
            var id = annotator(connection, annotator);
            if (id == null) {
                return looks;
            }
            try (var query = connection.prepareStatement(LOOKS)) {
                query.setLong(1, id);
                query.setLong(2, from.toEpochMilli());
                query.setLong(3, until.toEpochMilli());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        looks.add(new Look(rows.getLong(1), Instant.ofEpochMilli(rows.getLong(2)),
                                Duration.ofMillis(rows.getLong(3)), rows.getString(4)));
                    }
                }
            }
            return looks;
        });
    }

    /// A page of everything they ever answered, what was undone included.
    ///
    /// @param before where the page before ended; [Long#MAX_VALUE] for the first
    /// @param rows   how many rows are read at most, at least 50: an answer has one for each of its tasks
    public OwnHistory history(String annotator, OwnHistory.Filter filter, long before, int rows) {
        return database.readSnapshot(connection -> {
            var id = annotator(connection, annotator);
            Long label = filter.label() == null ? null : Sql.number(connection, """
                    SELECT l.id FROM label l JOIN task t ON t.id = l.task_id WHERE t.name = ? AND l.name = ?
                    """, filter.task(), filter.label());
            if (id == null || (label == null && filter.label() != null)) {
                return new OwnHistory(List.of(), 0);
            }
            var page = new Page();
            try (var query = connection.prepareStatement(HISTORY)) {
                query.setLong(1, id);
                query.setLong(2, before);
                Sql.set(query, 3, filter.since() == null ? null : filter.since().toEpochMilli());
                Sql.set(query, 4, label);
                query.setBoolean(5, filter.changed());
                query.setInt(6, rows);
                try (var found = query.executeQuery()) {
                    while (found.next()) {
                        page.add(found);
                    }
                }
            }
            return page.end(rows);
        });
    }

    private static @Nullable Long annotator(Connection connection, String name) throws SQLException {
        return Sql.number(connection, "SELECT id FROM annotator WHERE name = ?", name);
    }

    /// Puts the rows of one keypress about one example together; they follow each other.
    private static final class Page {
        private final List<OwnAnswer> answers = new ArrayList<>();
        private long gesture;
        private int rows;

        void add(ResultSet row) throws SQLException {
            rows++;
            long of = row.getLong(2);
            long example = row.getLong(3);
            var same = answers.isEmpty() || of != gesture || answers.getLast().example() != example
                    ? null
                    : answers.removeLast();
            var labels = new HashMap<String, String>(same == null ? Map.of() : same.labels());
            labels.put(row.getString(6), row.getString(7));
            gesture = of;
            answers.add(new OwnAnswer(row.getLong(1), example, row.getString(4), row.getString(5), labels,
                    Instant.ofEpochMilli(row.getLong(8)), row.getBoolean(9),
                    row.getBoolean(10) || (same != null && same.changed()), row.getBoolean(11), row.getBoolean(12)));
        }

        /// The last answer may go on in rows that were not read: it comes with the next page, whole.
        OwnHistory end(int wanted) {
            if (rows < wanted) {
                return new OwnHistory(answers, 0);
            }
            if (answers.size() > 1) {
                answers.removeLast();
            }
            return new OwnHistory(answers, answers.getLast().event());
        }
    }
}
