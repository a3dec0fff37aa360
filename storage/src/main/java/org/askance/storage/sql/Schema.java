package org.askance.storage.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a project file to the current schema before it is used. Refuses, without touching them, files
/// that are no project or come from a newer program.
public final class Schema {

    /// `PRAGMA application_id` of a project file: the letters ASKC.
    private static final int APPLICATION_ID = 0x41534B43;

    /// `PRAGMA user_version` after the newest migration.
    static final int NEWEST = 13;

    private Schema() {}

    /// Creates `file` and opens it. A crash in between leaves a file that is none yet: it is brought to the disk once, at
    /// the end, instead of with every migration.
    public static Database create(Path file) {
        migrate(file, "?synchronous=OFF&journal_mode=MEMORY", true);
        try (var made = FileChannel.open(file, StandardOpenOption.WRITE)) {
            made.force(true);
        } catch (IOException e) {
            throw new StorageException(OfProject.NOT_PREPARED.with(file, Told.plain(e.getMessage())), e);
        }
        return opened(file);
    }

    /// As [#open(Path, Backups)], with the backups beside `file`.
    public static Database open(Path file) {
        return open(file, new Backups(file, Clock.systemUTC()));
    }

    /// Opens `file`, after migrating it if it is of an older schema; a backup is made before.
    ///
    /// @throws StorageException if it is no project, damaged, or from a newer program
    public static Database open(Path file, Backups backups) {
        try {
            Connections.recover(file);
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_READ, e);
        }
        if (version(file) < NEWEST) {
            backups.make(Backup.Kind.MIGRATION);
            migrate(file, "", false);
        }
        return opened(file);
    }

    /// Opens `file` without ever writing it.
    ///
    /// @param why a sentence: why it is not written
    /// @throws StorageException as [#open]; also if it is of an older schema, which reading cannot bring up to date
    public static Database openReadOnly(Path file, Told why) {
        if (version(file) < NEWEST) {
            throw new StorageException(OfProject.OLDER.with(why));
        }
        try {
            return Database.openReadOnly(file, why);
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_READ, e);
        }
    }

    /// The schema that `file` is of.
    ///
    /// @throws StorageException if it is no project, damaged, or from a newer program
    static int version(Path file) {
        try (var connection = Connections.onlyReading(file)) {
            if (Connections.number(connection, "PRAGMA application_id") != APPLICATION_ID) {
                throw new StorageException(OfProject.NO_PROJECT_FILE.with(file));
            }
            Connections.number(connection, "SELECT count(*) FROM sqlite_schema");
            int version = (int) Connections.number(connection, "PRAGMA user_version");
            if (version > NEWEST) {
                throw new StorageException(OfProject.NEWER.with(file, version, NEWEST));
            }
            return version;
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_READ, e);
        }
    }

    /// @param how     of its connections, as SQLite's address takes it
    /// @param atOnce in one transaction
    private static void migrate(Path file, String how, boolean atOnce) {
        try {
            Flyway.configure(Schema.class.getClassLoader()).dataSource("jdbc:sqlite:" + file + how, null, null)
                    .group(atOnce).locations("classpath:org/askance/storage/sql").load().migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException failure) {
                    throw Failures.of(file, OfProject.NOT_UPDATED, failure);
                }
            }
            throw new StorageException(OfProject.NOT_PREPARED.with(file, Told.plain(e.getMessage())), e);
        }
    }

    private static Database opened(Path file) {
        try {
            return Database.open(file);
        } catch (SQLException e) {
            throw Failures.of(file, OfProject.NOT_OPENED, e);
        }
    }
}
