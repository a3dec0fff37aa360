package org.askance.storage.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.askance.storage.dataset.Split;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// What an act on many examples would change, before it does. Thread-safe.
public final class BulkReview {

    /// One without a label that nobody disputes cannot be made gold.
    private static final String NOT_YET_GOLD = "e.id NOT IN (SELECT example_id FROM gold) AND EXISTS ("
            + GoldSteps.counting("e.id") + ")";

    private final Database database;

    public BulkReview(Database database) {
        this.database = database;
    }

    /// What would change.
    ///
    /// @param changed   the examples on which the act has an effect, ascending; others are better left alone: who
    ///                  looked at a pair and answered it would else be told to have answered it in bulk
    /// @param otherwise how many of those have another answer of this annotator's, which then no longer counts
    /// @param from      where moved ones are now; empty for other acts
    public record Review(long[] changed, int otherwise, Map<Split, Integer> from) {
        public Review {
            from = Map.copyOf(from);
        }

        /// Whether it changes what is measured on.
        public boolean touches(Split split, Act act) {
            return act instanceof Act.Move(var to) && !from.isEmpty()
                    && (to == split || from.containsKey(split));
        }
    }

    /// Reviews `act` of `annotator` on `examples`.
    public Review of(long[] examples, Act act, String annotator) {
        long[] sorted = LongStream.of(examples).sorted().distinct().toArray();
        return database.readSnapshot(connection -> {
            var who = Sql.number(connection, "SELECT id FROM annotator WHERE name = ?", annotator);
            return switch (act) {
                case Act.Label(var labels) -> labelled(connection, sorted, labels, who);
                case Act.Clear(Set<String> tasks) -> answered(connection, sorted, tasks, who);
                case Act.Flag _ -> plain(without(sorted, flagged(connection, sorted)));
                case Act.Unflag _ -> plain(flagged(connection, sorted));
                case Act.Move(var to) -> moved(connection, sorted, to);
                case Act.Gold() -> plain(sifted(connection, sorted, NOT_YET_GOLD));
                case Act.Ungold() -> plain(sifted(connection, sorted, "e.id IN (SELECT example_id FROM gold)"));
                case Act.Skip _,Act.Comment _ -> plain(sorted);
            };
        });
    }

    private static Review plain(long[] changed) {
        return new Review(changed, 0, Map.of());
    }

    private static String json(long[] ids) {
        return LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private static Review labelled(Connection connection, long[] ids, Map<String, String> labels,
            @Nullable Long annotator) throws SQLException {
        var same = new int[ids.length];
        var others = new boolean[ids.length];
        try (var query = connection.prepareStatement("""
                SELECT a.example_id, l.name FROM annotator_label a
                    JOIN task t ON t.id = a.task_id JOIN label l ON l.id = a.label_id
                WHERE a.annotator_id = ? AND t.name = ? AND a.example_id IN (SELECT value FROM json_each(?))
                """)) {
            String json = json(ids);
            for (var label : labels.entrySet()) {
                Sql.set(query, 1, annotator);
                query.setString(2, label.getKey());
                query.setString(3, json);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        int at = Arrays.binarySearch(ids, rows.getLong(1));
                        boolean equal = label.getValue().equals(rows.getString(2));
                        same[at] += equal ? 1 : 0;
                        others[at] |= !equal;
                    }
                }
            }
        }
        var changed = new long[ids.length];
        int count = 0;
        int otherwise = 0;
        for (int i = 0; i < ids.length; i++) {
            if (same[i] < labels.size()) {
                changed[count++] = ids[i];
                otherwise += others[i] ? 1 : 0;
            }
        }
        return new Review(Arrays.copyOf(changed, count), otherwise, Map.of());
    }

    private static Review answered(Connection connection, long[] ids, Set<String> tasks, @Nullable Long annotator)
            throws SQLException {
        var own = new boolean[ids.length];
        try (var query = connection.prepareStatement("""
                SELECT a.example_id FROM annotator_label a JOIN task t ON t.id = a.task_id
                WHERE a.annotator_id = ? AND t.name = ? AND a.example_id IN (SELECT value FROM json_each(?))
                """)) {
            for (String task : tasks) {
                Sql.set(query, 1, annotator);
                query.setString(2, task);
                query.setString(3, json(ids));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        own[Arrays.binarySearch(ids, rows.getLong(1))] = true;
                    }
                }
            }
        }
        return plain(IntStream.range(0, ids.length).filter(i -> own[i]).mapToLong(i -> ids[i]).toArray());
    }

    private static long[] flagged(Connection connection, long[] ids) throws SQLException {
        return sifted(connection, ids, "e.id IN (SELECT example_id FROM example_state WHERE flagged)");
    }

    /// Those of `ids` that `condition` on example `e` holds for, ascending.
    private static long[] sifted(Connection connection, long[] ids, String condition) throws SQLException {
        var found = LongStream.builder();
        try (var query = connection.prepareStatement("SELECT e.id FROM example e WHERE e.id IN "
                + "(SELECT value FROM json_each(?)) AND " + condition + " ORDER BY 1")) {
            query.setString(1, json(ids));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found.build().toArray();
    }

    private static long[] without(long[] ids, long[] sorted) {
        return LongStream.of(ids).filter(id -> Arrays.binarySearch(sorted, id) < 0).toArray();
    }

    private static Review moved(Connection connection, long[] ids, Split to) throws SQLException {
        var found = LongStream.builder();
        var from = new EnumMap<Split, Integer>(Split.class);
        try (var query = connection.prepareStatement("""
                SELECT id, split FROM example
                WHERE split <> ? AND id IN (SELECT value FROM json_each(?)) ORDER BY 1
                """)) {
            query.setString(1, to.key());
            query.setString(2, json(ids));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                    from.merge(Split.of(rows.getString(2)), 1, Integer::sum);
                }
            }
        }
        return new Review(found.build().toArray(), 0, from);
    }
}
