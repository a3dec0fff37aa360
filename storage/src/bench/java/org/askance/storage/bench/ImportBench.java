package org.askance.storage.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.exchange.Sources;

/// Imports a file of JSON lines into a new project, in batches as the program does, and then the same file again.
/// Arguments: a folder, and how many rows.
final class ImportBench {

    private static final int BATCH = 4_000;

    private ImportBench() {}

    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0] + "-import");
        int count = Integer.parseInt(arguments[1]);
        clear(folder);
        Files.createDirectories(folder);
        var file = rows(folder.resolve("pairs.jsonl"), count);
        System.out.printf("%,d rows, %,d bytes%n", count, Files.size(file));
        try (var project = Project.create(folder.resolve("project"), "bench")) {
            for (var run : List.of("first import", "the same again")) {
                long begin = System.nanoTime();
                int read = run(project, file);
                System.out.printf("%s: %,d rows in %.1f s, %d MB in use%n", run, read,
                        (System.nanoTime() - begin) / 1e9,
                        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
            }
            long begin = System.nanoTime();
            var duplicates = project.duplicates().find(0);
            System.out.printf("duplicates: %,d in %.1f s%n", duplicates.total(), (System.nanoTime() - begin) / 1e9);
        }
    }

    private static int run(Project project, Path file) throws IOException {
        var guess = Sources.guess(file);
        long source = project.imports().begin(file, Format.JSON_LINES, "", null);
        var batch = new ArrayList<ImportRepository.Looked>();
        var seen = new BitSet();
        var read = new int[1];
        Sources.open(guess, project.tasks().list(), SourceOptions.USUAL).read(new ExampleSource.Sink() {
            @Override
            public void row(SourceRow row) {
                read[0]++;
                batch.add(new ImportRepository.Looked(row.example(), null));
                if (batch.size() == BATCH) {
                    project.imports().apply(batch, source, Set.of(), seen);
                    batch.clear();
                }
            }

            @Override
            public void problem(RowProblem problem) {
                throw new IllegalStateException(problem.sentence(Format.JSON_LINES));
            }
        });
        project.imports().apply(batch, source, Set.of(), seen);
        return read[0];
    }

    private static Path rows(Path file, int count) throws IOException {
        var random = new Random(1);
        var sentiments = List.of("positive", "negative", "neutral");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                var text = new StringBuilder();
                for (int word = 6 + random.nextInt(15); word > 0; word--) {
                    text.append(text.isEmpty() ? "" : " ").append("word").append(random.nextInt(20_000));
                }
                out.write("{\"id\": \"%d\", \"text\": \"%s\", \"image\": \"images/%d.jpg\", \"split\": \"%s\", \"sarcasm\": %d, \"sentiment\": \"%s\"}%n"
                        .formatted(840_006_160_660_983_809L + i, text, i, i % 10 == 0 ? "validation" : "train", i % 2,
                                sentiments.get(i % 3)));
            }
        }
        return file;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
