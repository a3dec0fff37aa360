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
import org.jspecify.annotations.Nullable;

/// Prodigy's JSONL: a row for each answer of each annotator, with the chosen options. Rejected pairs become flags and
/// ignored ones skips. `meta` of rows that came from here tells what Prodigy has no place for.
public final class ProdigyLines implements ExampleSource {

    private final Path file;
    private final LabelMatcher labels;
    private final SourceOptions options;

    ProdigyLines(Path file, List<TaskDefinition> tasks, SourceOptions options) {
        this.file = file;
        this.labels = new LabelMatcher(tasks);
        this.options = options;
    }

    @Override
    public Format format() {
        return Format.PRODIGY;
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
        var key = Json.first(meta, "key", "id");
        if (key == null) {
            key = Json.first(node, "key", "id", "_input_hash");
        }
        var text = JsonPairs.text(node);
        var name = Json.first(node, "image", "path");
        var embedded = JsonPairs.embedded(name);
        var knowledge = JsonPairs.knowledge(node) == null ? JsonPairs.knowledge(meta) : JsonPairs.knowledge(node);
        var own = OwnDetails.areIn(meta) ? new OwnDetails(meta, line, rows) : null;
        var given = own == null ? given(meta, line, rows) : own.given();
        var said = said(node, line, rows, given, own, embedded);
        rows.row(line, key == null ? rows.lineId(line) : key, text == null ? "" : text, knowledge,
                embedded == null ? rows.image(line, name) : null,
                JsonPairs.split(node, JsonPairs.split(meta, split)), given, said);
    }

    private static Map<String, String> given(JsonNode meta, long line, RowMaker rows) {
        var given = new HashMap<String, String>();
        for (var task : rows.labels().tasks()) {
            var value = meta.has(task) ? meta.get(task) : meta.path("given").get(task);
            given.putAll(rows.labelled(line, task, Json.text(value)));
        }
        return given;
    }

    /// Adds the row's labels to `given` where no annotator is named.
    private static RowMaker.Said said(JsonNode node, long line, RowMaker rows, Map<String, String> given,
            @Nullable OwnDetails own, @Nullable EmbeddedImage image) {
        var named = Json.first(node, "_annotator_id", "_session_id");
        String who = named == null ? "Prodigy" : CleanText.of(named);
        var at = JsonPairs.time(node.get("_timestamp"));
        var answers = new ArrayList<ImportedAnswer>();
        var remarks = new ArrayList<Remark>();
        var ours = own == null ? new RowMaker.Said(List.of(), List.of(), List.of(), null) : own.said();
        answers.addAll(ours.answers());
        remarks.addAll(ours.remarks());
        switch (own != null && named != null && own.tells(who, at) ? "told" : node.path("answer").asText()) {
            case "accept" -> {
                var chosen = chosen(node, line, rows);
                if (named == null) {
                    chosen.forEach(given::putIfAbsent);
                } else if (!chosen.isEmpty()) {
                    answers.add(new ImportedAnswer(who, chosen, at, null, false, false));
                }
            }
            case "reject" -> remarks.add(new Remark(who, Remark.Kind.FLAG, "rejected in Prodigy", at));
            case "ignore" -> {
                if (named != null) {
                    remarks.add(new Remark(who, Remark.Kind.SKIP, "", at));
                }
            }
            default -> {
                // Not answered yet, or told better by what we wrote ourselves.
            }
        }
        var comment = Json.first(node, "comment", "user_input");
        if (comment != null) {
            remarks.add(new Remark(who, Remark.Kind.COMMENT, CleanText.of(comment), at));
        }
        return new RowMaker.Said(answers, ours.predictions(), remarks, image);
    }

    /// Label by task of the accepted options, or of the row's only label.
    private static Map<String, String> chosen(JsonNode node, long line, RowMaker rows) {
        var texts = new HashMap<String, String>();
        node.path("options").forEach(option -> texts.put(option.path("id").asText(), option.path("text").asText()));
        var values = new ArrayList<String>();
        node.path("accept").forEach(id -> values.add(id.asText()));
        if (values.isEmpty() && node.path("label").isTextual()) {
            values.add(node.path("label").asText());
        }
        var labels = new HashMap<String, String>();
        for (var value : values) {
            // An option's id may be any number; its text is what annotators saw.
            String seen = texts.getOrDefault(value, value);
            rows.choose(line, rows.labels().taskOf(seen) == null ? value : seen, labels);
        }
        return labels;
    }
}
