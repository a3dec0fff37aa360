package org.askance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.files.FolderLock;
import org.askance.storage.files.Journal;
import org.askance.storage.files.Staging;
import org.askance.storage.sql.Backups;
import org.askance.storage.sql.Schema;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// What copies, moves, exports, archives and their restoring left that a program which was killed had begun. Nothing is
/// removed unless someone asks, nor then what is not surely the program's own: a folder in which a project was worked on
/// since, or the only one that is left. Any thread; reads disks.
public final class Unfinished {

    private static final String FILE = "project.db";

    private final Journal journal;

    public Unfinished(Journal journal) {
        this.journal = journal;
    }

    /// @param told   what was left unfinished and where, as a sentence
    /// @param folder what is left
    /// @param ours   whether [#remove] may delete it; else people must look at it
    public record Left(Journal.Entry entry, Told told, Path folder, boolean ours) {

        /// Whether it has to do with a project in `place`, or beside it.
        public boolean concerns(Path place) {
            var absolute = place.toAbsolutePath().normalize();
            return absolute.equals(entry.from()) || absolute.equals(entry.target())
                    || Objects.equals(absolute.getParent(), folder.getParent());
        }
    }

    /// What there is now. Entries of which nothing is left are dropped; of disks that are not there nothing is said.
    public List<Left> list() {
        var all = new ArrayList<Left>();
        for (var entry : journal.abandoned()) {
            if (isThere(entry.target().getParent()) && (isThere(entry.from().getParent()) || isRestore(entry))) {
                var left = look(entry);
                if (left == null) {
                    journal.forget(entry);
                } else {
                    all.add(left);
                }
            }
        }
        all.sort(Comparator.comparing(left -> left.folder().toString()));
        return List.copyOf(all);
    }

    /// Of these it is told without the archive too, which may be on a stick that was pulled out: its folder is large.
    private static boolean isRestore(Journal.Entry entry) {
        return entry.kind() == Journal.Kind.RESTORE;
    }

    /// It stays where it is, and is told of no more.
    public void leave(Left left) {
        journal.forget(left.entry());
    }

    /// Deletes what is left, looking once more whether it is ours.
    ///
    /// @return what stays after all, as a sentence; [Told#NOTHING] if nothing
    /// @throws IOException with a sentence, if it cannot be deleted, is in use, or is not surely ours
    public Told remove(Left left) throws IOException {
        var now = look(left.entry());
        if (now == null) {
            journal.forget(left.entry());
            return Told.NOTHING;
        }
        if (!now.ours()) {
            throw new ToldException(now.told());
        }
        var entry = now.entry();
        boolean all;
        try {
            unlocked(now.folder());
            all = now.folder().equals(entry.from()) ? isOldDeleted(entry) : isDeleted(now.folder());
        } catch (ToldException e) {
            throw e;
        } catch (IOException e) {
            throw new ToldException(OfProject.REST_NOT_DELETED.with(now.folder(), FileTrouble.told(e)), e);
        }
        journal.forget(entry);
        return all ? Told.NOTHING : OfProject.REST_NOT_WHOLLY.with(entry.from(), entry.target());
    }

    private static void unlocked(Path folder) throws IOException {
        switch (FolderLock.attempt(folder)) {
            case FolderLock.Attempt.Held(var lock) -> lock.close();
            case FolderLock.Attempt.HeldByOther(Told _) -> throw new ToldException(
                    OfProject.REST_IN_USE.with(folder));
            case FolderLock.Attempt.Unwritable(Told why) -> throw new ToldException(
                    OfProject.NOTHING_WRITABLE.with(why));
        }
    }

    private static boolean isOldDeleted(Journal.Entry entry) throws IOException {
        try {
            // It was compared when it was moved; by now its disk may have failed.
            Backups.verify(entry.target().resolve(FILE));
        } catch (StorageException e) {
            throw new ToldException(
                    OfProject.REST_UNSURE.with(entry.from(), OfProject.TARGET_BROKEN.with(e.told())), e);
        }
        return new OldFolder(entry.from(), entry.target()).delete();
    }

    private static boolean isDeleted(Path folder) throws IOException {
        // First: should the rest not go, a lock would look as if a project had been opened there.
        Files.deleteIfExists(FolderLock.file(folder));
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        return true;
    }

