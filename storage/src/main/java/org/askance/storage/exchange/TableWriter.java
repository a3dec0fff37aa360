package org.askance.storage.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A table in UTF-8, quoted as in RFC 4180. A cell that looks like a formula stays as it is: an export that
/// alters texts is no export. With events wanted, there is one row per event, and one for an example without; rows of
/// an example follow each other.
final class TableWriter implements ExampleWriter {

    private static final List<String> EVENT = List.of("event", "gesture", "kind", "task", "label", "value",
            "annotator", "at", "duration_ms", "checkpoint", "deciding", "blind", "queue", "guideline", "target",
            "undone", "bulk", "former");

    private final ExportScope scope;
    private final CSVPrinter printer;
    private final boolean events;

    TableWriter(Path file, char delimiter, ExportScope scope) throws IOException {
        this.scope = scope;
        this.events = scope.labels() instanceof ExportLabels.Events;
        this.printer = new CSVPrinter(
                new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16),
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
        printer.printRecord(events ? eventHeader(scope) : header());
    }

    private List<String> header() {
        var header = new ArrayList<>(ExportScope.FIXED);
        for (var task : scope.tasks()) {
            header.addAll(List.of(ExportScope.column(task.name()), task.name() + "_given", task.name() + "_answer",
                    task.name() + "_predicted", task.name() + "_confidence", task.name() + "_probabilities"));
            if (scope.labels() instanceof ExportLabels.Annotators) {
                scope.annotators().forEach(annotator -> header.add(task.name() + "@" + annotator));
            }
        }
        header.addAll(OwnColumns.JSON);
        return header;
    }

    private static List<String> eventHeader(ExportScope scope) {
        var header = new ArrayList<>(List.of("id", "text", "ocr_text", "image", "split"));
        header.addAll(EVENT);
        for (var task : scope.taskNames()) {
            header.addAll(List.of(task + "_given", task + "_predicted", task + "_confidence"));
        }
        header.add("predicted_by");
        return header;
    }

    @Override
    public void write(ExportRow row) throws IOException {
        String image = scope.images().path(row);
        if (!events) {
            printer.printRecord(cells(row, image));
        } else if (row.events().isEmpty()) {
            event(row, image, EVENT.stream().map(_ -> "").toList());
        } else {
            for (var event : row.events()) {
                event(row, image, cells(event));
            }
        }
    }

    private void event(ExportRow row, @Nullable String image, List<String> event) throws IOException {
        var cells = example(row, image);
        cells.addAll(event);
        for (var task : scope.taskNames()) {
            var predicted = row.predicted().get(task);
            cells.add(row.given().getOrDefault(task, ""));
            cells.add(predicted == null ? "" : predicted.label());
            cells.add(predicted == null ? "" : Double.toString(predicted.confidence()));
        }
        cells.add(text(scope.checkpoint()));
        printer.printRecord(cells);
    }

    private static List<String> example(ExportRow row, @Nullable String image) {
        return new ArrayList<>(List.of(row.example().key(), row.example().text(),
                text(row.example().knowledge()), text(image),
                row.example().split().key()));
    }

    private List<String> cells(ExportRow row, @Nullable String image) throws IOException {
        var cells = example(row, image);
        var flag = row.flag();
        cells.addAll(List.of(text(row.imageHash()), text(row.example().problem()), row.importedAt().toString(),
                Boolean.toString(flag.isPresent()), flag.map(ExportEvent::value).orElse(""),
                flag.map(ExportEvent::annotator).orElse(""), flag.map(by -> by.at().toString()).orElse(""),
                ExportJson.comments(row), text(scope.checkpoint())));
        for (var task : scope.tasks()) {
            String name = task.name();
            cells.add(text(scope.labels().of(row, name)));
            cells.add(row.given().getOrDefault(name, ""));
            cells.add(row.counted().getOrDefault(name, ""));
            var predicted = row.predicted().get(name);
            cells.add(predicted == null ? "" : predicted.label());
            cells.add(predicted == null ? "" : Double.toString(predicted.confidence()));
            cells.add(predicted == null ? "" : predicted.probabilities());
            if (scope.labels() instanceof ExportLabels.Annotators) {
                for (var annotator : scope.annotators()) {
                    var answer = row.answers(annotator).get(name);
                    cells.add(answer == null ? "" : text(answer.label()));
                }
            }
        }
        cells.addAll(ExportJson.cells(row));
        return cells;
    }

    private static List<String> cells(ExportEvent event) {
        var around = event.around();
        return List.of(Long.toString(event.id()), Long.toString(event.gesture()), event.kind(), text(event.task()),
                text(event.label()), text(event.value()), event.annotator(), event.at().toString(),
                text(around.durationMs()), text(around.checkpoint()), Boolean.toString(around.deciding()),
                Boolean.toString(around.blind()), text(around.queue()), text(around.guideline()),
                text(event.target()), Boolean.toString(event.undone()),
                Boolean.toString(around.bulk()), text(event.former()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
