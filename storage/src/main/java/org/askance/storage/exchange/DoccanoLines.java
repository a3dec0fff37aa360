package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;

/// doccano's JSONL: `{"text", "label": ["positive"]}`, with the image's name where there is one. Whoever labelled is
/// not said, so the labels count as the dataset's own.
public final class DoccanoLines implements ExampleSource {

    private final Path file;
    private final LabelMatcher labels;
    private final SourceOptions options;

    DoccanoLines(Path file, List<TaskDefinition> tasks, SourceOptions options) {
        this.file = file;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    @Override
    public Format format() {
        return Format.DOCCANO;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var rows = new RowMaker(file, labels,
                new ImagePaths(options.imagesBeside(file), options.absolute()), sink);
        var split = SplitNames.of(file);
        new JsonLineRows(file, options.encoding()).items(new FilesProgress(sink, List.of(file)),
                (node, line) -> row(node, line, split, rows));
    }

    private static void row(JsonNode node, long line, Split split, RowMaker rows) {
        var meta = node.path("meta");
        var key = Json.first(node, "key", "id");
        key = key == null ? Json.first(meta, "key", "id") : key;
        var text = Json.first(node, "text", "data");
        var remarks = new ArrayList<Remark>();
        for (var comment : node.path("Comments").isArray() ? node.path("Comments") : node.path("comments")) {
            String said = comment.isObject() ? comment.path("text").asText() : comment.asText();
            if (!said.isBlank()) {
                remarks.add(new Remark("doccano", Remark.Kind.COMMENT, CleanText.of(said),
                        JsonPairs.time(comment.get("created_at"))));
            }
        }
        var image = JsonPairs.image(node) == null ? JsonPairs.image(meta) : JsonPairs.image(node);
        var knowledge = JsonPairs.knowledge(node) == null ? JsonPairs.knowledge(meta) : JsonPairs.knowledge(node);
        var embedded = JsonPairs.embedded(image);
        var own = OwnDetails.areIn(meta) ? new OwnDetails(meta, line, rows) : null;
        rows.row(line, key == null ? rows.lineId(line) : key, text == null ? "" : text, knowledge,
                embedded == null ? rows.image(line, image) : null,
                JsonPairs.split(node, JsonPairs.split(meta, split)),
                own == null ? labels(node, line, rows) : own.given(),
                own == null ? new RowMaker.Said(List.of(), List.of(), remarks, embedded) : own.said());
    }

    private static Map<String, String> labels(JsonNode node, long line, RowMaker rows) {
        var found = node.has("label") ? node.get("label") : node.path("labels");
        var given = new HashMap<String, String>();
        for (var label : found.isTextual() ? List.of(found) : found) {
            if (!label.isValueNode()) {
                rows.problem(line, OfReading.PART_LABEL.with());
            } else if (!rows.labels().isNone(label.asText())) {
                rows.choose(line, label.asText(), given);
            }
        }
        return given;
    }
}
