package org.askance.storage.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.askance.storage.dataset.Probabilities;
import org.askance.storage.sql.Database;

/// Predictions by checkpoint. Thread-safe.
public final class PredictionRepository {

    private final Database database;

    public PredictionRepository(Database database) {
        this.database = database;
    }

    /// Stores `predictions` in one transaction, over older ones of the same checkpoint. A task that the project never
    /// had is left out, and so is one with a label that it never had.
    ///
    /// @param labels what the probabilities stand for, by the names that the network was trained with
    public void save(long checkpoint, List<TaskLabels> labels, List<NewPrediction> predictions) {
        database.write(connection -> save(connection, checkpoint, labels, predictions));
    }

    /// As [#save(long, List, List)], of probabilities that stand for the labels which are offered now.
    public void save(long checkpoint, List<NewPrediction> predictions) {
        database.write(
                connection -> save(connection, checkpoint, LabelOrders.present(connection), predictions));
    }

    private static int save(Connection connection, long checkpoint, List<TaskLabels> labels,
            List<NewPrediction> predictions) throws SQLException {
        var orders = new LabelOrders(connection, checkpoint);
        try (var insert = connection.prepareStatement("""
                INSERT INTO prediction (checkpoint_id, example_id, task_id, label_id, confidence, probabilities,
                    label_order_id)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET label_id = excluded.label_id,
                    confidence = excluded.confidence, probabilities = excluded.probabilities,
                    label_order_id = excluded.label_order_id
                """)) {
            for (var task : labels) {
                var order = orders.find(task);
                if (order != null && order.isWhole()) {
                    add(insert, checkpoint, task.task(), order, orders, predictions);
                }
            }
            return insert.executeBatch().length;
        }
    }

    private static void add(PreparedStatement insert, long checkpoint, String task, LabelOrders.Order order,
            LabelOrders orders, List<NewPrediction> predictions) throws SQLException {
        long noted = -1;
        for (var prediction : predictions) {
            float[] probabilities = prediction.probabilities().get(task);
            if (probabilities == null) {
                continue;
            }
            if (probabilities.length != order.labels().length) {
                throw new IllegalArgumentException(
                        probabilities.length + " probabilities of " + order.labels().length + " labels of " + task);
            }
            noted = noted < 0 ? orders.noted(order) : noted;
            int best = 0;
            for (int i = 1; i < probabilities.length; i++) {
                best = probabilities[i] > probabilities[best] ? i : best;
            }
            insert.setLong(1, checkpoint);
            insert.setLong(2, prediction.example());
            insert.setLong(3, order.task());
            insert.setLong(4, order.labels()[best]);
            insert.setDouble(5, probabilities[best]);
            insert.setString(6, Probabilities.format(probabilities));
            insert.setLong(7, noted);
            insert.addBatch();
        }
    }

    /// Whether anything of what a checkpoint predicts is kept: whether the project ever had one of its tasks with all
    /// of its labels.
    ///
    /// @param network its labels, by the names that it was trained with
    public boolean understands(long checkpoint, List<TaskLabels> network) {
        return database.read(connection -> {
            var orders = new LabelOrders(connection, checkpoint);
            for (var task : network) {
                var order = orders.find(task);
                if (order != null && order.isWhole()) {
                    return true;
                }
            }
            return false;
        });
    }

    /// Where a checkpoint's labels stand among those that are offered now. A task that the project does not ask now
    /// is left out.
    ///
    /// @param network its labels, by the names that it was trained with
    public List<OfferedLabels> offered(long checkpoint, List<TaskLabels> network) {
        return database.readSnapshot(connection -> {
            var offered = new ArrayList<OfferedLabels>();
            var indices = LabelOrders.offered(connection);
            var asked = asked(connection);
            for (var task : network) {
                var order = new LabelOrders(connection, checkpoint).find(task);
                String name = order == null ? null : asked.get(order.task());
                if (order != null && name != null) {
                    offered.add(new OfferedLabels(task.task(), name, Arrays.stream(order.labels())
                            .mapToObj(label -> indices.getOrDefault(label, -1)).toList()));
                }
            }
            return offered;
        });
    }

    /// Names of the tasks that are asked now, by id, in their order.
    private static Map<Long, String> asked(Connection connection) throws SQLException {
        var tasks = new LinkedHashMap<Long, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, name FROM task WHERE retired_at IS NULL ORDER BY position, id")) {
            while (rows.next()) {
                tasks.put(rows.getLong(1), rows.getString(2));
            }
        }
        return tasks;
    }

    /// All predictions of `checkpoint` whose probabilities are of exactly the labels that are offered now, and in
    /// their order, by task in the tasks' order, examples ascending; retired tasks are left out.
    public List<TaskPredictions> all(long checkpoint) {
        return database.readSnapshot(connection -> {
            var all = new ArrayList<TaskPredictions>();
            var indices = LabelOrders.offered(connection);
            for (var task : asked(connection).entrySet()) {
                all.add(of(connection, checkpoint, task.getKey(), task.getValue(),
                        places(connection, task.getKey(), indices)));
            }
            return all;
        });
    }

    /// Of each label order of a task that has exactly the offered labels: where each probability belongs.
    private static Map<Long, int[]> places(Connection connection, long task, Map<Long, Integer> indices)
            throws SQLException {
        var places = new HashMap<Long, int[]>();
        int count = (int) number(connection, "SELECT count(*) FROM label WHERE retired_at IS NULL AND task_id = ?",
                task);
        try (var query = connection.prepareStatement("SELECT id, labels FROM label_order WHERE task_id = ?")) {
            query.setLong(1, task);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    int[] place = Arrays.stream(LabelOrders.ids(rows.getString(2)))
                            .mapToInt(label -> indices.getOrDefault(label, -1)).toArray();
                    if (place.length == count && Arrays.stream(place).allMatch(at -> at >= 0)) {
                        places.put(rows.getLong(1), place);
                    }
                }
            }
        }
        return places;
    }

    private static long number(Connection connection, String query, long argument) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setLong(1, argument);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static TaskPredictions of(Connection connection, long checkpoint, long task, String name,
            Map<Long, int[]> places) throws SQLException {
        var examples = LongStream.builder();
        var probabilities = new ArrayList<float[]>();
        try (var query = connection.prepareStatement("""
                SELECT example_id, probabilities, label_order_id FROM prediction
                WHERE checkpoint_id = ? AND task_id = ? ORDER BY example_id
                """)) {
            query.setLong(1, checkpoint);
            query.setLong(2, task);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    int[] place = places.get(rows.getLong(3));
                    if (place != null) {
                        examples.add(rows.getLong(1));
                        probabilities.add(placed(Probabilities.parse(rows.getString(2)), place));
                    }
                }
            }
        }
        return new TaskPredictions(name, examples.build().toArray(), probabilities.toArray(float[][]::new));
    }

    private static float[] placed(float[] probabilities, int[] place) {
        var placed = new float[probabilities.length];
        for (int i = 0; i < placed.length; i++) {
            placed[place[i]] = probabilities[i];
        }
        return placed;
    }

    /// How many examples `checkpoint` has predictions for.
    public int count(long checkpoint) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "SELECT count(DISTINCT example_id) FROM prediction WHERE checkpoint_id = ?")) {
                query.setLong(1, checkpoint);
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }
}
