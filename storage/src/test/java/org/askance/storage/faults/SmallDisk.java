package org.askance.storage.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A real disk of few megabytes (a tmpfs), where this user may mount one; else the test is skipped.
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", folder.toString()),
                "this user may not mount");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /// Leaves `bytes` free.
    void fill(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        var filling = new byte[(int) Math.max(0, free - bytes)];
        Arrays.fill(filling, (byte) 1);
        Files.write(ballast, filling);
    }

    void makeRoom() throws IOException {
        Files.delete(ballast);
    }

    void readOnly(boolean on) {
        assumeTrue(run("mount", "-o", "remount," + (on ? "ro" : "rw"), folder.toString()));
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }
}
