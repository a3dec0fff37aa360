package org.askance.storage.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.exchange.Sources;

/// Guesses, previews and reads every file of a folder, for example of [LargeFiles], and tells what memory it took.
public final class ReadLargeFiles {

    private static final List<TaskDefinition> TASKS = List.of(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT);

    private ReadLargeFiles() {}

    /// `ReadLargeFiles FOLDER`
    public static void main(String[] arguments) throws IOException {
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (var file : files.sorted().toList()) {
                read(file);
            }
        }
    }

    private static void read(Path file) throws IOException {
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        pools.forEach(java.lang.management.MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        var guess = Sources.guess(file);
        Sources.preview(guess, TASKS, SourceOptions.USUAL, 20);
        var counts = new int[2];
        Sources.open(guess, TASKS, SourceOptions.USUAL).read(new ExampleSource.Sink() {
            @Override
            public void row(SourceRow row) {
                counts[0]++;
            }

            @Override
            public void problem(RowProblem problem) {
                counts[1]++;
            }
        });
        long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf("%s, %s, %,d MB: %,d rows, %,d problems, %.1f s, heap at most %d MB, process at most %s%n",
                file.getFileName(), guess.format().title(), Files.size(file) >> 20, counts[0], counts[1],
                (System.nanoTime() - start) / 1e9, peak >> 20, Peak.most());
    }
}
