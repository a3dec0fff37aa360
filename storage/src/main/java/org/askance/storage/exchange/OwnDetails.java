package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What our own exports say beside the pair, in the form of JSON lines: given labels, everyone's answers and when they
/// were given, decisions of disputes, predictions, comments, the flag, events. Where there are events they tell more.
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
                flag(Json.text(node.get("flagged_by")), node.get("flag_reason"), node.get("flagged_at"), remarks);
            }
            return remarks;
        }
        JsonNode flag = MissingNode.getInstance();
        for (var event : node.path("events")) {
            if (!event.path("undone").asBoolean()) {
                switch (event.path("kind").asText()) {
                    case "comment" -> remark(event, Remark.Kind.COMMENT, event.get("value"), remarks);
                    case "flag" -> flag = event;
                    case "unflag" -> flag = MissingNode.getInstance();
                    case "skip" -> remark(event, Remark.Kind.SKIP, null, remarks);
                    default -> {
                        // Answers are read elsewhere; the rest changes nothing here.
                    }
                }
            }
        }
        if (!flag.isMissingNode()) {
            flag(Json.text(flag.get("annotator")), flag.get("value"), flag.get("at"), remarks);
        }
        return remarks;
    }

    /// @param by `null` in exports of before, which did not say
    private static void flag(@Nullable String by, @Nullable JsonNode reason, @Nullable JsonNode at,
            List<Remark> remarks) {
        var text = Json.text(reason);
        var annotator = by == null ? "" : CleanText.of(by);
        remarks.add(new Remark(annotator.isBlank() ? "Askance" : annotator, Remark.Kind.FLAG,
                text == null ? "" : CleanText.of(text), JsonPairs.time(at)));
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
            var event = when(annotator.getKey(), task, Json.text(annotator.getValue().get(task)));
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

    /// Whether an export may have written `cell` as the label of the pair: what somebody answered or decided, or what the
    /// dataset gave where nobody did.
    ///
    /// @param counted the answer that counted, where the row says it apart
    boolean isWritten(String task, @Nullable String cell, @Nullable String counted) {
        var values = new ArrayList<@Nullable String>();
        values.add(counted);
        node.path("answers").forEach(answers -> values.add(Json.text(answers.get(task))));
        values.add(Json.text(node.path("decided").path(task).get("label")));
        values.removeIf(rows.labels()::isNone);
        if (values.isEmpty()) {
            values.add(Json.text(node.path("given").get(task)));
        }
        var said = rows.labels().match(task, cell);
        return values.stream().anyMatch(value -> Objects.equals(value, cell)
                || (said instanceof LabelMatcher.Match.Label && rows.labels().match(task, value).equals(said)));
    }

    /// Whether what another program's file says of `annotator` at that second is what we wrote there: then this tells
    /// better what became of it. Nobody is called as what most agree on is.
    boolean tells(String annotator, @Nullable Instant at) {
        if (at == null || annotator.equals(LabelSet.CONSENSUS)) {
            return annotator.equals(LabelSet.CONSENSUS);
        }
        var times = new ArrayList<@Nullable Instant>();
        for (var event : node.path("events")) {
            if (event.path("kind").asText().equals("answer") && event.path("annotator").asText().equals(annotator)) {
                times.add(JsonPairs.time(event.get("at")));
            }
        }
        node.path("answered_at").path(annotator).forEach(when -> times.add(time(when)));
        for (var decided : node.path("decided")) {
            if (decided.path("annotator").asText().equals(annotator)) {
                times.add(JsonPairs.time(decided.get("at")));
            }
        }
        return times.stream().anyMatch(time -> time != null && time.getEpochSecond() == at.getEpochSecond());
    }

    private static @Nullable Instant time(JsonNode when) {
        return JsonPairs.time(when.isObject() ? when.get("at") : when);
    }

    /// When `annotator` gave that label: an event, or what stands for one; missing if the row does not say.
    private JsonNode when(String annotator, String task, @Nullable String label) {
        var event = event(annotator, task, label);
        var when = node.path("answered_at").path(annotator).path(task);
        if (!event.isMissingNode() || time(when) == null) {
            return event;
        }
        var stands = Json.MAPPER.createObjectNode();
        stands.set("at", when.isObject() ? when.get("at") : when);
        stands.set("duration_ms", when.get("duration_ms"));
        // What was answered by one keypress has one time.
        return stands.put("gesture", "at " + stands.get("at").asText());
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
