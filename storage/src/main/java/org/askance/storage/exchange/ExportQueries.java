package org.askance.storage.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.askance.storage.dataset.Example;
import org.askance.storage.dataset.Split;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.jspecify.annotations.Nullable;

/// The queries of one export, prepared once, on one connection.
final class ExportQueries implements AutoCloseable {

    private record LabelName(String task, String label) {}

    private static final String EVENTS = """
            SELECT e.id, e.gesture, e.kind, e.task_id, e.label_id, e.value, e.annotator_id, e.at, e.checkpoint_id,
                e.duration_ms, e.deciding, e.blind, e.queue, e.guideline, e.target,
                e.bulk, e.former,
                CASE WHEN e.target IS NULL THEN u.gesture IS NOT NULL
                    ELSE e.id <> (SELECT max(f.id) FROM event f WHERE f.target = e.target) END""";
    private static final String IN = " IN (SELECT value FROM json_each(?))";

    private final Path folder;
    private final Map<Long, String> tasks = new HashMap<>();
    private final Map<Long, LabelName> labels = new HashMap<>();
    private final Map<Long, String> checkpoints = new HashMap<>();
    private final Map<Long, String> annotators = new HashMap<>();
    private final PreparedStatement examples;
    private final PreparedStatement given;
    private final PreparedStatement counted;
    private final PreparedStatement events;
    private final PreparedStatement undos;
    private final PreparedStatement predictions;
    private final OfferedProbabilities probabilities;
    private final @Nullable Long checkpoint;
    private final @Nullable String timesOf;

    /// @param timesOf how long answers took is between each annotator and the program: only of this one it is told
    ExportQueries(Connection connection, Path folder, @Nullable Long checkpoint, @Nullable String timesOf)
            throws SQLException {
        this.timesOf = timesOf;
        this.folder = folder;
        this.checkpoint = checkpoint;
        names(connection);
        probabilities = OfferedProbabilities.of(connection);
        examples = connection.prepareStatement("""
                SELECT id, key, text, image, split, problem, image_hash, imported_at, knowledge FROM example WHERE id"""
                + IN);
        given = connection.prepareStatement("SELECT example_id, label_id FROM given_label WHERE example_id" + IN);
        counted = connection.prepareStatement(
                "SELECT example_id, label_id FROM current_label WHERE example_id" + IN);
        // Which pairs are gold is the project's own affair: told to annotators, it would be none.
        events = connection.prepareStatement(EVENTS + """
                , e.example_id FROM event e LEFT JOIN undone u ON u.gesture = e.gesture
                WHERE e.kind NOT IN ('gold', 'ungold') AND e.example_id""" + IN);
        undos = connection.prepareStatement(EVENTS + """
                , x.example_id FROM (SELECT DISTINCT gesture, example_id FROM event
                    WHERE kind NOT IN ('gold', 'ungold') AND example_id""" + IN + """
                ) x JOIN event e ON e.target = x.gesture LEFT JOIN undone u ON u.gesture = e.gesture
                """);
        predictions = connection.prepareStatement("""
                SELECT example_id, label_id, confidence, probabilities, label_order_id FROM prediction
                WHERE checkpoint_id = ?2 AND example_id IN (SELECT value FROM json_each(?1))
                """);
    }

