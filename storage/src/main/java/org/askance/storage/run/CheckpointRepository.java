package org.askance.storage.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.askance.storage.sql.Database;
import org.jspecify.annotations.Nullable;

/// The project's checkpoints, one of which is current. Thread-safe.
public final class CheckpointRepository {

    private final Database database;
    private final Path folder;
    private final Clock clock;

    /// @param folder what relative paths start at
    public CheckpointRepository(Database database, Path folder, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /// Lists a checkpoint; one whose folder is listed already keeps its id. The first is made current.
    ///
    /// @param parent the checkpoint it was trained from
    /// @return its id
    public long add(String name, Path checkpointFolder, @Nullable Long parent) {
        return database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO checkpoint (name, folder, created_at, parent_id, current)
                    VALUES (?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM checkpoint WHERE outside = 0))
                    ON CONFLICT (folder) DO UPDATE SET name = excluded.name RETURNING id
                    """)) {
                insert.setString(1, name);
                insert.setString(2, stored(checkpointFolder));
                insert.setLong(3, clock.millis());
                if (parent == null) {
                    insert.setNull(4, Types.INTEGER);
                } else {
                    insert.setLong(4, parent);
                }
                try (var row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// Lists a network of another program, which has predictions here but no folder: it is not in [#list()], and
    /// never current. One of that name keeps its id.
    ///
    /// @return its id
    public long addOutside(String name) {
        return database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO checkpoint (name, folder, created_at, current, outside) VALUES (?, ?, ?, 0, 1)
                    ON CONFLICT (folder) DO UPDATE SET name = excluded.name RETURNING id
                    """)) {
                insert.setString(1, name);
                // No path begins so.
                insert.setString(2, "outside:" + name);
                insert.setLong(3, clock.millis());
                try (var row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// Names of networks of other programs, by id.
    public Map<Long, String> outside() {
        return database.read(connection -> {
            var names = new TreeMap<Long, String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT id, name FROM checkpoint WHERE outside = 1")) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2));
                }
            }
            return names;
        });
    }

    private String stored(Path checkpointFolder) {
        var absolute = checkpointFolder.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString();
    }

    /// From now on, predictions of `id` are the ones shown.
    public void makeCurrent(long id) {
        database.write(connection -> {
            try (var update = connection.prepareStatement("UPDATE checkpoint SET current = (id = ?)")) {
                update.setLong(1, id);
                return update.executeUpdate();
            }
        });
    }

    /// All, oldest first.
    public List<Checkpoint> list() {
        return database.read(connection -> {
            var metrics = metrics(connection);
            var checkpoints = new ArrayList<Checkpoint>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT id, name, folder, created_at, current FROM checkpoint WHERE outside = 0 ORDER BY id")) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    checkpoints.add(new Checkpoint(id, rows.getString(2), folder.resolve(rows.getString(3)),
                            Instant.ofEpochMilli(rows.getLong(4)), rows.getBoolean(5),
                            metrics.getOrDefault(id, Map.of())));
                }
            }
            return checkpoints;
        });
    }

    private static Map<Long, Map<String, Map<String, Double>>> metrics(Connection connection) throws SQLException {
        var metrics = new HashMap<Long, Map<String, Map<String, Double>>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT checkpoint_id, split, name, value FROM metric")) {
            while (rows.next()) {
                metrics.computeIfAbsent(rows.getLong(1), _ -> new TreeMap<>())
                        .computeIfAbsent(rows.getString(2), _ -> new TreeMap<>())
                        .put(rows.getString(3), rows.getDouble(4));
            }
        }
        return metrics;
    }

    public @Nullable Checkpoint current() {
        return list().stream().filter(Checkpoint::current).findFirst().orElse(null);
    }

    /// Stores metrics of a checkpoint on a split, over older ones of the same names.
    public void saveMetrics(long id, String split, Map<String, Double> metrics) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO metric (checkpoint_id, split, name, value) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET value = excluded.value
                    """)) {
                for (var metric : metrics.entrySet()) {
                    insert.setLong(1, id);
                    insert.setString(2, split);
                    insert.setString(3, metric.getKey());
                    insert.setDouble(4, metric.getValue());
                    insert.executeUpdate();
                }
                return metrics.size();
            }
        });
    }
}
