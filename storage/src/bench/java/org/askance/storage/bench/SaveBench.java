package org.askance.storage.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.query.Queue;

/// How long an answer takes until it is on disk, at a million pairs: the answer, then the place in the queue, as the
/// annotation view saves them. Beside it what the disk itself needs to make as many bytes durable.
public final class SaveBench {

    private static final int TIMES = 2_000;
    private static final int PAGE = 4_096;
    /// Pages that an answer adds to the log.
    private static final int PAGES = 12;

    private SaveBench() {}

    private interface Step {
        void run(int i) throws IOException;
    }

    /// `SaveBench FOLDER [COUNT]`; the project of [MillionPairs] in `FOLDER` is made if it is not there.
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        MillionPairs.open(folder, count).close();
        disk(folder.resolveSibling("durable.bin"));
        try (var project = Project.open(folder)) {
            project.finder().warm();
            project.finder().await();
            project.openingBackup().join();
            measure(project, count);
        }
        disk(folder.resolveSibling("durable.bin"));
        System.out.println("peak memory of the process: " + Peak.most());
    }

    private static void measure(Project project, int count) throws IOException {
        var random = new Random(System.nanoTime());
        var labels = java.util.List.of("positive", "negative", "neutral");
        var wal = project.folder().resolve("project.db-wal");
        long before = Files.size(wal);
        var at = new long[]{project.finder().find(Queue.ALL, Queue.Move.FIRST_OPEN, Queue.NOWHERE, "ada").id()};
        distribution("answer of a pair anywhere", i -> project.annotations().save(new Answer(1 + random.nextInt(count),
                Map.of("sentiment", labels.get(i % 3)), "ada", null, Duration.ofSeconds(1))));
        System.out.printf("  the log is %,d KB, before %,d%n", Files.size(wal) >> 10, before >> 10);
        distribution("place in the queue", i -> project.queuePlaces().put("ada", "dataset", 1 + random.nextInt(count)));
        distribution("one step: answer, next pair, place", i -> {
            project.annotations().save(new Answer(at[0], Map.of("sarcasm", "sarcastic", "sentiment",
                    labels.get(i % 3)), "ada", Circumstances.seen(null, Duration.ofSeconds(1)).in("dataset")));
            at[0] = project.finder().find(Queue.ALL, Queue.Move.NEXT_OPEN, at[0], "ada").id();
            project.queuePlaces().put("ada", "dataset", at[0]);
        });
    }

    /// Appends as many bytes as an answer does and waits until they are durable.
    private static void disk(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            distribution("the disk alone: %d pages appended, fsync".formatted(PAGES), i -> {
                channel.write(ByteBuffer.allocate(PAGES * PAGE), (long) i * PAGES * PAGE);
                channel.force(false);
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void distribution(String what, Step step) throws IOException {
        var ms = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            step.run(i);
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%-50s p50 %6.2f, p95 %6.2f, p99 %6.2f, most %6.2f ms%n", what, ms[TIMES / 2],
                ms[TIMES * 95 / 100], ms[TIMES * 99 / 100], ms[TIMES - 1]);
    }
}
