package org.askance.storage.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// What programs that were killed left in folders, and nobody else's files look like: it is removed where a project is
/// made, copied, moved or restored next. The folder's lock tells a dead one's rest from what another program is at.
public final class Leftovers {

    private static final Pattern MAKING = Pattern
            .compile("\\.project\\.db\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.making(-journal|-wal|-shm)?");

    private Leftovers() {}

    /// Removes the unfinished files of a project from `folder`, which the caller has locked.
    public static void clearMaking(Path folder) throws IOException {
        for (var file : list(folder)) {
            if (isMaking(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Empties `folder` if it holds nothing but the rest of a killed creation.
    ///
    /// @return whether it is empty, or not there
    /// @throws IOException with a sentence, if another program makes a project there now
    public static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        var files = list(folder);
        if (files.isEmpty()) {
            return true;
        }
        if (!files.stream().allMatch(file -> FolderLock.isFile(file) || isMaking(file))) {
            return false;
        }
        takeLock(folder, OfProject.MAKING_THERE, OfProject.MAKING_THERE_BY);
        clearMaking(folder);
        Files.deleteIfExists(FolderLock.file(folder));
        return true;
    }

    /// Deletes `folder`, in which a program that was killed had begun to gather a project, if it is such.
    ///
    /// @return whether it is gone, or was never there
    /// @throws IOException with a sentence, if another program is at it now
    public static boolean isCleared(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        boolean ours = Files.isRegularFile(FolderLock.file(folder), LinkOption.NOFOLLOW_LINKS)
                || list(folder).isEmpty();
        if (Files.isSymbolicLink(folder) || !ours) {
            return false;
        }
        takeLock(folder, OfProject.MOVING_THERE, OfProject.MOVING_THERE_BY);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        return true;
    }

    /// @param busy what another program is at there; `by` names it
    private static void takeLock(Path folder, OfProject busy, OfProject by) throws ToldException {
        switch (FolderLock.attempt(folder)) {
            case FolderLock.Attempt.Held(var lock) -> lock.close();
            case FolderLock.Attempt.HeldByOther(var who) -> throw new ToldException(
                    who.equals(Told.NOTHING) ? busy.with(folder) : by.with(folder, who));
            case FolderLock.Attempt.Unwritable(var why) -> throw new ToldException(
                    OfProject.NOTHING_WRITABLE.with(why));
        }
    }

    private static boolean isMaking(Path file) {
        return MAKING.matcher(String.valueOf(file.getFileName())).matches();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
