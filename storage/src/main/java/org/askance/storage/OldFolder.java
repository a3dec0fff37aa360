package org.askance.storage;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.askance.storage.files.ContentHash;
import org.askance.storage.sql.Backup;
import org.askance.storage.sql.Backups;

/// The rest of a folder whose project is whole elsewhere. What is there too, with the same content, is deleted, and so
/// is what the project may change or lose at its new place: its file, backups, caches. Whatever else lies in it is left.
/// Confined to one thread.
final class OldFolder {

    private static final Set<String> FILES = Set.of("project.db", "project.db-wal", "project.db-shm",
            "project.db-journal", "project.lock", "moving.txt");

    private final Path folder;
    private final Path target;
    private final Set<Path> backups = new HashSet<>();

    /// @param target where the project is whole
    OldFolder(Path folder, Path target) {
        this.folder = folder;
        this.target = target;
        var file = folder.resolve("project.db");
        new Backups(file, Clock.systemUTC()).list().stream().map(Backup::file).forEach(backups::add);
        backups.add(folder.resolve("backups/last-opening.txt"));
    }

    /// Its lock is deleted with it; whoever holds it must have let it go.
    ///
    /// @return whether all of it is gone
    boolean delete() throws IOException {
        boolean all = true;
        // First what could be opened as a project.
        Files.deleteIfExists(folder.resolve("project.db"));
        try (var walk = Files.walk(folder)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    all &= isDeletedEmpty(file);
                } else if (isCovered(file)) {
                    Files.deleteIfExists(file);
                } else {
                    all = false;
                }
            }
        }
        return all;
    }

    private static boolean isDeletedEmpty(Path place) throws IOException {
        try {
            Files.deleteIfExists(place);
            return true;
        } catch (DirectoryNotEmptyException _) {
            return false;
        }
    }

    private boolean isCovered(Path file) throws IOException {
        var relative = folder.relativize(file);
        boolean top = relative.getNameCount() == 1;
        if (top ? FILES.contains(relative.toString()) : relative.startsWith("cache") || backups.contains(file)) {
            return true;
        }
        var there = target.resolve(relative);
        if (Files.isSymbolicLink(file)) {
            return Files.isSymbolicLink(there)
                    && Files.readSymbolicLink(file).equals(Files.readSymbolicLink(there));
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == Files.size(there)
                && ContentHash.of(file).equals(ContentHash.of(there));
    }
}
