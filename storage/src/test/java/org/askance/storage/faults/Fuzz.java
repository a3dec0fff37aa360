package org.askance.storage.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives mutations of a whole file to a reader, which may refuse one with a sentence. Anything else that it throws, and
/// a reading that takes longer than five seconds, is a failure that names what was read, seed and round.
public final class Fuzz {

    /// A file is read twice: as what it is, and as what it is guessed to be.
    private static final int SECONDS = 2 * 5;
    private static final String[] TOKENS = {"\"", "'", "\\", "[", "]", "{", "}", ",", ":", "\n", "\r", "\t", "\0",
            "null", "1e999", "-1", "9007199254740993", "\\u", "\\ud800", "\\N{", "[[[[[[[[", "{\"a\":", "NaN", "../",
            "/dev/zero", "data:image/png;base64,", "\uFEFF", "\uD800", "id,text\n"};

    /// Each of them in the long run: see CONTRIBUTING.
    public static final int MANY = Integer.getInteger("fuzz.rounds", 10_000);

    private final long seed;

    public Fuzz(long seed) {
        this.seed = seed;
    }

    /// Reads the mutated file.
    public interface Reading {
        /// @throws IOException or StorageException: it was refused
        void read() throws IOException;
    }

    /// Reads `rounds` mutations of `sample`, each written to `file`.
    ///
    /// @param what is read, as figures and failures name it
    public void run(String what, Path file, byte[] sample, int rounds, Reading reading) throws Exception {
        long slowestMs = 0;
        int refused = 0;
        try (var watched = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
            for (int round = 0; round < rounds; round++) {
                byte[] mutated = mutated(sample, new Random(seed * 31 + round));
                Files.write(file, mutated);
                long start = System.nanoTime();
                var done = watched.submit(() -> isRefused(reading));
                try {
                    refused += done.get(SECONDS, TimeUnit.SECONDS) ? 1 : 0;
                } catch (TimeoutException | ExecutionException e) {
                    watched.shutdownNow();
                    throw new AssertionError("%s, seed %d, round %d, in base 64: %s".formatted(what, seed, round,
                            Base64.getEncoder().encodeToString(mutated)), e);
                }
                slowestMs = Math.max(slowestMs, (System.nanoTime() - start) / 1_000_000);
            }
        }
        if (rounds >= MANY) {
            System.out.printf("%s: %,d mutations, %,d refused, slowest %d ms, %d MB of heap in use%n", what, rounds,
                    refused, slowestMs, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
    }

    private static boolean isRefused(Reading reading) {
        try {
            reading.read();
            return false;
        } catch (IOException | org.askance.storage.sql.StorageException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new IllegalStateException("refused without a sentence", e);
            }
            return true;
        }
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] bytes = sample.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            bytes = switch (random.nextInt(6)) {
                case 0 -> joined(bytes, at, new byte[]{(byte) random.nextInt(256)}, at);
                case 1 -> joined(bytes, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8), at);
                case 2 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + random.nextInt(20)));
                case 3 -> joined(bytes, at, bytes, at);
                case 4 -> joined(bytes, at, new byte[]{(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
                default -> Arrays.copyOf(bytes, at);
            };
        }
        return bytes;
    }

    /// The beginning up to `to`, `middle`, and the rest from `from`.
    private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
        var all = Arrays.copyOf(bytes, to + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, all, to, middle.length);
        System.arraycopy(bytes, from, all, to + middle.length, bytes.length - from);
        return all;
    }
}
