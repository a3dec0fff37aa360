package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;

/// MMSD2.0: arrays of `{"image_id", "text", "label"}`, a file for each split, or a folder of them. What our own export
/// adds is read too: where the picture lies, other tasks' labels, who gave which, and pairs of no split.
public final class Mmsd2Json implements ExampleSource {

    private static final List<String> NAMES = List.of("train.json", "valid.json", "test.json", "none.json");

    private final Path path;
    private final LabelMatcher labels;
    private final SourceOptions options;

    Mmsd2Json(Path path, List<TaskDefinition> tasks, SourceOptions options) {
        this.path = path;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    /// The files of a folder, or of the folder of texts within it.
    static List<Path> files(Path folder) {
        return Stream.of(folder, folder.resolve("text_json_final"))
                .filter(place -> place.equals(folder) || !Files.isSymbolicLink(place))
                .map(place -> NAMES.stream().map(place::resolve).filter(PlainFiles::isOwn).toList())
                .filter(files -> !files.isEmpty()).findFirst().orElse(List.of());
    }

    @Override
    public Format format() {
        return Format.MMSD2_JSON;
    }

    @Override
    public void read(Sink sink) throws IOException {
        var files = Files.isDirectory(path) ? files(path) : List.of(path);
        if (files.isEmpty()) {
            throw new ToldException(OfReading.NO_MMSD2.with(path));
        }
        var progress = new FilesProgress(sink, files);
        for (var file : files) {
            var split = SplitNames.of(file);
            var rows = new RowMaker(file, labels, new ImagePaths(options.imagesNear(file), false), sink);
            try (var items = new JsonItems(file, options.encoding())) {
                items.read(progress, (node, line) -> row(node, line, split, rows,
                        new ImagePaths(options.imagesBeside(file), options.absolute())));
            }
        }
    }

    private static void row(JsonNode node, long line, Split split, RowMaker rows, ImagePaths named) {
        var id = Json.text(node.get("image_id"));
        var text = Json.text(node.get("text"));
        if (id == null || text == null) {
            rows.problem(line, OfReading.EXPECTED_IMAGE_ID.with());
            return;
        }
        var own = OwnDetails.areIn(node) ? new OwnDetails(node, line, rows) : null;
        var name = Json.text(node.get("image"));
        var image = !node.has("image")
                ? rows.imageOf(line, id)
                : name == null ? null : rows.image(line, named.resolve(name));
        rows.row(line, id, text, Json.first(node, "ocr", "ocr_text", "knowledge"), image, split,
                own == null ? given(node, line, rows) : own.given(),
                own == null ? new RowMaker.Said(List.of(), List.of(), List.of(), null) : own.said());
    }

    private static Map<String, String> given(JsonNode node, long line, RowMaker rows) {
        var given = new HashMap<>(rows.labelled(line, TaskDefinition.SARCASM.name(), Json.text(node.get("label"))));
        for (var task : rows.labels().tasks()) {
            given.putAll(rows.labelled(line, task, Json.text(node.get(ExportScope.column(task)))));
        }
        return given;
    }
}
