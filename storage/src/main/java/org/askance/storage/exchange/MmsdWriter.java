package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;

/// A folder as MMSD2.0 is published: per split an array of `image_id`, `text` and `label` (1 sarcastic, 0 not),
/// pictures under `dataset_image`. An id that is no whole number is written as a string, and a pair without the
/// label has `null`; `ocr_text`, `image`, labels of other tasks and what JSON lines say beside the pair follow as fields
/// of their own, which readers of the dataset pass over.
final class MmsdWriter implements ExampleWriter {

    static final String IMAGES = "dataset_image";

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");

    private final Path folder;
    private final ExportScope scope;
    private final Map<Split, JsonGenerator> files = new EnumMap<>(Split.class);

    MmsdWriter(Path folder, ExportScope scope) throws IOException {
        this.folder = folder;
        this.scope = scope;
        // A project without a test split still gives the three files that readers look for.
        for (var split : new Split[]{Split.TRAIN, Split.VALIDATION, Split.TEST}) {
            file(split);
        }
    }

    private JsonGenerator file(Split split) throws IOException {
        var open = files.get(split);
        if (open == null) {
            String name = split == Split.VALIDATION ? "valid" : split.key();
            open = ExportJson.open(folder.resolve(name + ".json"), "\n");
            open.writeStartArray();
            files.put(split, open);
        }
        return open;
    }

    @Override
    public void write(ExportRow row) throws IOException {
        var json = file(row.example().split());
        json.writeRaw('\n');
        json.writeStartObject();
        String key = row.example().key();
        json.writeFieldName("image_id");
        if (WHOLE.matcher(key).matches()) {
            json.writeNumber(key);
        } else {
            json.writeString(key);
        }
        json.writeStringField("text", row.example().text());
        label(json, row);
        ExportJson.text(json, "ocr_text", row.example().knowledge());
        ExportJson.text(json, "image", scope.images().path(row));
        for (var task : scope.tasks()) {
            if (!task.name().equals(TaskDefinition.SARCASM.name())) {
                ExportJson.text(json, ExportScope.column(task.name()), scope.labels().of(row, task.name()));
            }
        }
        ExportJson.details(json, row, scope);
        json.writeEndObject();
    }

    private void label(JsonGenerator json, ExportRow row) throws IOException {
        var label = scope.labels().of(row, TaskDefinition.SARCASM.name());
        int index = TaskDefinition.SARCASM.labelNames().indexOf(label);
        ExportJson.number(json, "label", index < 0 ? null : (long) index);
    }

    @Override
    public void close() throws IOException {
        for (var json : files.values()) {
            json.writeRaw('\n');
            json.writeEndArray();
            json.close();
        }
    }
}