    private void names(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(
                    "SELECT t.id, t.name, l.id, l.name FROM label l JOIN task t ON t.id = l.task_id")) {
                while (rows.next()) {
                    tasks.put(rows.getLong(1), rows.getString(2));
                    labels.put(rows.getLong(3), new LabelName(rows.getString(2), rows.getString(4)));
                }
            }
            names(statement, "SELECT id, name FROM checkpoint", checkpoints);
            names(statement, "SELECT id, name FROM annotator", annotators);
        }
    }

    private static void names(Statement statement, String query, Map<Long, String> into) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                into.put(rows.getLong(1), rows.getString(2));
            }
        }
    }

    List<ExportRow> read(long[] ids) throws SQLException {
        String in = Arrays.toString(ids);
        var givenLabels = labels(given, in);
        var countedLabels = labels(counted, in);
        var history = history(in);
        var predicted = predicted(in);
        var byId = new HashMap<Long, ExportRow>(2 * ids.length);
        examples.setString(1, in);
        try (var rows = examples.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                byId.put(id, new ExportRow(example(id, rows), rows.getString(7),
                        Instant.ofEpochMilli(rows.getLong(8)), givenLabels.getOrDefault(id, Map.of()),
                        countedLabels.getOrDefault(id, Map.of()), history.getOrDefault(id, List.of()),
                        predicted.getOrDefault(id, Map.of())));
            }
        }
        return LongStream.of(ids).mapToObj(byId::get).filter(Objects::nonNull).toList();
    }

    private Example example(long id, ResultSet rows) throws SQLException {
        String image = rows.getString(4);
        return new Example(id, rows.getString(2), rows.getString(3), rows.getString(9),
                image == null ? null : folder.resolve(image),
                Split.of(rows.getString(5)), rows.getString(6));
    }

    private Map<Long, Map<String, String>> labels(PreparedStatement query, String in) throws SQLException {
        query.setString(1, in);
        var found = new HashMap<Long, Map<String, String>>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var name = name(rows.getLong(2));
                found.computeIfAbsent(rows.getLong(1), _ -> new HashMap<>(4)).put(name.task, name.label);
            }
        }
        return found;
    }

    private LabelName name(long label) {
        var name = labels.get(label);
        if (name == null) {
            throw new StorageException(OfProject.LABEL_UNNAMED.with(label));
        }
        return name;
    }

    private Map<Long, List<ExportEvent>> history(String in) throws SQLException {
        var byExample = new HashMap<Long, List<ExportEvent>>();
        for (var query : List.of(events, undos)) {
            query.setString(1, in);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    byExample.computeIfAbsent(rows.getLong(19), _ -> new ArrayList<>()).add(event(rows));
                }
            }
        }
        byExample.values().forEach(list -> list.sort(Comparator.comparingLong(ExportEvent::id)));
        return byExample;
    }

    private ExportEvent event(ResultSet rows) throws SQLException {
        Long task = number(rows, 4);
        Long label = number(rows, 5);
        Long shown = number(rows, 9);
        String annotator = annotators.getOrDefault(rows.getLong(7), "");
        var around = new ExportEvent.Surroundings(shown == null ? null : checkpoints.get(shown),
                annotator.equals(timesOf) ? number(rows, 10) : null,
                rows.getBoolean(11), rows.getBoolean(12), rows.getString(13), number(rows, 14),
                rows.getBoolean(16));
        return new ExportEvent(rows.getLong(1), rows.getLong(2), rows.getString(3),
                task == null ? null : tasks.get(task), label == null ? null : name(label).label, rows.getString(6),
                rows.getString(17), annotator, Instant.ofEpochMilli(rows.getLong(8)), around,
                number(rows, 15), rows.getBoolean(18));
    }

    private static @Nullable Long number(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }

    private Map<Long, Map<String, ExportRow.Predicted>> predicted(String in) throws SQLException {
        if (checkpoint == null) {
            return Map.of();
        }
        predictions.setString(1, in);
        predictions.setLong(2, checkpoint);
        var found = new HashMap<Long, Map<String, ExportRow.Predicted>>();
        try (var rows = predictions.executeQuery()) {
            while (rows.next()) {
                var name = name(rows.getLong(2));
                found.computeIfAbsent(rows.getLong(1), _ -> new HashMap<>(4)).put(name.task,
                        new ExportRow.Predicted(name.label, rows.getDouble(3),
                                probabilities.ofOffered(rows.getString(4), rows.getLong(5))));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        for (var statement : List.of(examples, given, counted, events, undos, predictions)) {
            statement.close();
        }
    }
}
