package org.askance.storage.exchange;

import static org.askance.storage.parquet.ParquetField.floats;
import static org.askance.storage.parquet.ParquetField.optional;
import static org.askance.storage.parquet.ParquetField.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.askance.storage.dataset.Probabilities;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;
import org.jspecify.annotations.Nullable;

/// Our Parquet schema: one row per example, answers and events as lists of structures. FORMATS.md describes it.
final class ParquetExampleWriter implements ExampleWriter {

    static final String CREATED_BY = "Askance";

    private static final float[] NONE = {};

    private final ExportScope scope;
    private final OutputStream out;
    private final ParquetWriter parquet;

    ParquetExampleWriter(Path file, ExportScope scope) throws IOException {
        this.scope = scope;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.parquet = new ParquetWriter(out, schema(scope), CREATED_BY);
    }

    private static List<ParquetField> schema(ExportScope scope) {
        var fields = new ArrayList<ParquetField>(example());
        for (var task : scope.tasks()) {
            String name = task.name();
            fields.addAll(List.of(optional(ExportScope.column(name), ParquetField.Type.TEXT),
                    optional(name + "_given", ParquetField.Type.TEXT),
                    optional(name + "_answer", ParquetField.Type.TEXT),
                    optional(name + "_predicted", ParquetField.Type.TEXT),
                    optional(name + "_confidence", ParquetField.Type.DOUBLE), floats(name + "_probabilities")));
        }
        fields.addAll(said());
        return fields;
    }

    /// Who said what: answers, events, decisions of disputes.
    static List<ParquetField> said() {
        return List.of(answers(OwnColumns.ANSWERS), events(), answers(OwnColumns.DECIDED));
    }

    private static ParquetField answers(String name) {
        return new ParquetField.ListOf(name, new ParquetField.Group("element",
                List.of(text("annotator"), text("task"), text("label"),
                        new ParquetField.Value("at", ParquetField.Type.TIME, false),
                        optional("duration_ms", ParquetField.Type.INT64))));
    }

    private static ParquetField events() {
        return new ParquetField.ListOf(OwnColumns.EVENTS, new ParquetField.Group("element",
                List.of(new ParquetField.Value("event", ParquetField.Type.INT64, false),
                        new ParquetField.Value("gesture", ParquetField.Type.INT64, false), text("kind"),
                        optional("task", ParquetField.Type.TEXT), optional("label", ParquetField.Type.TEXT),
                        optional("value", ParquetField.Type.TEXT),
                        text("annotator"),
                        new ParquetField.Value("at", ParquetField.Type.TIME, false),
                        optional("duration_ms", ParquetField.Type.INT64),
                        optional("checkpoint", ParquetField.Type.TEXT),
                        new ParquetField.Value("deciding", ParquetField.Type.BOOLEAN, false),
                        new ParquetField.Value("blind", ParquetField.Type.BOOLEAN, false),
                        optional("queue", ParquetField.Type.TEXT),
                        optional("guideline", ParquetField.Type.INT64), optional("target", ParquetField.Type.INT64),
                        new ParquetField.Value("undone", ParquetField.Type.BOOLEAN, false),
                        new ParquetField.Value("bulk", ParquetField.Type.BOOLEAN, false),
                        optional("former", ParquetField.Type.TEXT))));
    }

    /// The columns before those of tasks, the same as in a table.
    static List<ParquetField> example() {
        return List.of(text("id"), text("text"), optional("ocr_text", ParquetField.Type.TEXT),
                optional("image", ParquetField.Type.TEXT),
                text("split"),
                optional("image_sha256", ParquetField.Type.TEXT), optional("problem", ParquetField.Type.TEXT),
                new ParquetField.Value("imported_at", ParquetField.Type.TIME, false),
                new ParquetField.Value("flagged", ParquetField.Type.BOOLEAN, false),
                optional("flag_reason", ParquetField.Type.TEXT),
                optional("flagged_by", ParquetField.Type.TEXT),
                optional("flagged_at", ParquetField.Type.TIME),
                optional("comments", ParquetField.Type.TEXT), optional("checkpoint", ParquetField.Type.TEXT));
    }

    static List<@Nullable Object> example(ExportRow row, ExportScope scope) throws IOException {
        var example = row.example();
        var flag = row.flag();
        return new ArrayList<>(Arrays.<@Nullable Object>asList(example.key(), example.text(), example.knowledge(),
                scope.images().path(row),
                example.split().key(), row.imageHash(), example.problem(), row.importedAt().toEpochMilli(),
                flag.isPresent(), flag.map(ExportEvent::value).orElse(null),
                flag.map(ExportEvent::annotator).orElse(null), flag.map(by -> by.at().toEpochMilli()).orElse(null),
                row.comments().isEmpty() ? null : ExportJson.comments(row), scope.checkpoint()));
    }

    @Override
    public void write(ExportRow row) throws IOException {
        var values = example(row, scope);
        for (var task : scope.tasks()) {
            String name = task.name();
            var predicted = row.predicted().get(name);
            values.add(scope.labels().of(row, name));
            values.add(row.given().get(name));
            values.add(row.counted().get(name));
            values.add(predicted == null ? null : predicted.label());
            values.add(predicted == null ? null : predicted.confidence());
            values.add(predicted == null ? NONE : Probabilities.parse(predicted.probabilities()));
        }
        values.addAll(said(row, scope));
        parquet.row(values);
    }

    /// What a row holds for [#said()].
    static List<List<?>> said(ExportRow row, ExportScope scope) {
        return List.of(answers(row), scope.labels() instanceof ExportLabels.Events ? events(row) : List.of(),
                row.decisions().entrySet().stream()
                        .map(decided -> answer(decided.getValue().annotator(), decided.getKey(), decided.getValue()))
                        .toList());
    }

    private static List<List<@Nullable Object>> answers(ExportRow row) {
        var answers = new ArrayList<List<@Nullable Object>>();
        row.answers().forEach((annotator, byTask) -> byTask
                .forEach((task, event) -> answers.add(answer(annotator, task, event))));
        return answers;
    }

    private static List<@Nullable Object> answer(String annotator, String task, ExportEvent event) {
        return Arrays.asList(annotator, task, event.label(), event.at().toEpochMilli(), event.around().durationMs());
    }

    private static List<List<@Nullable Object>> events(ExportRow row) {
        return row.events().stream().map(event -> Arrays.<@Nullable Object>asList(event.id(), event.gesture(),
                event.kind(), event.task(), event.label(), event.value(), event.annotator(),
                event.at().toEpochMilli(), event.around().durationMs(), event.around().checkpoint(),
                event.around().deciding(), event.around().blind(), event.around().queue(),
                event.around().guideline(), event.target(), event.undone(), event.around().bulk(),
                event.former())).toList();
    }

    @Override
    public void close() throws IOException {
        parquet.close();
        out.close();
    }
}
