package org.askance.storage.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a project file to the current schema before it is used. Refuses, without touching them, files
/// that are no project or come from a newer program.
public final class Schema {

    /// `PRAGMA application_id` of a project file: the letters ASKC.
    private static final int APPLICATION_ID = 0x41534B43;

    /// `PRAGMA user_version` after the newest migration.
    static final int NEWEST = 5;

    private Schema() {}

    /// Creates `file` and opens it.
    public static Database create(Path file) {
        migrate(file);
        return opened(file);
    }

    /// Opens `file`, after migrating it if it is of an older schema; a copy of the old file stays beside it.
    ///
    /// @throws StorageException if it is no project, damaged, or from a newer program
    public static Database open(Path file) {
        int version = version(file);
        if (version > NEWEST) {
            throw new StorageException("The project " + file + " was made by a newer version of Askance (schema "
                    + version + ", this program knows " + NEWEST
                    + "). Install the newest version to open it; nothing was changed.");
        }
        if (version < NEWEST) {
            backUp(file, version);
            migrate(file);
        }
        return opened(file);
    }

    private static int version(Path file) {
        try (var connection = Database.connect(file, true); var statement = connection.createStatement()) {
            if (one(connection, "PRAGMA application_id") != APPLICATION_ID) {
                throw new StorageException(file + " is not an Askance project. Choose another folder.");
            }
            try (var check = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
                check.next();
            }
            return one(connection, "PRAGMA user_version");
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    private static int one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void backUp(Path file, int version) {
        var copy = file.resolveSibling(file.getFileName() + ".schema-" + version + ".bak");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageException("The project cannot be copied to " + copy
                    + " before it is brought up to date. Check that the disk has room; nothing was changed.", e);
        }
    }

    private static void migrate(Path file) {
        try {
            Flyway.configure(Schema.class.getClassLoader()).dataSource("jdbc:sqlite:" + file, null, null)
                    .locations("classpath:org/askance/storage/sql").load().migrate();
        } catch (FlywayException e) {
            throw new StorageException("The project file " + file + " cannot be prepared: " + e.getMessage()
                    + " Check that the folder may be written and the disk has room.", e);
        }
    }

    private static Database opened(Path file) {
        try {
            return Database.open(file);
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    private static StorageException damaged(Path file, SQLException e) {
        return new StorageException(
                "The project file " + file + " cannot be read: " + e.getMessage() + ". Put a copy of it in its place.",
                e);
    }
}
