package org.askance.storage.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;

/// Puts a backup in the place of a project's file, which stays among the backups. Nobody may have the
/// project open. One that was cut off is finished at the next opening: the file is always the old one or
/// the restored one, never one with the other's log.
public final class Restoring {

    private Restoring() {}

    /// @throws StorageException if the backup is damaged or newer than this program, or there is no room
    public static void restore(Path database, Backup backup, Clock clock) {
        var candidate = database.resolveSibling(database.getFileName() + ".candidate");
        Schema.version(backup.file());
        new Snapshot().copy(backup.file(), candidate);
        try {
            keep(database, clock);
            // From here on it is certain: whoever opens the project next finishes it.
            Files.move(candidate, ready(database), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException(OfProject.NOT_KEPT.with(database, Told.plain(e.getMessage())), e);
        }
        finish(database);
    }

    /// Finishes what was cut off, if anything was.
    public static void finish(Path database) {
        var ready = ready(database);
        if (!Files.exists(ready)) {
            return;
        }
        try {
            Files.deleteIfExists(Connections.log(database));
            Files.deleteIfExists(Connections.sharedMemory(database));
            Files.move(ready, database, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException(OfProject.BACKUP_NOT_MOVED.with(database, Told.plain(e.getMessage())), e);
        }
    }

    private static Path ready(Path database) {
        return database.resolveSibling(database.getFileName() + ".restored");
    }

    /// Keeps the present file and its log under a backup's name.
    private static void keep(Path database, Clock clock) throws IOException {
        if (Files.exists(database)) {
            var replaced = new Backups(database, clock).next(Backup.Kind.REPLACED);
            copyOrLink(database, replaced.file());
            var log = Connections.log(database);
            if (Files.exists(log) && Files.size(log) > 0) {
                copyOrLink(log, Connections.log(replaced.file()));
            }
        }
    }

    /// A damaged disk may not let itself be read, and a full one not be written: a link needs neither.
    private static void copyOrLink(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            Files.deleteIfExists(to);
            try {
                Files.createLink(to, from);
            } catch (UnsupportedOperationException | IOException _) {
                throw e;
            }
        }
    }
}
