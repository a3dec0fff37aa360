package org.askance.storage.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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

    private record TaskIds(long task, List<Long> labels) {}

    /// Stores `predictions` in one transaction, over older ones of the same checkpoint. A task that the project
    /// does not have, or that has another number of labels here, is left out.
    public void save(long checkpoint, List<NewPrediction> predictions) {
        database.write(connection -> {
            var tasks = tasks(connection);
            try (var insert = connection.prepareStatement("""
                    INSERT INTO prediction (checkpoint_id, example_id, task_id, label_id, confidence, probabilities)
                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET label_id = excluded.label_id,
                        confidence = excluded.confidence, probabilities = excluded.probabilities
                    """)) {
                for (var prediction : predictions) {
                    for (var task : prediction.probabilities().entrySet()) {
                        var ids = tasks.get(task.getKey());
                        var probabilities = task.getValue();
                        if (ids != null && ids.labels.size() == probabilities.length) {
                            int best = 0;
                            for (int i = 1; i < probabilities.length; i++) {
                                best = probabilities[i] > probabilities[best] ? i : best;
                            }
                            insert.setLong(1, checkpoint);
                            insert.setLong(2, prediction.example());
                            insert.setLong(3, ids.task);
                            insert.setLong(4, ids.labels.get(best));
                            insert.setDouble(5, probabilities[best]);
                            insert.setString(6, Probabilities.format(probabilities));
                            insert.addBatch();
                        }
                    }
                }
                return insert.executeBatch().length;
            }
        });
    }

    private static Map<String, TaskIds> tasks(Connection connection) throws SQLException {
        var tasks = new HashMap<String, TaskIds>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT t.name, t.id, l.id FROM label l JOIN task t ON t.id = l.task_id ORDER BY l.position
                        """)) {
            while (rows.next()) {
                long task = rows.getLong(2);
                tasks.computeIfAbsent(rows.getString(1), _ -> new TaskIds(task, new ArrayList<>())).labels
                        .add(rows.getLong(3));
            }
        }
        return tasks;
    }

    /// All predictions of `checkpoint`, by task in the tasks' order, examples ascending; retired tasks are left out.
    public List<TaskPredictions> all(long checkpoint) {
        return database.readSnapshot(connection -> {
            var all = new ArrayList<TaskPredictions>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT id, name FROM task WHERE retired_at IS NULL ORDER BY position, id")) {
                while (rows.next()) {
                    all.add(of(connection, checkpoint, rows.getLong(1), rows.getString(2)));
                }
            }
            return all;
        });
    }

    private static TaskPredictions of(Connection connection, long checkpoint, long task, String name)
            throws SQLException {
        var examples = LongStream.builder();
        var probabilities = new ArrayList<float[]>();
        try (var query = connection.prepareStatement("""
                SELECT example_id, probabilities FROM prediction WHERE checkpoint_id = ? AND task_id = ?
                ORDER BY example_id
                """)) {
            query.setLong(1, checkpoint);
            query.setLong(2, task);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    examples.add(rows.getLong(1));
                    probabilities.add(Probabilities.parse(rows.getString(2)));
                }
            }
        }
        return new TaskPredictions(name, examples.build().toArray(), probabilities.toArray(float[][]::new));
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
