package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What our own JSON lines say beside the pair: given labels, everyone's answers, predictions, events. Where there are
/// events they tell more than the answers: when, and how long it took.
final class OwnDetails {

    private static final long MOST_MS = 1_000_000_000_000L;

    private final JsonNode node;
    private final long line;
    private final RowMaker rows;

    OwnDetails(JsonNode node, long line, RowMaker rows) {
        this.node = node;
        this.line = line;
        this.rows = rows;
    }

    /// Whether `node` was written by this program.
    static boolean areIn(JsonNode node) {
        return node.path("given").isObject() && node.path("answers").isObject();
    }

    Map<String, String> given() {
        return labels(node.path("given"));
    }

    private Map<String, String> labels(JsonNode byTask) {
        var labels = new HashMap<String, String>();
        byTask.properties().forEach(label -> labels
                .putAll(rows.labelled(line, label.getKey(), Json.text(label.getValue()))));
        return labels;
    }

    RowMaker.Said said() {
        var predictions = new ArrayList<ImportedPrediction>();
        var checkpoint = Json.text(node.get("checkpoint"));
        if (checkpoint != null) {
            node.path("predicted").properties().forEach(predicted -> {
                var label = rows.label(line, predicted.getKey(), Json.text(predicted.getValue().get("label")));
                if (label != null) {
                    var confidence = predicted.getValue().path("confidence");
                    predictions.add(new ImportedPrediction(CleanText.of(checkpoint), predicted.getKey(), label,
                            confidence.isNumber() ? confidence.asDouble() : Double.NaN));
                }
            });
        }
        return new RowMaker.Said(node.path("events").isEmpty() ? answers() : events(), predictions, remarks(), null);
    }

    private List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        if (node.path("events").isEmpty()) {
            node.path("comments")
                    .forEach(comment -> remark(comment, Remark.Kind.COMMENT, comment.get("text"), remarks));
            if (node.path("flagged").asBoolean()) {
                // Whose flag it was is not said.
                var reason = Json.text(node.get("flag_reason"));
                remarks.add(new Remark("Askance", Remark.Kind.FLAG, reason == null ? "" : CleanText.of(reason), null));
            }
            return remarks;
        }
        for (var event : node.path("events")) {
            if (!event.path("undone").asBoolean()) {
                switch (event.path("kind").asText()) {
                    case "comment" -> remark(event, Remark.Kind.COMMENT, event.get("value"), remarks);
                    case "flag" -> remark(event, Remark.Kind.FLAG, event.get("value"), remarks);
                    case "skip" -> remark(event, Remark.Kind.SKIP, null, remarks);
                    default -> {
                        // Answers are read elsewhere; the rest changes nothing here.
                    }
                }
            }
        }
        return remarks;
    }

    private static void remark(JsonNode by, Remark.Kind kind, @Nullable JsonNode value, List<Remark> remarks) {
        String annotator = CleanText.of(by.path("annotator").asText());
        var text = Json.text(value);
        if (!annotator.isBlank() && (kind != Remark.Kind.COMMENT || (text != null && !text.isBlank()))) {
            remarks.add(new Remark(annotator, kind, text == null ? "" : CleanText.of(text),
                    JsonPairs.time(by.get("at"))));
        }
    }

    private List<ImportedAnswer> answers() {
        var answers = new ArrayList<ImportedAnswer>();
        node.path("answers").properties().forEach(annotator -> {
            var labels = labels(annotator.getValue());
            if (!labels.isEmpty() && !annotator.getKey().isBlank()) {
                answers.add(new ImportedAnswer(CleanText.of(annotator.getKey()), labels, null, null, false));
            }
        });
        return answers;
    }

    /// The answers of each gesture that was not taken back.
    private List<ImportedAnswer> events() {
        var byGesture = new LinkedHashMap<String, List<JsonNode>>();
        for (var event : node.path("events")) {
            if (event.path("kind").asText().equals("answer") && !event.path("undone").asBoolean()) {
                byGesture.computeIfAbsent(event.path("gesture").asText(), _ -> new ArrayList<>()).add(event);
            }
        }
        var answers = new ArrayList<ImportedAnswer>();
        for (var events : byGesture.values()) {
            var labels = new HashMap<String, String>();
            events.forEach(event -> labels.putAll(
                    rows.labelled(line, event.path("task").asText(), Json.text(event.get("label")))));
            var first = events.getFirst();
            String annotator = CleanText.of(first.path("annotator").asText());
            if (!labels.isEmpty() && !annotator.isBlank()) {
                var took = first.path("duration_ms");
                answers.add(new ImportedAnswer(annotator, labels, JsonPairs.time(first.get("at")),
                        took.isNumber() ? Duration.ofMillis(Math.clamp(took.asLong(), 0, MOST_MS)) : null, false));
            }
        }
        return answers;
    }
}
