package org.askance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.askance.storage.files.Leftovers;
import org.askance.storage.sql.Database;
import org.askance.storage.sql.Schema;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;

/// Makes the file of a new project: filled under a name of its own beside its place and then moved there, so that a
/// program that is killed leaves either a project or a folder in which one can be made.
final class ProjectFile {

    /// Logs without their file, of a project whose file someone deleted: SQLite would take them for the new one's.
    private static final List<String> STRAY = List.of("-journal", "-wal", "-shm");

    private ProjectFile() {}

    /// The folder must be locked.
    ///
    /// @param file in whose place there is none
    /// @param fill gives the new project what every one has
    static void make(Path file, Consumer<Database> fill) {
        var making = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".making");
        try {
            Leftovers.clearMaking(file.resolveSibling("."));
            try (var database = Schema.create(making)) {
                fill.accept(database);
            }
            for (var ending : STRAY) {
                setAside(file.resolveSibling(file.getFileName() + ending));
            }
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException(OfProject.FILE_NOT_MADE.with(file, Told.plain(e.getMessage())), e);
        } finally {
            clearQuietly(file);
        }
    }

    private static void clearQuietly(Path file) {
        try {
            Leftovers.clearMaking(file.resolveSibling("."));
        } catch (IOException _) {
            // The next that is made there clears it.
        }
    }

    private static void setAside(Path stray) throws IOException {
        if (Files.exists(stray)) {
            Files.move(stray, stray.resolveSibling(stray.getFileName() + ".left-" + Clock.systemUTC().millis()));
        }
    }
}
