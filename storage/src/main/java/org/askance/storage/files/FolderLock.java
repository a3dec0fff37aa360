package org.askance.storage.files;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.askance.storage.told.Kept;
import org.askance.storage.told.OfProject;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Held by the one program that may write a folder. The system's lock goes with the program, so one that was
/// killed leaves none. The file says who holds it, for people, and stays.
public final class FolderLock implements AutoCloseable {

    private static final String FILE = "project.lock";

    // Far behind the text: on Windows a locked part cannot be read.
    private static final long PLACE = 1L << 40;

    // A second channel of this program, closed, would free the first one's lock under POSIX.
    private static final Set<Path> MINE = new HashSet<>();

    private final Path key;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path key, FileChannel channel, FileLock lock) {
        this.key = key;
        this.channel = channel;
        this.lock = lock;
    }

    /// What became of an attempt.
    public sealed interface Attempt {
        record Held(FolderLock lock) implements Attempt {}

        /// @param who process, user, machine and time; may be empty
        record HeldByOther(Told who) implements Attempt {}

        /// The folder cannot be written.
        record Unwritable(Told why) implements Attempt {}
    }

    /// The file by which `folder` is locked.
    public static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    static boolean isFile(Path file) {
        return FILE.equals(String.valueOf(file.getFileName())) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// Does not wait.
    public static Attempt attempt(Path folder) {
        var file = file(folder);
        try {
            var key = folder.toRealPath();
            synchronized (MINE) {
                if (MINE.contains(key)) {
                    return new Attempt.HeldByOther(OfProject.THIS_PROGRAM.with());
                }
                if (!Files.isWritable(folder)) {
                    return new Attempt.Unwritable(OfProject.FOLDER_READ_ONLY.with(folder));
                }
                var lock = locked(key, file);
                if (lock == null) {
                    return new Attempt.HeldByOther(Kept.read(Files.readString(file).strip()));
                }
                MINE.add(key);
                return new Attempt.Held(lock);
            }
        } catch (IOException e) {
            return new Attempt.Unwritable(OfProject.UNLOCKABLE.with(file, Told.plain(e.getMessage())));
        }
    }

    private static @Nullable FolderLock locked(Path key, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock(PLACE, 1, false);
            if (lock == null) {
                channel.close();
                return null;
            }
            sign(channel);
            return new FolderLock(key, channel, lock);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// On a full disk the lock holds without a name.
    private static void sign(FileChannel channel) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException _) {
            // Only people read it.
        }
    }

    private static String me() {
        return OfProject.PROCESS.with(Long.toString(ProcessHandle.current().pid()),
                System.getProperty("user.name", "?"), host(), Instant.now().truncatedTo(ChronoUnit.SECONDS)).english();
    }

    private static Told host() {
        try {
            return Told.plain(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException _) {
            return OfProject.THIS_MACHINE.with();
        }
    }

    @Override
    public void close() {
        synchronized (MINE) {
            MINE.remove(key);
            try {
                lock.release();
                channel.close();
            } catch (IOException _) {
                // It goes with the program.
            }
        }
    }
}
