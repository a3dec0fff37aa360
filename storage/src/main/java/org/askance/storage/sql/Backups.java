package org.askance.storage.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.askance.storage.files.AtomicFiles;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Whole copies of a project's file in the folder `backups` beside it: consistent, verified, made while
/// others write. Of each kind the last five stay, and one a day for seven days. Thread-safe.
public final class Backups {

    private static final int LAST = 5;
    private static final int DAYS = 7;

    private final Path database;
    private final Path folder;
    private final Clock clock;
    private final Snapshot snapshot = new Snapshot();

    public Backups(Path database, Clock clock) {
        this.database = database;
        this.folder = database.resolveSibling("backups");
        this.clock = clock;
    }

    /// Makes one now.
    ///
    /// @throws StorageException if there is no room, or the project is damaged; older ones stay then
    /// @throws java.util.concurrent.CancellationException if [#stop] was called
    public synchronized Backup make(Backup.Kind kind) {
        var backup = next(kind);
        snapshot.copy(database, backup.file());
        prune(kind);
        return backup;
    }

    /// A copy of a database as it is now, at any other place.
    ///
    /// @throws StorageException if it cannot be read or written
    public static void copy(Path database, Path target) {
        new Snapshot().copy(database, target);
    }

    /// Reads all of a database.
    ///
    /// @throws DamagedException if anything in it contradicts itself
    /// @throws StorageException if it cannot be read
    public static void verify(Path database) {
        new Snapshot().verify(database);
    }

    /// How the file stands on disk. Take it before opening: equal ones mean that nothing was written between.
    /// A log that was left over means that something was.
    public String fingerprint() {
        try {
            var log = Connections.log(database);
            return Files.size(database) + " " + Files.getLastModifiedTime(database).to(
                    java.util.concurrent.TimeUnit.NANOSECONDS)
                    + (Files.exists(log) && Files.size(log) > 0 ? " log " + clock.instant() : "");
        } catch (IOException e) {
            return "unknown " + e;
        }
    }

    /// Makes one for an opening, unless nothing was written since the last.
    ///
    /// @param fingerprint of before the opening
    /// @return `null` if none was needed
    public synchronized @Nullable Backup atOpening(String fingerprint) {
        var note = folder.resolve("last-opening.txt");
        try {
            if (Files.exists(note) && Files.readString(note).equals(fingerprint)
                    && list().stream().anyMatch(backup -> backup.kind() == Backup.Kind.OPENING)) {
                return null;
            }
            var backup = make(Backup.Kind.OPENING);
            AtomicFiles.write(note, out -> out.write(fingerprint.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return backup;
        } catch (IOException e) {
            throw new StorageException(OfProject.BACKUP_NOTE.with(note, Told.plain(e.getMessage())), e);
        }
    }

    /// Stops the backup that is being made, for good: this object makes no other.
    public void stop() {
        snapshot.stop();
    }

    /// All, newest first.
    public List<Backup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var backups = new ArrayList<Backup>();
        try (var files = Files.newDirectoryStream(folder, "*.db")) {
            for (var file : files) {
                var backup = Backup.of(file);
                if (backup != null) {
                    backups.add(backup);
                }
            }
        } catch (IOException e) {
            throw new StorageException(OfProject.BACKUPS_UNREADABLE.with(folder, Told.plain(e.getMessage())), e);
        }
        backups.sort(Comparator.comparingInt(Backup::number).reversed());
        return backups;
    }

    /// What a person needs to choose one.
    ///
    /// @param answers how many answers it holds; -1 if it cannot be read
    public record Content(Backup backup, long bytes, long answers) {}

    /// Looks into every backup; takes as long as reading their answers.
    public List<Content> contents() {
        return list().stream().map(Backups::content).toList();
    }

    private static Content content(Backup backup) {
        long bytes = backup.file().toFile().length();
        try (var connection = Connections.onlyReading(backup.file())) {
            // Before schema 3 answers stood in another table.
            long answers = Connections.number(connection, "PRAGMA user_version") < 3
                    ? Connections.number(connection, "SELECT count(*) FROM annotation WHERE label_id IS NOT NULL")
                    : Connections.number(connection, "SELECT count(*) FROM event WHERE kind = 'answer'");
            return new Content(backup, bytes, answers);
        } catch (SQLException _) {
            return new Content(backup, bytes, -1);
        }
    }

    Backup next(Backup.Kind kind) {
        var all = list();
        return Backup.in(folder, all.isEmpty() ? 1 : all.getFirst().number() + 1, clock.instant(), kind);
    }

    private void prune(Backup.Kind kind) {
        var ofKind = list().stream().filter(backup -> backup.kind() == kind).toList();
        var kept = kept(ofKind);
        for (var backup : ofKind) {
            if (!kept.contains(backup)) {
                try {
                    Files.deleteIfExists(backup.file());
                } catch (IOException _) {
                    // It stays until the next time.
                }
            }
        }
    }

    /// @param newestFirst by number: the clock may have gone backwards
    private static Set<Backup> kept(List<Backup> newestFirst) {
        var kept = new HashSet<>(newestFirst.subList(0, Math.min(LAST, newestFirst.size())));
        var days = new HashSet<LocalDate>();
        for (var backup : newestFirst) {
            if (days.size() < DAYS && days.add(LocalDate.ofInstant(backup.at(), ZoneId.systemDefault()))) {
                kept.add(backup);
            }
        }
        return kept;
    }
}
