package org.askance.model.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a stage of a benchmark took: seconds, and the most memory while it ran, on Linux only. Resident memory counts
/// pages of mapped files too, which the system takes back when it needs them; `anonymous` is what it cannot.
public final class Memory {

    private Memory() {}

    /// A piece of a benchmark.
    @FunctionalInterface
    public interface Stage<T extends @Nullable Object> {
        T run() throws IOException;
    }

    /// Runs `stage` and prints a line about it.
    public static <T extends @Nullable Object> T measure(String name, Stage<T> stage) throws IOException {
        System.gc();
        resetPeaks();
        try (var heap = HeapWatch.start()) {
            long start = System.nanoTime();
            var result = stage.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println(String.format(Locale.ROOT,
                    "%-42s %7.2f s, peak resident %5d MB, then anonymous %5d MB; peak heap %4d MB", name, seconds,
                    status("VmHWM"), status("RssAnon"), heap.megabytes()));
            return result;
        }
    }

    private static void resetPeaks() throws IOException {
        if (Files.isWritable(Path.of("/proc/self/clear_refs"))) {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        }
    }

    /// The most heap in use, garbage included, looked at every few milliseconds: the pools' own peaks lie at different
    /// times, and their sum can exceed the heap.
    private static final class HeapWatch implements AutoCloseable {
        private static final long EVERY_MS = 5;
        private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::watch);
        private volatile long most;

        private static HeapWatch start() {
            var watch = new HeapWatch();
            watch.thread.start();
            return watch;
        }

        private void watch() {
            try {
                while (true) {
                    most = Math.max(most, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
                    Thread.sleep(EVERY_MS);
                }
            } catch (InterruptedException _) {
                // The stage has ended.
            }
        }

        private long megabytes() {
            return most >> 20;
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    /// A line of `/proc/self/status`, in MB; 0 elsewhere.
    public static long status(String key) throws IOException {
        var file = Path.of("/proc/self/status");
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream().filter(line -> line.startsWith(key + ":"))
                .map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0) / 1_024;
    }

    /// The processor's name, and how many cores there are.
    public static String machine() throws IOException {
        var file = Path.of("/proc/cpuinfo");
        var name = Files.exists(file)
                ? Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("model name")).findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown")
                : "unknown";
        return name + ", " + Runtime.getRuntime().availableProcessors() + " cores";
    }
}
