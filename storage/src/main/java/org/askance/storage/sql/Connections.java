package org.askance.storage.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// Connections to SQLite files, with the settings that they need.
final class Connections {

    private static final int BUSY_MS = 10_000;
    private static final int CACHE_KB = 32_000;

    private Connections() {}

    /// One that writes. `synchronous` is FULL: under WAL, NORMAL would lose the last confirmed answers at a
    /// power cut; FULL waits for one fsync of the log per answer.
    static Connection writer(Path file) throws SQLException {
        return wal().createConnection("jdbc:sqlite:" + file);
    }

    /// One beside a writer of this program. Not opened read-only: under WAL even a reader may have to recover
    /// the log.
    static Connection reader(Path file) throws SQLException {
        var connection = wal().createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = true");
        }
        return connection;
    }

    private static SQLiteConfig wal() {
        var config = plain();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config;
    }

    private static SQLiteConfig plain() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(true);
        config.setCacheSize(-CACHE_KB);
        // Else each row that is added is followed by a query for its id, which nobody asks.
        config.setGetGeneratedKeys(false);
        return config;
    }

    /// One that leaves the file as it is: of a project that another program writes, of one in a folder that
    /// may not be written, of a backup.
    static Connection onlyReading(Path file) throws SQLException {
        var config = plain();
        config.setReadOnly(true);
        var folder = file.toAbsolutePath().getParent();
        // SQLite cannot make the files that go with WAL there. Without a log nobody has it open, so nothing moves.
        boolean still = folder != null && !Files.isWritable(folder) && !Files.exists(log(file));
        return config.createConnection("jdbc:sqlite:" + (still ? file.toUri() + "?immutable=1" : file.toString()));
    }

    /// Undoes what a program that was killed while it migrated had half done: only a connection that may write can,
    /// and until then nobody can read the file.
    static void recover(Path file) throws SQLException {
        if (Files.exists(journal(file))) {
            try (var connection = plain().createConnection("jdbc:sqlite:" + file)) {
                number(connection, "SELECT count(*) FROM sqlite_schema");
            }
        }
    }

    /// What to put back if a transaction is cut off before the file is under WAL.
    static Path journal(Path file) {
        return file.resolveSibling(file.getFileName() + "-journal");
    }

    /// The log in which committed work waits to be moved into `file`.
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    static Path sharedMemory(Path file) {
        return file.resolveSibling(file.getFileName() + "-shm");
    }

    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
