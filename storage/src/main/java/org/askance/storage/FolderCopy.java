package org.askance.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.files.Journal;
import org.askance.storage.files.Leftovers;
import org.askance.storage.files.Staging;
import org.askance.storage.sql.Backups;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.ToldException;

/// Copies a project's folder while it is open, beside its place, where it is moved once it is whole.
final class FolderCopy {

    /// What is not copied: what the database's own copy replaces, and what can be made again.
    private static final Set<String> LEFT = Set.of("project.db", "project.db-wal", "project.db-shm", "project.lock",
            "backups", "cache");

    private FolderCopy() {}

    /// @param project its lasting id
    static void copy(Path folder, Path database, Path target, String project, Journal journal) {
        if (target.startsWith(folder)) {
            throw new StorageException(OfProject.COPY_INTO_ITSELF.with(folder));
        }
        needEmpty(target);
        var entry = Journal.Entry.staged(Journal.Kind.COPY, project, folder, target);
        try (var _ = journal.begin(entry); var staging = Staging.beside(target, true, entry.id())) {
            copyFiles(folder, staging.folder());
            Backups.copy(database, staging.folder().resolve(database.getFileName()));
            staging.commit();
        } catch (StorageException e) {
            throw new StorageException(OfProject.PROJECT_NOT_COPIED.with(target, e.told()), e);
        } catch (IOException e) {
            throw new StorageException(OfProject.PROJECT_NOT_COPIED.with(target, ToldException.of(e)), e);
        }
    }

    /// @throws StorageException if `target` holds anything but the rest of a killed creation, which is removed
    static void needEmpty(Path target) {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new StorageException(OfFile.IS_FILE.with(target));
        }
        boolean free;
        try {
            free = Leftovers.isFree(target);
        } catch (FileSystemException e) {
            throw new StorageException(OfProject.TARGET_UNREADABLE.with(target, FileTrouble.told(e)), e);
        } catch (IOException e) {
            throw new StorageException(ToldException.of(e), e);
        }
        if (!free) {
            throw new StorageException(OfProject.NOT_EMPTY.with(target));
        }
    }

    private static void copyFiles(Path folder, Path target) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (isLeft(from)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(folder.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                if (!isLeft(from)) {
                    Files.copy(from, target.resolve(folder.relativize(from)));
                }
                return FileVisitResult.CONTINUE;
            }

            private boolean isLeft(Path from) {
                return folder.equals(from.getParent()) && LEFT.contains(from.getFileName().toString());
            }
        });
    }
}
