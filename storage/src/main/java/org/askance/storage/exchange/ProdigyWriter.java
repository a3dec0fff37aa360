package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Prodigy's `choice` tasks as JSON lines: one line per example and annotator, with the labels of all tasks as
/// options, several of which may be accepted. An example without labels has one line that is ignored. The hashes
/// are ours: they tell texts and questions apart, as theirs do.
final class ProdigyWriter implements ExampleWriter {

    private final ExportScope scope;
    private final JsonGenerator json;

    ProdigyWriter(Path file, ExportScope scope) throws IOException {
        this.scope = scope;
        this.json = ExportJson.open(file, "\n");
    }

    @Override
    public void write(ExportRow row) throws IOException {
        String image = scope.images().path(row);
        var sets = LabelSet.of(row, scope.labels(), scope.taskNames());
        if (sets.isEmpty()) {
            line(row, image, null);
        }
        for (var set : sets) {
            line(row, image, set);
        }
    }

    private void line(ExportRow row, @Nullable String image, @Nullable LabelSet set) throws IOException {
        var answered = set != null && !set.undone();
        json.writeStartObject();
        json.writeStringField("text", row.example().text());
        ExportJson.text(json, "image", image);
        options();
        json.writeArrayFieldStart("accept");
        if (set != null) {
            for (var label : set.labels().entrySet()) {
                json.writeString(scope.single(label.getKey(), label.getValue()));
            }
        }
        json.writeEndArray();
        json.writeStringField("answer", answered ? "accept" : "ignore");
        int input = hash(row.example().key(), row.example().text());
        json.writeNumberField("_input_hash", input);
        json.writeNumberField("_task_hash", hash(Integer.toString(input), String.join("\n", scope.taskNames())));
        json.writeStringField("_view_id", "choice");
        String annotator = set == null ? null : set.annotator();
        ExportJson.text(json, "_session_id", annotator == null ? null : "askance-" + annotator);
        ExportJson.text(json, "_annotator_id", annotator);
        if (set != null && set.at() != null) {
            json.writeNumberField("_timestamp", set.at().getEpochSecond());
        }
        json.writeObjectFieldStart("meta");
        json.writeStringField("id", row.example().key());
        ExportJson.text(json, "ocr_text", row.example().knowledge());
        json.writeStringField("split", row.example().split().key());
        ExportJson.details(json, row, scope);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void options() throws IOException {
        json.writeArrayFieldStart("options");
        for (var task : scope.tasks()) {
            for (var label : task.labelNames()) {
                json.writeStartObject();
                json.writeStringField("id", scope.single(task.name(), label));
                json.writeStringField("text", label);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static int hash(String... parts) {
        var crc = new CRC32C();
        for (var part : List.of(parts)) {
            crc.update(part.getBytes(StandardCharsets.UTF_8));
            crc.update(0);
        }
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
