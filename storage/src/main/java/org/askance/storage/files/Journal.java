package org.askance.storage.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work that gathers files beside their place: which has begun and not ended. An entry is on disk before the work touches
/// anything, and goes with its end; so one that is still there when nobody works on it tells of a program that was
/// killed. An entry is a folder with a note in it, whose lock tells the dead's from the living's. Thread-safe.
///
/// It lies in the program's home rather than beside the target: there a start finds it without knowing where things
/// were written to, and nothing of it is left on disks that people carry away.
public final class Journal {

    private static final String NOTE = "work.properties";
    private static final int ATTEMPTS = 5;

    private final @Nullable Path folder;

    /// What was begun: copying, moving, exporting or archiving a project, or restoring an archive to a new one.
    public enum Kind {
        COPY, MOVE, EXPORT, ARCHIVE, RESTORE
    }

    /// @param id       in the name of `gathered`, so that nobody else has made that folder
    /// @param project  its lasting id; empty where an archive is restored
    /// @param from     the project's folder, or the archive
    /// @param gathered where files are collected beside `target`
    /// @param bytes    how long the project's file was before a move
    /// @param hash     of its content then; empty for all but a move
    public record Entry(String id, Kind kind, String project, Path from, Path gathered, Path target, long bytes,
            String hash) {

        /// Of work that is done in a [Staging] with this id. Paths are absolute.
        public static Entry staged(Kind kind, String project, Path from, Path target) {
            String id = newId();
            return new Entry(id, kind, project, from, Staging.folder(target, id), target, 0, "");
        }

        public static String newId() {
            return UUID.randomUUID().toString();
        }
    }

    /// @param folder made with the first entry
    public Journal(Path folder) {
        this.folder = folder;
    }

    private Journal() {
        folder = null;
    }

    /// Notes nothing: of what is killed nobody tells.
    public static Journal none() {
        return new Journal();
    }

    /// An entry whose work goes on; closed with its end.
    public static final class Open implements AutoCloseable {

        private final Runnable end;

        private Open(Runnable end) {
            this.end = end;
        }

        /// What could not be cleared away is told at the next start.
        @Override
        public void close() {
            end.run();
        }
    }

    /// Notes what is about to begin. Where that cannot be written, the work is done without: someone may be moving a
    /// project to another disk because this one is full.
    public Open begin(Entry entry) {
        if (folder == null) {
            return new Open(() -> {});
        }
        var place = folder.resolve(entry.id());
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                Files.createDirectories(place);
                // Another program that looks through the entries may have it for a moment, or take it for a dead one's.
                if (FolderLock.attempt(place) instanceof FolderLock.Attempt.Held(var lock)) {
                    try {
                        write(place, entry);
                        return new Open(() -> end(place, entry, lock));
                    } catch (IOException _) {
                        lock.close();
                    }
                }
            } catch (IOException _) {
                // Tried again.
            }
        }
        deleteQuietly(place);
        return new Open(() -> {});
    }

    private static void end(Path place, Entry entry, FolderLock lock) {
        lock.close();
        if (!Files.exists(entry.gathered(), LinkOption.NOFOLLOW_LINKS)) {
            deleteQuietly(place);
        }
    }

    private static void write(Path place, Entry entry) throws IOException {
        var text = new Properties();
        text.setProperty("kind", entry.kind().name());
        text.setProperty("project", entry.project());
        text.setProperty("from", entry.from().toString());
        text.setProperty("gathered", entry.gathered().toString());
        text.setProperty("target", entry.target().toString());
        text.setProperty("bytes", Long.toString(entry.bytes()));
        text.setProperty("hash", entry.hash());
        var written = new StringWriter();
        text.store(written, null);
        var partial = place.resolve(NOTE + ".partial");
        try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(written.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(partial, place.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE);
        force(place);
        force(place.toAbsolutePath().getParent());
    }

    /// Names survive a power cut too, where the system lets folders be forced.
    private static void force(@Nullable Path folder) {
        if (folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException _) {
                // Windows opens no folders.
            }
        }
    }

    /// Entries that nobody works on, in no order.
    public List<Entry> abandoned() {
        var entries = new ArrayList<Entry>();
        for (var place : places()) {
            if (FolderLock.attempt(place) instanceof FolderLock.Attempt.Held(var lock)) {
                try (lock) {
                    var entry = read(place);
                    if (entry != null) {
                        entries.add(entry);
                    }
                }
            }
        }
        return entries;
    }

    private List<Path> places() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var places = Files.list(folder)) {
            return places.filter(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// @return `null` if there is none that can be understood: its program was killed before it began
    private static @Nullable Entry read(Path place) {
        var text = new Properties();
        try {
            text.load(new StringReader(Files.readString(place.resolve(NOTE))));
            return new Entry(String.valueOf(place.getFileName()), Kind.valueOf(need(text, "kind")),
                    need(text, "project"), absolute(text, "from"), absolute(text, "gathered"),
                    absolute(text, "target"), Long.parseLong(need(text, "bytes")), need(text, "hash"));
        } catch (IOException | IllegalArgumentException _) {
            return null;
        }
    }

    private static String need(Properties text, String key) {
        String value = text.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key.toUpperCase(Locale.ROOT));
        }
        return value;
    }

    private static Path absolute(Properties text, String key) {
        var path = Path.of(need(text, key));
        if (!path.isAbsolute() || path.getParent() == null) {
            throw new IllegalArgumentException(path.toString());
        }
        return path;
    }

    /// From now on nothing is told of it.
    public void forget(Entry entry) {
        if (folder != null) {
            deleteQuietly(folder.resolve(entry.id()));
        }
    }

    private static void deleteQuietly(Path place) {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // It names nothing that is there, and goes the next time.
        }
    }
}
