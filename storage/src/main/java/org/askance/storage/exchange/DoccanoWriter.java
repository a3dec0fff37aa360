package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;

/// doccano's JSON lines: `text`, one list `label` over all tasks, and the rest under `meta`.
final class DoccanoWriter implements ExampleWriter {

    private final ExportScope scope;
    private final JsonGenerator json;

    DoccanoWriter(Path file, ExportScope scope) throws IOException {
        this.scope = scope;
        this.json = ExportJson.open(file, "\n");
    }

    @Override
    public void write(ExportRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", row.example().text());
        json.writeArrayFieldStart("label");
        for (var task : scope.taskNames()) {
            var label = scope.labels().of(row, task);
            if (label != null) {
                json.writeString(scope.single(task, label));
            }
        }
        json.writeEndArray();
        json.writeObjectFieldStart("meta");
        json.writeStringField("id", row.example().key());
        ExportJson.text(json, "ocr_text", row.example().knowledge());
        ExportJson.text(json, "image", scope.images().path(row));
        json.writeStringField("split", row.example().split().key());
        ExportJson.details(json, row, scope);
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
