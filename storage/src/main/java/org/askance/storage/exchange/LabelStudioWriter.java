package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Label Studio's tasks: an array of examples, each with `data`, `annotations` and `predictions`. The matching
/// labelling interface is [LabelStudioConfig].
final class LabelStudioWriter implements ExampleWriter {

    private final ExportScope scope;
    private final JsonGenerator json;

    LabelStudioWriter(Path file, ExportScope scope) throws IOException {
        this.scope = scope;
        this.json = ExportJson.open(file, "\n");
        json.writeStartArray();
    }

    @Override
    public void write(ExportRow row) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeNumberField("id", row.example().id());
        json.writeObjectFieldStart("data");
        ExportJson.example(json, row, scope.images().path(row));
        ExportJson.details(json, row, scope);
        json.writeEndObject();
        json.writeArrayFieldStart("annotations");
        for (var set : LabelSet.of(row, scope.labels(), scope.taskNames())) {
            annotation(set);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("predictions");
        if (!row.predicted().isEmpty()) {
            prediction(row.predicted());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void annotation(LabelSet set) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", set.id());
        if (set.annotator() != null) {
            // An account there is known by its e-mail address, which may be any name here.
            json.writeObjectFieldStart("completed_by");
            json.writeStringField("email", set.annotator());
            json.writeEndObject();
        }
        json.writeBooleanField("was_cancelled", set.undone());
        json.writeBooleanField("ground_truth", set.annotator() == null);
        json.writeFieldName("lead_time");
        if (set.durationMs() == null) {
            json.writeNull();
        } else {
            json.writeNumber(set.durationMs() / 1000.0);
        }
        String at = set.at() == null ? null : set.at().toString();
        ExportJson.text(json, "created_at", at);
        ExportJson.text(json, "updated_at", at);
        json.writeArrayFieldStart("result");
        for (var label : set.labels().entrySet()) {
            choice(label.getKey(), label.getValue(), null);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void prediction(Map<String, ExportRow.Predicted> predicted) throws IOException {
        json.writeStartObject();
        ExportJson.text(json, "model_version", scope.checkpoint());
        json.writeNumberField("score",
                predicted.values().stream().mapToDouble(ExportRow.Predicted::confidence).min().orElse(0));
        json.writeArrayFieldStart("result");
        for (var one : predicted.entrySet()) {
            choice(one.getKey(), one.getValue().label(), one.getValue().confidence());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void choice(String task, String label, @Nullable Double score) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", task);
        json.writeStringField("from_name", task);
        json.writeStringField("to_name", "text");
        json.writeStringField("type", "choices");
        json.writeObjectFieldStart("value");
        json.writeArrayFieldStart("choices");
        json.writeString(label);
        json.writeEndArray();
        json.writeEndObject();
        if (score != null) {
            json.writeNumberField("score", score);
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.writeEndArray();
        json.close();
    }
}