    /// @return `null` if nothing is left of it
    private static @Nullable Left look(Journal.Entry entry) {
        return entry.kind() != Journal.Kind.MOVE || isThere(entry.gathered()) ? gathered(entry) : old(entry);
    }

    private static @Nullable Left gathered(Journal.Entry entry) {
        var folder = entry.gathered();
        if (!isFolder(folder) || !isNamed(entry)) {
            return null;
        }
        // A move is gathered under a lock, all else gets none before someone opens it.
        boolean moved = entry.kind() == Journal.Kind.MOVE;
        if (moved ? isChanged(folder, entry) : isThere(FolderLock.file(folder))) {
            return unsure(entry, folder, OfProject.REST_WORKED_IN.with());
        }
        if (!isSourceThere(entry)) {
            return unsure(entry, folder,
                    (isRestore(entry) ? OfProject.ARCHIVE_AWAY : OfProject.SOURCE_AWAY).with(entry.from()));
        }
        var told = switch (entry.kind()) {
            case COPY -> OfProject.COPY_CUT_OFF;
            case MOVE -> OfProject.MOVE_CUT_OFF;
            case EXPORT -> OfProject.EXPORT_CUT_OFF;
            case ARCHIVE -> OfProject.ARCHIVE_CUT_OFF;
            case RESTORE -> OfProject.RESTORE_CUT_OFF;
        };
        return new Left(entry, told.with(folder, entry.from()), folder, true);
    }

    private static boolean isNamed(Journal.Entry entry) {
        return entry.gathered().equals(switch (entry.kind()) {
            case MOVE -> FolderMove.gathered(entry.target(), entry.id());
            case COPY, EXPORT, ARCHIVE, RESTORE -> Staging.folder(entry.target(), entry.id());
        });
    }

    /// Whether the work can be done again.
    private static boolean isSourceThere(Journal.Entry entry) {
        if (isRestore(entry)) {
            return Files.isRegularFile(entry.from());
        }
        try {
            return idOf(entry.from()).equals(entry.project());
        } catch (StorageException _) {
            return false;
        }
    }

    /// Everything was at the new place, and the old folder was being deleted.
    private static @Nullable Left old(Journal.Entry entry) {
        var folder = entry.from();
        if (!isFolder(folder)) {
            return null;
        }
        boolean openable = isThere(folder.resolve(FILE));
        if (!Project.exists(entry.target())) {
            // Never gathered, or cleared since; without a file of its own, it was taken away from the new place.
            return openable ? null : unsure(entry, folder, OfProject.TARGET_AWAY.with(entry.target()));
        }
        try {
            if (!idOf(entry.target()).equals(entry.project())) {
                return unsure(entry, folder, OfProject.TARGET_AWAY.with(entry.target()));
            }
        } catch (StorageException e) {
            return unsure(entry, folder, OfProject.TARGET_BROKEN.with(e.told()));
        }
        return openable && isChanged(folder, entry)
                ? unsure(entry, folder, OfProject.REST_WORKED_IN.with())
                : new Left(entry, OfProject.MOVE_ENDED_EARLY.with(entry.target(), folder), folder, true);
    }

    /// Whether the project's file in `folder` is another than the one that was moved, or a part of it.
    private static boolean isChanged(Path folder, Journal.Entry entry) {
        var file = folder.resolve(FILE);
        var log = folder.resolve(FILE + "-wal");
        try {
            boolean open = Files.exists(log) && Files.size(log) > 0;
            return open || (Files.exists(file) && Files.size(file) >= entry.bytes()
                    && !ContentHash.of(file).equals(entry.hash()));
        } catch (IOException _) {
            return true;
        }
    }

    private static Left unsure(Journal.Entry entry, Path folder, Told why) {
        return new Left(entry, OfProject.REST_UNSURE.with(folder, why), folder, false);
    }

    private static boolean isThere(@Nullable Path path) {
        return path != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// The lasting id of the project in `folder`, which may be open anywhere.
    ///
    /// @return empty if it has none
    /// @throws StorageException if there is none that can be read
    static String idOf(Path folder) {
        if (!Project.exists(folder)) {
            throw new StorageException(OfProject.NONE_THERE.with(folder, FILE));
        }
        try (var database = Schema.openReadOnly(folder.resolve(FILE), Told.NOTHING)) {
            return Objects.requireNonNullElse(new Settings(database).get("id"), "");
        }
    }
}
