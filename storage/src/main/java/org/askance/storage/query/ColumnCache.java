package org.askance.storage.query;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.askance.storage.query.Query.Mark;
import org.jspecify.annotations.Nullable;

/// Keeps a finder's columns from one opening to the next: reading those of a million examples from the database takes
/// seconds, in which filters are slow. They count only for the very file that they were read from. Whoever may write
/// takes them away with the opening, so that after a kill there are none rather than old ones.
public final class ColumnCache {

    /// To be raised when [Columns] or [WordIndex] hold something else, or hold it otherwise.
    private static final int VERSION = 3;
    private static final String FORMAT = "askance columns " + VERSION + " " + Arrays.toString(Mark.values());
    /// Fewer examples than this property says are read as fast as the file; programs that are killed on purpose lower it.
    private static final String LEAST = "askance.columns.least";
    private static final int USUAL_LEAST = 2_000;

    private final int least = Integer.getInteger(LEAST, USUAL_LEAST);
    private final Path file;
    private final String before;
    private final boolean mayWrite;
    private final AtomicBoolean taken = new AtomicBoolean();

    /// @param file   need not be there
    /// @param before how the database stood before it was opened, see
    ///               [org.askance.storage.sql.Backups#fingerprint()]
    public ColumnCache(Path file, String before, boolean mayWrite) {
        this.file = file;
        this.before = before;
        this.mayWrite = mayWrite;
    }

    /// What was kept of the file as it was before opening; `null` if nothing was, and each time but the first: who asks
    /// again has found it too old, and a program that only reads leaves it where it is.
    @Nullable
    FacetIndex take() {
        try {
            if (taken.getAndSet(true) || !Files.isRegularFile(file)) {
                return null;
            }
            var kept = read();
            if (mayWrite) {
                Files.delete(file);
            }
            return kept;
        } catch (IOException | RuntimeException _) {
            // Damaged or cut off: they are read anew.
            drop();
            return null;
        }
    }

    private @Nullable FacetIndex read() throws IOException {
        try (var channel = FileChannel.open(file); var arena = Arena.ofConfined()) {
            if (channel.size() > Integer.MAX_VALUE) {
                return null;
            }
            var in = new ArrayInput(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer());
            return in.text().equals(FORMAT) && in.text().equals(before) ? FacetIndex.readFrom(in) : null;
        }
    }

    /// Keeps `index` for the next opening. That it cannot be kept is no failure.
    ///
    /// @param now how the database stands, closed
    void keep(FacetIndex index, String now) {
        if (!mayWrite || index.size() < least) {
            return;
        }
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = new ArrayOutput(Files.newOutputStream(partial))) {
                out.text(FORMAT);
                out.text(now);
                index.writeTo(out);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // No room, say: they are read from the database next time.
            drop();
        }
    }

    private void drop() {
        if (mayWrite) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".partial"));
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // It counts for no other state of the database.
            }
        }
    }
}
