package org.askance.storage.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// The project's SQLite file under WAL: one connection writes, behind a lock; readers have their own and
/// never wait for it. Safe from any thread; not usable after `close`.
public final class Database implements AutoCloseable {

    private static final int IDLE_READERS = 4;

    private final Path file;
    private final @Nullable Connection writer;
    private final Told whyReadOnly;
    private final ReentrantLock writing = new ReentrantLock();
    private final ArrayDeque<Connection> readers = new ArrayDeque<>();
    private @Nullable Watch watch;
    private boolean closed;

    private Database(Path file, @Nullable Connection writer, Told whyReadOnly) {
        this.file = file;
        this.writer = writer;
        this.whyReadOnly = whyReadOnly;
    }

    /// Work on a connection.
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /// Opens `file`, which must be of the current schema; see [Schema].
    static Database open(Path file) throws SQLException {
        return new Database(file, Connections.writer(file), Told.NOTHING);
    }

    /// @param why a sentence: what every attempt to write is answered with
    static Database openReadOnly(Path file, Told why) throws SQLException {
        var first = Connections.onlyReading(file);
        Connections.number(first, "SELECT count(*) FROM sqlite_schema");
        var database = new Database(file, null, why);
        database.readers.push(first);
        return database;
    }

    /// Runs `work` in a transaction: all of it is on disk on return, or nothing is.
    ///
    /// @throws StorageException if the file cannot be written; [ClosedException] once the project was left
    public <T> T write(Work<T> work) {
        if (writer == null) {
            throw new StorageException(whyReadOnly);
        }
        writing.lock();
        try {
            if (closed) {
                throw new ClosedException(file);
            }
            writer.setAutoCommit(false);
            try {
                T answer = work.run(writer);
                if (watch != null) {
                    watch.tell(writer);
                }
                writer.commit();
                writer.setAutoCommit(true);
                return answer;
            } catch (SQLException | RuntimeException e) {
                rollBack(writer, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_WRITTEN, e);
        } finally {
            writing.unlock();
        }
    }

    /// From now on `heard` is told what each transaction through this object touched, just before it is
    /// committed; one that then fails was announced in vain. It is called on the writing thread and must be quick.
    /// A project that is only read has nothing to tell.
    ///
    /// @param tables which to look at
    public void watch(List<Watch.Table> tables, Consumer<Watch.Change> heard) {
        writing.lock();
        try {
            if (writer != null) {
                watch = Watch.install(writer, tables, heard);
            }
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_READ, e);
        } finally {
            writing.unlock();
        }
    }

    /// On a full disk SQLite has rolled back already, and both of these fail: what counts is the cause.
    private static void rollBack(Connection writer, Exception cause) {
        try {
            writer.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        try {
            writer.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// Runs `work` on a connection that cannot write and sees what was committed before it began.
    ///
    /// @throws DamagedException if what it needs cannot be read
    public <T> T read(Work<T> work) {
        try {
            var connection = reader();
            try {
                return work.run(connection);
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_READ, e);
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
        new Snapshot().copy(file, target);
    }

    private Connection reader() throws SQLException {
        synchronized (readers) {
            if (closed) {
                throw new ClosedException(file);
            }
            if (!readers.isEmpty()) {
                return readers.pop();
            }
        }
        return writer == null ? Connections.onlyReading(file) : Connections.reader(file);
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
            // Last: it moves the log into the file.
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_CLOSED, e);
        } finally {
            writing.unlock();
        }
    }
}
