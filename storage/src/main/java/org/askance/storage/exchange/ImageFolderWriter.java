package org.askance.storage.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;

/// An imagefolder of Hugging Face `datasets`: per split a folder with `metadata.jsonl` and its pictures, which are
/// always brought along. `label` is the first task's. A pair without a picture has `file_name` `null`; one whose
/// picture is gone also says under `image` where it was.
final class ImageFolderWriter implements ExampleWriter {

    private final Path folder;
    private final ExportScope scope;
    private final Map<Split, JsonGenerator> files = new EnumMap<>(Split.class);

    ImageFolderWriter(Path folder, ExportScope scope) {
        this.folder = folder;
        this.scope = scope;
    }

    private JsonGenerator file(Split split) throws IOException {
        var open = files.get(split);
        if (open == null) {
            open = ExportJson.open(Files.createDirectories(folder.resolve(split.key())).resolve("metadata.jsonl"),
                    "\n");
            files.put(split, open);
        }
        return open;
    }

    @Override
    public void write(ExportRow row) throws IOException {
        String split = row.example().split().key();
        var json = file(row.example().split());
        String path = scope.images().path(row, split);
        json.writeStartObject();
        ExportJson.text(json, "file_name", inside(path, split));
        ExportJson.example(json, row, path == null || inside(path, split) != null ? null : path);
        if (!scope.tasks().isEmpty()) {
            ExportJson.text(json, "label", scope.labels().of(row, scope.tasks().getFirst().name()));
        }
        ExportJson.labels(json, row, scope);
        ExportJson.details(json, row, scope);
        json.writeEndObject();
    }

    /// The path as seen from the split's folder; `null` if the picture is not there.
    private static @Nullable String inside(@Nullable String path, String split) {
        return path != null && path.startsWith(split + "/") ? path.substring(split.length() + 1) : null;
    }

    @Override
    public void close() throws IOException {
        for (var json : files.values()) {
            json.writeRaw('\n');
            json.close();
        }
    }
}
