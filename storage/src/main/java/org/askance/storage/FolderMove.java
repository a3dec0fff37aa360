package org.askance.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.FolderLock;
import org.askance.storage.files.Journal;
import org.askance.storage.files.Leftovers;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// Moves the folder of a closed project. On one disk it is renamed, all or nothing. To another disk it is copied
/// beside the target, compared, and put in place before anything of the old folder is deleted.
final class FolderMove {

    private static final String FILE = "project.db";
    private static final String MOVING = ".moving";
    private static final String NOTE = "moving.txt";
    private static final long LONGEST_NOTE = 1 << 16;

    private FolderMove() {}

    /// @return what could not be deleted of the old folder, as a sentence; [Told#NOTHING] if nothing
    static Told move(Path folder, Path target, Journal journal) {
        if (target.startsWith(folder)) {
            throw new StorageException(OfProject.MOVE_INTO_ITSELF.with(folder));
        }
        FolderCopy.needEmpty(target);
        finish(folder);
        try {
            var parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.deleteIfExists(target);
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            return Told.NOTHING;
        } catch (AtomicMoveNotSupportedException _) {
            return copy(folder, target, journal);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static StorageException failed(Path target, IOException e) {
        return new StorageException(OfProject.MOVE_FAILED.with(target, ToldException.of(e)), e);
    }

    /// To another disk.
    static Told copy(Path folder, Path target, Journal journal) {
        String id = Journal.Entry.newId();
        var beside = gathered(target, id);
        try (var _ = journal.begin(entry(id, folder, beside, target))) {
            return copy(folder, target, beside);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /// Where the files of a move are collected.
    static Path gathered(Path target, String id) {
        return target.resolveSibling(target.getFileName() + "." + id + MOVING);
    }

    private static Journal.Entry entry(String id, Path folder, Path beside, Path target) throws IOException {
        var file = folder.resolve(FILE);
        return new Journal.Entry(id, Journal.Kind.MOVE, idOf(folder), folder, beside, target, Files.size(file),
                ContentHash.of(file));
    }

    private static String idOf(Path folder) {
        try {
            return Unfinished.idOf(folder);
        } catch (StorageException _) {
            // Damaged or older projects are moved too; its content tells then.
            return "";
        }
    }

    private static Told copy(Path folder, Path target, Path beside) {
        try {
            note(folder, beside);
            Files.createDirectories(beside);
            try (var _ = lock(beside)) {
                copyFiles(folder, beside);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(beside);
            forget(folder);
            throw failed(target, e);
        }
        // First what could be opened as a project: what is left after a kill must not be taken for one.
        deleted(folder.resolve(FILE));
        return delete(folder)
                ? Told.NOTHING
                : OfProject.OLD_LEFT.with(target, folder);
    }

    /// Held while the files are gathered: so the rest of a program that was killed is told from one that is at it.
    private static FolderLock lock(Path beside) throws IOException {
        if (FolderLock.attempt(beside) instanceof FolderLock.Attempt.Held(var lock)) {
            return lock;
        }
        throw new ToldException(OfProject.NOT_LOCKED.with(beside));
    }

    /// Says in the folder where its files are gathered, for whoever opens it after a program was killed.
    private static void note(Path folder, Path beside) throws IOException {
        AtomicFiles.write(folder.resolve(NOTE),
                out -> out.write(beside.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void forget(Path folder) {
        deleted(folder.resolve(NOTE));
    }

    /// Clears what a move of `folder` that was cut off left elsewhere. What cannot be cleared now is tried again at the
    /// next opening.
    static void finish(Path folder) {
        var note = folder.resolve(NOTE);
        try {
            if (!Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) || Files.size(note) > LONGEST_NOTE) {
                return;
            }
            var beside = Path.of(Files.readString(note));
            if (!beside.isAbsolute() || !beside.toString().endsWith(MOVING)
                    || (isUntouched(beside, folder) && Leftovers.isCleared(beside))) {
                forget(folder);
            }
        } catch (IOException | InvalidPathException _) {
            // The disk that it was moved to may not be there.
        }
    }

    /// Whether nobody has opened what was gathered of `folder`, which is whole after some kills, and worked on it.
    private static boolean isUntouched(Path beside, Path folder) throws IOException {
        var gathered = beside.resolve(FILE);
        var file = folder.resolve(FILE);
        var log = beside.resolve(FILE + "-wal");
        if (!Files.exists(gathered)) {
            return true;
        }
        boolean closed = !Files.exists(log) || Files.size(log) == 0;
        return closed && (Files.size(gathered) < Files.size(file)
                || ContentHash.of(gathered).equals(ContentHash.of(file)));
    }

    private static void copyFiles(Path folder, Path target) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(folder.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                var to = target.resolve(folder.relativize(from));
                if (!from.equals(FolderLock.file(folder)) && !from.equals(folder.resolve(NOTE))) {
                    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isRegularFile() && !ContentHash.of(from).equals(ContentHash.of(to))) {
                        throw new ToldException(OfProject.OTHER_CONTENT.with(to, from));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean delete(Path folder) {
        boolean all = true;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                all &= deleted(file);
            }
        } catch (IOException _) {
            return false;
        }
        return all;
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException _) {
            return false;
        }
    }
}
