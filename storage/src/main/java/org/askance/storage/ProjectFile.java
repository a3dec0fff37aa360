package org.askance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.askance.storage.sql.Database;
import org.askance.storage.sql.Schema;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;

/// Makes the file of a new project: filled under a name of its own beside its place and then moved there, so that a
/// program that is killed leaves either a project or a folder in which one can be made.
final class ProjectFile {

    /// What a program that was killed left: our names hold a number that nobody else's have.
    private static final Pattern LEFT = Pattern
            .compile("\\.project\\.db\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.making(-journal|-wal|-shm)?");
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
            clear(file.resolveSibling("."));
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

    private static void clear(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var each : files.filter(each -> LEFT.matcher(each.getFileName().toString()).matches()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static void clearQuietly(Path file) {
        try {
            clear(file.resolveSibling("."));
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
