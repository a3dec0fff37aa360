package org.askance.storage.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a project file to the current schema before it is used. Refuses, without touching them, files
/// that are no project or come from a newer program.
public final class Schema {

    /// `PRAGMA application_id` of a project file: the letters ASKC.
    private static final int APPLICATION_ID = 0x41534B43;

    /// `PRAGMA user_version` after the newest migration.
    static final int NEWEST = 12;

    private Schema() {}

    /// Creates `file` and opens it.
    public static Database create(Path file) {
        migrate(file);
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
            throw Failures.of(file, "read", e);
        }
        if (version(file) < NEWEST) {
            backups.make(Backup.Kind.MIGRATION);
            migrate(file);
        }
        return opened(file);
    }

    /// Opens `file` without ever writing it.
    ///
    /// @param why a sentence: why it is not written
    /// @throws StorageException as [#open]; also if it is of an older schema, which reading cannot bring up to date
    public static Database openReadOnly(Path file, String why) {
        if (version(file) < NEWEST) {
            throw new StorageException(why + " It was made by an older version of Askance and must be brought up to"
                    + " date before it can be read: open it once where it can be written.");
        }
        try {
            return Database.openReadOnly(file, why);
        } catch (SQLException e) {
            throw Failures.of(file, "read", e);
        }
    }

    /// The schema that `file` is of.
    ///
    /// @throws StorageException if it is no project, damaged, or from a newer program
    static int version(Path file) {
        try (var connection = Connections.onlyReading(file)) {
            if (Connections.number(connection, "PRAGMA application_id") != APPLICATION_ID) {
                throw new StorageException(file + " is not an Askance project. Choose another folder.");
            }
            Connections.number(connection, "SELECT count(*) FROM sqlite_schema");
            int version = (int) Connections.number(connection, "PRAGMA user_version");
            if (version > NEWEST) {
                throw new StorageException("The project " + file + " was made by a newer version of Askance (schema "
                        + version + ", this program knows " + NEWEST
                        + "). Install the newest version to open it; nothing was changed.");
            }
            return version;
        } catch (SQLException e) {
            throw Failures.of(file, "read", e);
        }
    }

    private static void migrate(Path file) {
        try {
            Flyway.configure(Schema.class.getClassLoader()).dataSource("jdbc:sqlite:" + file, null, null)
                    .locations("classpath:org/askance/storage/sql").load().migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException failure) {
                    throw Failures.of(file, "brought up to date", failure);
                }
            }
            throw new StorageException("The project file " + file + " cannot be prepared: " + e.getMessage()
                    + " Check that the folder may be written and the disk has room.", e);
        }
    }

    private static Database opened(Path file) {
        try {
            return Database.open(file);
        } catch (SQLException e) {
            throw Failures.of(file, "opened", e);
        }
    }
}
