package org.askance.storage.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRepository;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.files.AtomicFiles;

/// Writes examples as CSV in UTF-8: id, text, text in the picture, image, split, and per task the label that counts, the given
/// one, the answer, the prediction and its confidence. Our own CSV import reads it back.
public final class CsvExport {

    private static final int PAGE = 500;

    private final ExampleRepository examples;
    private final List<TaskDefinition> tasks;

    public CsvExport(ExampleRepository examples, List<TaskDefinition> tasks) {
        this.examples = examples;
        this.tasks = tasks;
    }

    /// Writes `ids` to `file`, whole or not at all.
    ///
    /// @param done hears how many rows are written; may throw to stop, then nothing is left behind
    public void write(long[] ids, Path file, IntConsumer done) throws IOException {
        AtomicFiles.write(file, out -> {
            try (var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    var printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
                printer.printRecord(header());
                for (int from = 0; from < ids.length; from += PAGE) {
                    var page = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + PAGE));
                    for (var row : examples.rows(page)) {
                        printer.printRecord(cells(row));
                    }
                    done.accept(from + page.length);
                }
            }
        });
    }

    private List<String> header() {
        var header = new ArrayList<>(List.of("id", "text", "ocr_text", "image", "split"));
        for (var task : tasks) {
            header.addAll(List.of(task.name(), task.name() + "_given", task.name() + "_answer",
                    task.name() + "_predicted", task.name() + "_confidence"));
        }
        return header;
    }

    private List<String> cells(ExampleRow row) {
        var example = row.example();
        var image = example.image();
        var cells = new ArrayList<>(
                List.of(example.key(), example.text(), Objects.requireNonNullElse(example.knowledge(), ""),
                        image == null ? "" : image.toString(), example.split().key()));
        for (var task : tasks) {
            String given = row.given().getOrDefault(task.name(), "");
            String answer = row.answered().getOrDefault(task.name(), "");
            var predicted = row.predicted().get(task.name());
            cells.addAll(List.of(answer.isEmpty() ? given : answer, given, answer,
                    predicted == null ? "" : predicted.label(),
                    predicted == null ? "" : String.format(Locale.ROOT, "%.4f", predicted.confidence())));
        }
        return cells;
    }
}
