package org.askance.storage.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.askance.storage.query.Finder;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// The project's examples. Thread-safe.
public final class ExampleRepository {

    // SQLite takes 32,766 parameters; a page on screen needs far fewer.
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final Finder finder;
    private final Path folder;
    private final Clock clock;

    /// @param folder what relative image paths start at
    public ExampleRepository(Database database, Finder finder, Path folder, Clock clock) {
        this.finder = finder;
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /// Adds `examples` in one transaction. One whose key is there already is left as it is, so adding the
    /// same file twice changes nothing; a label that its task does not know is not stored.
    ///
    /// @return how many were new
    public int addAll(List<NewExample> examples) {
        return database.write(connection -> {
            var labels = labelIds(connection);
            int added = 0;
            try (var insert = connection.prepareStatement("""
                    INSERT INTO example (key, text, image, image_hash, split, problem, imported_at, knowledge)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id
                    """);
                    var label = connection.prepareStatement(
                            "INSERT INTO given_label (example_id, task_id, label_id) VALUES (?, ?, ?)")) {
                for (var example : examples) {
                    long id = insert(insert, example);
                    if (id >= 0) {
                        added++;
                        addLabels(label, id, example.labels(), labels);
                    }
                }
            }
            return added;
        });
    }

    private long insert(PreparedStatement insert, NewExample example) throws SQLException {
        insert.setString(1, example.key());
        insert.setString(2, example.text());
        insert.setString(3, stored(example.image()));
        insert.setString(4, example.imageHash());
        insert.setString(5, example.split().key());
        insert.setString(6, example.problem());
        insert.setLong(7, clock.millis());
        insert.setString(8, example.knowledge());
        try (var id = insert.executeQuery()) {
            return id.next() ? id.getLong(1) : -1;
        }
    }

    private @Nullable String stored(@Nullable Path image) {
        if (image == null) {
            return null;
        }
        var absolute = image.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString();
    }

    private record LabelId(long task, long label) {}

    private static Map<List<String>, LabelId> labelIds(Connection connection) throws SQLException {
        var ids = new HashMap<List<String>, LabelId>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT t.name, l.name, t.id, l.id FROM label l JOIN task t ON t.id = l.task_id"
                                + " WHERE t.retired_at IS NULL AND l.retired_at IS NULL")) {
            while (rows.next()) {
                ids.put(List.of(rows.getString(1), rows.getString(2)), new LabelId(rows.getLong(3), rows.getLong(4)));
            }
        }
        return ids;
    }

    private static void addLabels(PreparedStatement insert, long example, Map<String, String> labels,
            Map<List<String>, LabelId> ids) throws SQLException {
        for (var label : labels.entrySet()) {
            var id = ids.get(List.of(label.getKey(), label.getValue()));
            if (id != null) {
                insert.setLong(1, example);
                insert.setLong(2, id.task);
                insert.setLong(3, id.label);
                insert.executeUpdate();
            }
        }
    }

    /// Notes why an example's image cannot be used, or with `null` that it can.
    public void setProblem(long id, @Nullable String problem) {
        database.write(connection -> {
            try (var update = connection.prepareStatement("UPDATE example SET problem = ? WHERE id = ?")) {
                if (problem == null) {
                    update.setNull(1, Types.VARCHAR);
                } else {
                    update.setString(1, problem);
                }
                update.setLong(2, id);
                return update.executeUpdate();
            }
        });
    }

    /// Ids of all that `filter` finds, in the order of import.
    public long[] ids(ExampleFilter filter) {
        return finder.ids(query(filter));
    }

    public int count(ExampleFilter filter) {
        return finder.count(query(filter));
    }

    private Query query(ExampleFilter filter) {
        return switch (finder.parse(filter.query())) {
            case Parsed.Good(var query) -> query;
            case Parsed.Bad(var problem) -> throw new IllegalArgumentException(problem.sentence());
        };
    }

    /// The rows of `ids`, in their order; an id that does not exist is left out.
    public List<ExampleRow> rows(long[] ids) {
        return database.read(connection -> {
            var rows = new ArrayList<ExampleRow>();
            for (int from = 0; from < ids.length; from += ROWS_AT_ONCE) {
                var part = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + ROWS_AT_ONCE));
                rows.addAll(page(connection, part));
            }
            return rows;
        });
    }

    /// The row of `id`, or `null`.
    public @Nullable ExampleRow row(long id) {
        var rows = rows(new long[]{id});
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private List<ExampleRow> page(Connection connection, long[] ids) throws SQLException {
        String in = LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.joining(",", "(", ")"));
        var given = labels(connection, "given_label", in);
        var answered = labels(connection, "current_label", in);
        var predicted = predictions(connection, in);
        var byId = new HashMap<Long, ExampleRow>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, key, text, image, split, problem, knowledge FROM example WHERE id IN " + in)) {
            while (rows.next()) {
                long id = rows.getLong(1);
                String image = rows.getString(4);
                var example = new Example(id, rows.getString(2), rows.getString(3), rows.getString(7),
                        image == null ? null : folder.resolve(image), Split.of(rows.getString(5)), rows.getString(6));
                byId.put(id, new ExampleRow(example, given.getOrDefault(id, Map.of()),
                        answered.getOrDefault(id, Map.of()), predicted.getOrDefault(id, Map.of())));
            }
        }
        return LongStream.of(ids).mapToObj(byId::get).filter(Objects::nonNull).toList();
    }

    private static Map<Long, Map<String, String>> labels(Connection connection, String table, String in)
            throws SQLException {
        var labels = new HashMap<Long, Map<String, String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT x.example_id, t.name, l.name FROM " + table
                        + " x JOIN task t ON t.id = x.task_id JOIN label l ON l.id = x.label_id WHERE x.example_id IN "
                        + in)) {
            while (rows.next()) {
                labels.computeIfAbsent(rows.getLong(1), _ -> new LinkedHashMap<>()).put(rows.getString(2),
                        rows.getString(3));
            }
        }
        return labels;
    }

    private static Map<Long, Map<String, ExampleRow.PredictionCell>> predictions(Connection connection, String in)
            throws SQLException {
        var cells = new HashMap<Long, Map<String, ExampleRow.PredictionCell>>();
        var orders = labelOrders(connection);
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT p.example_id, t.name, l.name, p.confidence, p.probabilities, p.label_order_id
                FROM prediction p JOIN task t ON t.id = p.task_id JOIN label l ON l.id = p.label_id
                WHERE p.checkpoint_id = (SELECT id FROM checkpoint WHERE current = 1) AND p.example_id IN
                """ + in)) {
            while (rows.next()) {
                cells.computeIfAbsent(rows.getLong(1), _ -> new LinkedHashMap<>()).put(rows.getString(2),
                        new ExampleRow.PredictionCell(rows.getString(3), rows.getDouble(4),
                                byLabel(orders.getOrDefault(rows.getLong(6), List.of()), rows.getString(5))));
            }
        }
        return cells;
    }

    /// Names of the labels of each label order of the current checkpoint, by id.
    private static Map<Long, List<String>> labelOrders(Connection connection) throws SQLException {
        var orders = new HashMap<Long, List<String>>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT o.id, l.name FROM label_order o JOIN json_each(o.labels) j JOIN label l ON l.id = j.value
                WHERE o.checkpoint_id = (SELECT id FROM checkpoint WHERE current = 1) ORDER BY o.id, j.key
                """)) {
            while (rows.next()) {
                orders.computeIfAbsent(rows.getLong(1), _ -> new ArrayList<>()).add(rows.getString(2));
            }
        }
        return orders;
    }

    private static Map<String, Float> byLabel(List<String> labels, String probabilities) {
        float[] values = Probabilities.parse(probabilities);
        var byLabel = new HashMap<String, Float>();
        for (int i = 0; i < Math.min(values.length, labels.size()); i++) {
            byLabel.put(labels.get(i), values[i]);
        }
        return byLabel;
    }

    private static long[] ids(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var ids = new long[256];
            int count = 0;
            while (rows.next()) {
                ids = count == ids.length ? Arrays.copyOf(ids, 2 * count) : ids;
                ids[count++] = rows.getLong(1);
            }
            return Arrays.copyOf(ids, count);
        }
    }

    /// How many examples each split has.
    public Map<Split, Integer> splitCounts() {
        return database.read(connection -> {
            var counts = new LinkedHashMap<Split, Integer>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT split, count(*) FROM example GROUP BY split")) {
                while (rows.next()) {
                    counts.put(Split.of(rows.getString(1)), rows.getInt(2));
                }
            }
            return counts;
        });
    }

    /// Ids of examples whose image may be used and for which `checkpoint` has no prediction yet.
    public long[] unscored(long checkpoint) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement("""
                    SELECT e.id FROM example e WHERE e.image IS NOT NULL AND e.problem IS NULL AND NOT EXISTS (
                        SELECT 1 FROM prediction p WHERE p.checkpoint_id = ? AND p.example_id = e.id)
                    ORDER BY e.id
                    """)) {
                statement.setLong(1, checkpoint);
                return ids(statement);
            }
        });
    }

    /// Ids of the examples that `checkpoint` has predictions for and whose picture can be used.
    public long[] scored(long checkpoint) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement("""
                    SELECT e.id FROM example e WHERE e.image IS NOT NULL AND e.problem IS NULL AND EXISTS (
                        SELECT 1 FROM prediction p WHERE p.checkpoint_id = ? AND p.example_id = e.id)
                    ORDER BY e.id
                    """)) {
                statement.setLong(1, checkpoint);
                return ids(statement);
            }
        });
    }

    /// Keys that are in the project already.
    public Set<String> keys() {
        return database.read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT key FROM example")) {
                var keys = new java.util.HashSet<String>();
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
                return keys;
            }
        });
    }
}
