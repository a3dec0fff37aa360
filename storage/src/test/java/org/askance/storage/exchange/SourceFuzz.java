package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads mutated files with every reader. A reader may refuse a file with a sentence; anything else that it throws, and
/// anything that takes longer than five seconds, is a failure that names format, seed and round.
final class SourceFuzz {

    private static final int SECONDS = 5;
    private static final String[] TOKENS = {"\"", "'", "\\", "[", "]", "{", "}", ",", ":", "\n", "\r", "\t", "\0",
            "null", "1e999", "-1", "9007199254740993", "\\u", "\\ud800", "\\N{", "[[[[[[[[", "{\"a\":", "NaN", "../",
            "/dev/zero", "data:image/png;base64,", "\uFEFF", "\uD800", "id,text\n"};

    private final Path folder;
    private final long seed;

    SourceFuzz(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /// A small whole file of each format that is text.
    static Map<Format, String> samples() {
        var samples = new EnumMap<Format, String>(Format.class);
        samples.put(Format.MMSD_TEXT, "['1', 'so nice \\u00e9', 1]\n['2', \"won 't it\", 0, 1]\n");
        samples.put(Format.CLFA_ROWS, "['1', 'so nice', 'KEEP \\x41 OUT', 1]\n['2', 'b', '', 0]\n");
        samples.put(Format.CLFA_SENTIMENT, "1\t0\n2\t1\n3\t2\n");
        samples.put(Format.MMSD2_JSON,
                "[{\"image_id\": 840006160660983809, \"text\": \"a\", \"label\": 1}, {\"image_id\": 2, \"text\": \"b\", \"label\": 0}]");
        samples.put(Format.MVSA, "ID\ttext,image\n1\tpositive,neutral\n2\tnegative,positive\n");
        samples.put(Format.LABEL_STUDIO,
                "[{\"id\": 1, \"data\": {\"image\": \"/data/local-files/?d=a%20b.jpg\", \"text\": \"a\"}, \"annotations\": [{\"completed_by\": 1,"
                        + "\"lead_time\": 1.5, \"created_at\": \"2026-01-02T03:04:05Z\", \"result\": [{\"from_name\": \"sentiment\", \"type\": \"choices\","
                        + " \"value\": {\"choices\": [\"Positive\"]}}]}], \"predictions\": [{\"score\": 0.5, \"result\": []}]}]");
        samples.put(Format.DOCCANO,
                "{\"id\": 1, \"text\": \"a\", \"label\": [\"positive\"]}\n{\"text\": \"b\", \"label\": []}\n");
        samples.put(Format.PRODIGY,
                "{\"text\": \"a\", \"image\": \"a.jpg\", \"options\": [{\"id\": 0, \"text\": \"positive\"}], \"accept\": [0], \"answer\": \"accept\", \"_input_hash\": -1}\n");
        samples.put(Format.TABLE,
                "id,text,image,split,sentiment\n1,\"a \"\"b\"\"\nc\",x.jpg,train,positive\n2,b,,dev,\n");
        samples.put(Format.JSON_LINES,
                "{\"id\": 1, \"text\": \"a\", \"meta\": {\"x\": [1, 2]}, \"sentiment\": \"neutral\"}\n{\"id\": \"b\", \"text\": \"c\"}\n");
        return samples;
    }

    /// Reads `rounds` mutations of each sample, by its format and by what is guessed.
    void run(int rounds) throws Exception {
        for (var sample : samples().entrySet()) {
            run(sample.getKey(), sample.getValue().getBytes(StandardCharsets.UTF_8), rounds);
        }
    }

    void run(Format format, byte[] sample, int rounds) throws Exception {
        var file = folder.resolve(format.key());
        try (var watched = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
            for (int round = 0; round < rounds; round++) {
                Files.write(file, mutated(sample, new Random(seed * 31 + round)));
                var reading = watched.submit(() -> {
                    read(format, file);
                    return true;
                });
                try {
                    reading.get(SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
                    watched.shutdownNow();
                    throw new AssertionError("%s, seed %d, round %d: %s".formatted(format, seed, round,
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8)), e);
                }
            }
        }
    }

    private static void read(Format format, Path file) {
        try {
            Sources.open(new Sources.Guess(format, file, ""), Collected.TASKS, SourceOptions.USUAL)
                    .read(new Collected());
        } catch (IOException e) {
            sentence(e);
        }
        try {
            var guess = Sources.guess(file);
            Sources.preview(guess, Collected.TASKS, SourceOptions.USUAL, 10);
        } catch (IOException e) {
            sentence(e);
        }
    }

    private static void sentence(IOException e) {
        if (e.getMessage() == null || e.getMessage().isBlank()) {
            throw new IllegalStateException("refused without a sentence", e);
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
                default -> java.util.Arrays.copyOf(bytes, at);
            };
        }
        return bytes;
    }

    /// The beginning up to `to`, `middle`, and the rest from `from`.
    private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
        var all = java.util.Arrays.copyOf(bytes, to + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, all, to, middle.length);
        System.arraycopy(bytes, from, all, to + middle.length, bytes.length - from);
        return all;
    }
}
