package org.askance.storage.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/// The project's SQLite file under WAL: one connection writes, behind a lock; readers have their own and
/// never wait for it. Safe from any thread; not usable after `close`.
public final class Database implements AutoCloseable {

    private static final int BUSY_MS = 10_000;
    private static final int IDLE_READERS = 4;

    private final Path file;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final ArrayDeque<Connection> readers = new ArrayDeque<>();
    private boolean closed;

    private Database(Path file, Connection writer) {
        this.file = file;
        this.writer = writer;
    }

    /// Work on a connection.
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /// Opens `file`, which must be of the current schema; see [Schema].
    static Database open(Path file) throws SQLException {
        return new Database(file, connect(file, false));
    }

    static Connection connect(Path file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL: an answer that was confirmed survives a power cut, not only a crash; about 0.3 ms each.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(true);
        config.setCacheSize(-32_000);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        // Not opened read-only: under WAL even a reader may have to recover the log.
        if (readOnly) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = true");
            }
        }
        return connection;
    }

    /// Runs `work` in a transaction: all of it is on disk on return, or nothing is.
    ///
    /// @throws StorageException if the file cannot be written
    public <T> T write(Work<T> work) {
        writing.lock();
        try {
            if (closed) {
                throw new StorageException(file + " is closed.");
            }
            writer.setAutoCommit(false);
            try {
                T answer = work.run(writer);
                writer.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                rollBack(e);
                throw e;
            } finally {
                writer.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed("written", e);
        } finally {
            writing.unlock();
        }
    }

    private void rollBack(Exception cause) {
        try {
            writer.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// Runs `work` on a connection that cannot write and sees what was committed before it began.
    public <T> T read(Work<T> work) {
        try {
            var connection = reader();
            try {
                return work.run(connection);
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    /// As [#read], but all of `work`, however many queries it asks, sees one state of the project.
    public <T> T readSnapshot(Work<T> work) {
        return read(connection -> {
            connection.setAutoCommit(false);
            try {
                return work.run(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /// Copies the file as of this moment to `target`, which must not be there yet. Others may go on writing.
    public void copyTo(Path target) {
        try (var connection = connect(file, false);
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new StorageException("%s cannot be copied to %s: %s. Check that the disk has room."
                    .formatted(file, target, e.getMessage()), e);
        }
    }

    private Connection reader() throws SQLException {
        synchronized (readers) {
            if (closed) {
                throw new StorageException(file + " is closed.");
            }
            if (!readers.isEmpty()) {
                return readers.pop();
            }
        }
        return connect(file, true);
    }

    private void giveBack(Connection connection) throws SQLException {
        synchronized (readers) {
            if (!closed && readers.size() < IDLE_READERS) {
                readers.push(connection);
                return;
            }
        }
        connection.close();
    }

    private StorageException failed(String what, SQLException e) {
        return new StorageException(
                "%s cannot be %s: %s. Check that the disk has room and that the folder may be written; nothing was changed."
                        .formatted(file, what, e.getMessage()),
                e);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            synchronized (readers) {
                if (closed) {
                    return;
                }
                closed = true;
                for (var reader : readers) {
                    reader.close();
                }
            }
            writer.close();
        } catch (SQLException e) {
            throw failed("closed", e);
        } finally {
            writing.unlock();
        }
    }
}
