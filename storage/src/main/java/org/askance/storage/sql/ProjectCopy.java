package org.askance.storage.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;

/// A project file that was copied aside, whose paths may be changed. Confined to one thread.
public final class ProjectCopy implements AutoCloseable {

    private final Path file;
    private final Connection connection;
    private final Map<String, String> moved = new LinkedHashMap<>();

    private ProjectCopy(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// @throws StorageException if the copy cannot be opened
    public static ProjectCopy open(Path file) {
        try {
            var connection = Connections.writer(file);
            // One transaction until it is closed; and no log beside it.
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = DELETE");
            }
            connection.setAutoCommit(false);
            return new ProjectCopy(file, connection);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /// Of the schema, as `PRAGMA user_version`.
    public int schema() {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /// Paths of all pictures, each once, in the order of import.
    public List<String> images() {
        var images = new LinkedHashSet<>(paths("SELECT image FROM example WHERE image IS NOT NULL ORDER BY id"));
        images.addAll(paths("SELECT image FROM more_image ORDER BY example_id, position"));
        return List.copyOf(images);
    }

    /// Folders of all checkpoints.
    public List<String> checkpoints() {
        return paths("SELECT folder FROM checkpoint ORDER BY id");
    }

    private List<String> paths(String query) {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            var paths = new ArrayList<String>();
            while (rows.next()) {
                paths.add(rows.getString(1));
            }
            return paths;
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /// From the close on, every row that says `was` says `path`.
    public void move(String was, String path) {
        moved.put(was, path);
    }

    private void applyMoves() throws SQLException {
        try (var statement = connection.createStatement();
                var insert = prepareMoves(statement)) {
            for (var each : moved.entrySet()) {
                insert.setString(1, each.getKey());
                insert.setString(2, each.getValue());
                insert.executeUpdate();
            }
            for (var column : List.of("example.image", "more_image.image", "checkpoint.folder")) {
                String[] parts = column.split("\\.", -1);
                statement.executeUpdate(
                        "UPDATE %1$s SET %2$s = (SELECT path FROM moved WHERE was = %2$s) WHERE %2$s IN (SELECT was FROM moved)"
                                .formatted(parts[0], parts[1]));
            }
        }
    }

    private PreparedStatement prepareMoves(Statement statement) throws SQLException {
        statement.execute("CREATE TEMP TABLE moved (was TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID");
        return connection.prepareStatement("INSERT INTO moved (was, path) VALUES (?, ?)");
    }

    private static StorageException failed(Path file, SQLException e) {
        return new StorageException(OfProject.COPY_UNUSABLE.with(file, Told.plain(e.getMessage())), e);
    }

    /// Keeps what was changed.
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                applyMoves();
                connection.commit();
                connection.close();
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }
}
