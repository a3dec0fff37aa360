package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;

/// Label Studio's JSON: tasks with their annotations and predictions, or its short form with one label each. The data of
/// tasks that came from here tells what annotations cannot: decisions, comments, flags, what was taken back.
public final class LabelStudioJson implements ExampleSource {

    private final Path file;
    private final LabelMatcher labels;
    private final SourceOptions options;

    LabelStudioJson(Path file, List<TaskDefinition> tasks, SourceOptions options) {
        this.file = file;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    @Override
    public Format format() {
        return Format.LABEL_STUDIO;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var paths = new ImagePaths(options.imagesBeside(file), options.absolute());
        var rows = new RowMaker(file, labels, paths, sink);
        var images = new LabelStudioImages(options.imagesBeside(file), paths);
        var split = SplitNames.of(file);
        try (var items = new JsonItems(file, options.encoding())) {
            items.read(new FilesProgress(sink, List.of(file)), (node, line) -> row(node, line, split, rows, images));
        }
    }

    private static void row(JsonNode node, long line, Split split, RowMaker rows, LabelStudioImages images) {
        if (!node.isObject()) {
            rows.problem(line, OfReading.EXPECTED_TASK.with());
            return;
        }
        boolean wrapped = node.path("data").isObject();
        var data = wrapped ? node.path("data") : node;
        var key = Json.first(data, "key", "id", "guid", "image_id");
        if (key == null) {
            key = Json.first(node, "id");
        }
        var own = OwnDetails.areIn(data) ? new OwnDetails(data, line, rows) : null;
        var judgements = new LabelStudioJudgements(line, rows, own);
        node.path("annotations").forEach(judgements::annotation);
        node.path("predictions").forEach(judgements::prediction);
        var given = own == null || !wrapped ? judgements.given(node, data) : own.given();
        var image = JsonPairs.image(data);
        var embedded = JsonPairs.embedded(image);
        var text = JsonPairs.text(data);
        rows.row(line, key == null ? "" : key, text == null ? "" : text, JsonPairs.knowledge(data),
                embedded == null && image != null && !image.isBlank()
                        ? rows.image(line, images.place(image.strip()))
                        : null,
                JsonPairs.split(data, split), given,
                judgements.said(embedded));
    }
}
