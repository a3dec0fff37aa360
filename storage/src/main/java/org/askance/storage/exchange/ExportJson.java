package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pieces that our JSON exports share.
final class ExportJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ExportJson() {}

    /// A generator into `file`, in UTF-8; closing it closes the file.
    ///
    /// @param separator between values at the outermost level
    static JsonGenerator open(Path file, String separator) throws IOException {
        var writer = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16);
        return FACTORY.createGenerator(writer)
                .setPrettyPrinter(new com.fasterxml.jackson.core.util.MinimalPrettyPrinter(separator));
    }

    static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, value);
        }
    }

    static void number(JsonGenerator json, String field, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, value);
        }
    }

    static void texts(JsonGenerator json, String field, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(field);
        for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    /// The fields of an example, without its labels.
    static void example(JsonGenerator json, ExportRow row, @Nullable String image) throws IOException {
        json.writeStringField("id", row.example().key());
        json.writeStringField("text", row.example().text());
        text(json, "ocr_text", row.example().knowledge());
        text(json, "image", image);
        json.writeStringField("split", row.example().split().key());
    }

    /// The label that stands for each task, under its name; `null` where there is none.
    static void labels(JsonGenerator json, ExportRow row, ExportScope scope) throws IOException {
        for (var task : scope.tasks()) {
            text(json, ExportScope.column(task.name()), scope.labels().of(row, task.name()));
        }
    }

    /// What else is known of an example: origin, given labels, everyone's answers, decisions, predictions and, where they are
    /// wanted, events.
    static void details(JsonGenerator json, ExportRow row, ExportScope scope) throws IOException {
        text(json, "image_sha256", row.imageHash());
        text(json, "problem", row.example().problem());
        json.writeStringField("imported_at", row.importedAt().toString());
        texts(json, "given", row.given());
        boolean events = scope.labels() instanceof ExportLabels.Events;
        var answers = row.answers();
        json.writeFieldName(OwnColumns.ANSWERS);
        answers(json, answers);
        if (!events && !answers.isEmpty()) {
            json.writeFieldName(OwnColumns.ANSWERED_AT);
            answeredAt(json, answers);
        }
        json.writeFieldName(OwnColumns.DECIDED);
        decided(json, row);
        remarks(json, row);
        predicted(json, row, scope);
        if (events) {
            events(json, row);
        }
    }

    /// Label by task, by annotator.
    private static void answers(JsonGenerator json, Map<String, Map<String, ExportEvent>> answers)
            throws IOException {
        json.writeStartObject();
        for (var annotator : answers.entrySet()) {
            json.writeObjectFieldStart(annotator.getKey());
            for (var answer : annotator.getValue().entrySet()) {
                text(json, answer.getKey(), answer.getValue().label());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /// Time by task, by annotator.
    private static void answeredAt(JsonGenerator json, Map<String, Map<String, ExportEvent>> answers)
            throws IOException {
        json.writeStartObject();
        for (var annotator : answers.entrySet()) {
            json.writeObjectFieldStart(annotator.getKey());
            for (var answer : annotator.getValue().entrySet()) {
                json.writeStringField(answer.getKey(), answer.getValue().at().toString());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /// The cells of [OwnColumns#JSON], in their order; empty where there is nothing to tell.
    static List<String> cells(ExportRow row) throws IOException {
        var answers = row.answers();
        return List.of(answers.isEmpty() ? "" : cell(json -> answers(json, answers)),
                answers.isEmpty() ? "" : cell(json -> answeredAt(json, answers)),
                row.decisions().isEmpty() ? "" : cell(json -> decided(json, row)));
    }

    private static void decided(JsonGenerator json, ExportRow row) throws IOException {
        json.writeStartObject();
        for (var decision : row.decisions().entrySet()) {
            json.writeObjectFieldStart(decision.getKey());
            text(json, "label", decision.getValue().label());
            json.writeStringField("annotator", decision.getValue().annotator());
            json.writeStringField("at", decision.getValue().at().toString());
            number(json, "duration_ms", decision.getValue().around().durationMs());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void predicted(JsonGenerator json, ExportRow row, ExportScope scope) throws IOException {
        text(json, "checkpoint", scope.checkpoint());
        json.writeObjectFieldStart("predicted");
        for (var prediction : row.predicted().entrySet()) {
            json.writeObjectFieldStart(prediction.getKey());
            json.writeStringField("label", prediction.getValue().label());
            json.writeNumberField("confidence", prediction.getValue().confidence());
            json.writeFieldName("probabilities");
            json.writeRawValue(prediction.getValue().probabilities());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void around(JsonGenerator json, ExportEvent.Surroundings around) throws IOException {
        text(json, "checkpoint", around.checkpoint());
        number(json, "duration_ms", around.durationMs());
        json.writeBooleanField("deciding", around.deciding());
        json.writeBooleanField("blind", around.blind());
        text(json, "queue", around.queue());
        number(json, "guideline", around.guideline());
        json.writeBooleanField("bulk", around.bulk());
    }

    private static void remarks(JsonGenerator json, ExportRow row) throws IOException {
        var flag = row.flag();
        json.writeBooleanField("flagged", flag.isPresent());
        text(json, "flag_reason", flag.map(ExportEvent::value).orElse(null));
        text(json, "flagged_by", flag.map(ExportEvent::annotator).orElse(null));
        text(json, "flagged_at", flag.map(ExportEvent::at).map(Instant::toString).orElse(null));
        json.writeFieldName("comments");
        comments(json, row);
    }

    private static void comments(JsonGenerator json, ExportRow row) throws IOException {
        json.writeStartArray();
        for (var comment : row.comments()) {
            json.writeStartObject();
            json.writeStringField("annotator", comment.annotator());
            json.writeStringField("at", comment.at().toString());
            text(json, "text", comment.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// The comments as one JSON text, for a cell; empty if there are none.
    static String comments(ExportRow row) throws IOException {
        return row.comments().isEmpty() ? "" : cell(json -> comments(json, row));
    }

    @FunctionalInterface
    private interface Piece {
        void write(JsonGenerator json) throws IOException;
    }

    private static String cell(Piece piece) throws IOException {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            piece.write(json);
        }
        return text.toString();
    }

    private static void events(JsonGenerator json, ExportRow row) throws IOException {
        json.writeArrayFieldStart("events");
        for (var event : row.events()) {
            json.writeStartObject();
            json.writeNumberField("event", event.id());
            json.writeNumberField("gesture", event.gesture());
            json.writeStringField("kind", event.kind());
            text(json, "task", event.task());
            text(json, "label", event.label());
            json.writeStringField("annotator", event.annotator());
            json.writeStringField("at", event.at().toString());
            text(json, "value", event.value());
            text(json, "former", event.former());
            around(json, event.around());
            number(json, "target", event.target());
            json.writeBooleanField("undone", event.undone());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
