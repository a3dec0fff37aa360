package org.askance.storage.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Copies an SQLite file as it is at one moment, its log included, while others go on reading and writing;
/// checks the copy and moves it into place. May be stopped from another thread.
final class Snapshot {

    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile @Nullable Statement running;

    /// Stops [#copy], which then throws `CancellationException` and leaves nothing behind. Before it has
    /// begun, too.
    void stop() {
        stopped.set(true);
        var statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException _) {
                // It has just ended.
            }
        }
    }

    /// @param to replaced; whole or untouched
    /// @throws StorageException if `from` cannot be read or `to` not written
    void copy(Path from, Path to) {
        var partial = to.resolveSibling("." + to.getFileName() + ".partial");
        try {
            Files.createDirectories(to.getParent());
            Files.deleteIfExists(partial);
            try (var connection = Connections.onlyReading(from)) {
                run(connection, "VACUUM INTO '" + partial.toString().replace("'", "''") + "'");
            } catch (SQLException e) {
                throw failed(from, to, e);
            }
            verify(partial);
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException(OfProject.COPY_FAILED.with(from, to, Told.plain(e.getMessage())), e);
        } finally {
            deleteQuietly(partial);
            deleteQuietly(partial.resolveSibling(partial.getFileName() + "-journal"));
        }
    }

    private StorageException failed(Path from, Path to, SQLException e) {
        if (stopped.get()) {
            throw new CancellationException("the copy was stopped");
        }
        return Failures.of(e, from, why -> OfProject.NOT_COPIED.with(from, why, to));
    }

    /// Reads all of `file`.
    ///
    /// @throws DamagedException if anything in it contradicts itself
    void verify(Path file) {
        try (var connection = Connections.onlyReading(file)) {
            String found = check(connection);
            if (!"ok".equals(found)) {
                throw new DamagedException(file, found, new SQLException(found));
            }
        } catch (SQLException e) {
            if (stopped.get()) {
                throw new CancellationException("the check was stopped");
            }
            throw Failures.of(file, OfProject.NOT_READ, e);
        }
    }

    private String check(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            begin(statement);
            try (var row = statement.executeQuery("PRAGMA quick_check(1)")) {
                row.next();
                return row.getString(1);
            }
        } finally {
            running = null;
        }
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            begin(statement);
            statement.execute(sql);
        } finally {
            running = null;
        }
    }

    private void begin(Statement statement) throws SQLException {
        running = statement;
        if (stopped.get()) {
            throw new SQLException("stopped");
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The next backup replaces it.
        }
    }
}
