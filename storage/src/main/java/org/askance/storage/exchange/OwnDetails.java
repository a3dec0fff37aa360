package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What our own JSON says beside the pair: given labels, everyone's answers, decisions of disputes, predictions,
/// events. Where there are events they tell more than the answers: when, and how long it took.
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
        return new RowMaker.Said(Stream.concat(answers().stream(), decisions().stream()).toList(), predictions,
                remarks(), null);
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

    /// One that belongs to no known gesture stands alone.
    private record Gesture(String annotator, String gesture) {}

    /// Everyone's answers that count, those of one gesture together.
    private List<ImportedAnswer> answers() {
        var labels = new LinkedHashMap<Gesture, Map<String, String>>();
        var events = new HashMap<Gesture, JsonNode>();
        node.path("answers").properties().forEach(annotator -> labels(annotator.getValue()).forEach((task, label) -> {
            var event = event(annotator.getKey(), task, Json.text(annotator.getValue().get(task)));
            var gesture = new Gesture(annotator.getKey(), event.path("gesture").asText());
            labels.computeIfAbsent(gesture, _ -> new HashMap<>()).put(task, label);
            events.put(gesture, event);
        }));
        var answers = new ArrayList<ImportedAnswer>();
        labels.forEach((gesture, given) -> {
            var annotator = CleanText.of(gesture.annotator);
            if (!annotator.isBlank()) {
                var event = events.getOrDefault(gesture, MissingNode.getInstance());
                answers.add(new ImportedAnswer(annotator, given, JsonPairs.time(event.get("at")), took(event), false,
                        false));
            }
        });
        return answers;
    }

    /// What settles disputes.
    private List<ImportedAnswer> decisions() {
        var decisions = new ArrayList<ImportedAnswer>();
        node.path("decided").properties().forEach(decided -> {
            var decision = decided.getValue();
            var label = rows.labelled(line, decided.getKey(), Json.text(decision.get("label")));
            var annotator = CleanText.of(decision.path("annotator").asText());
            if (!label.isEmpty() && !annotator.isBlank()) {
                decisions.add(new ImportedAnswer(annotator, label, JsonPairs.time(decision.get("at")), took(decision),
                        false, true));
            }
        });
        return decisions;
    }

    /// Where a picture lay that could not come along; `null` if the row does not say.
    @Nullable
    String image() {
        return Json.text(node.get("image"));
    }

    private static @Nullable Duration took(JsonNode event) {
        var took = event.path("duration_ms");
        return took.isNumber() ? Duration.ofMillis(Math.clamp(took.asLong(), 0, MOST_MS)) : null;
    }

    /// The latest event in which `annotator` gave that label; missing if the row has none.
    private JsonNode event(String annotator, String task, @Nullable String label) {
        JsonNode found = MissingNode.getInstance();
        for (var event : node.path("events")) {
            if (event.path("kind").asText().equals("answer") && !event.path("undone").asBoolean()
                    && !event.path("deciding").asBoolean() && event.path("annotator").asText().equals(annotator)
                    && event.path("task").asText().equals(task) && event.path("label").asText().equals(label)) {
                found = event;
            }
        }
        return found;
    }
}
