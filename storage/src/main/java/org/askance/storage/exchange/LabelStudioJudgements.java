package org.askance.storage.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askance.storage.told.OfReading;
import org.jspecify.annotations.Nullable;

/// What annotators and networks say about one task of Label Studio.
final class LabelStudioJudgements {

    private static final double MOST_SECONDS = 1e8;

    private final long line;
    private final RowMaker rows;
    private final List<ImportedAnswer> answers = new ArrayList<>();
    private final List<ImportedPrediction> predictions = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, String> unnamed = new HashMap<>();
    private final @Nullable OwnDetails own;

    /// @param own what our own export said of the task
    LabelStudioJudgements(long line, RowMaker rows, @Nullable OwnDetails own) {
        this.line = line;
        this.rows = rows;
        this.own = own;
    }

    RowMaker.Said said(@Nullable EmbeddedImage image) {
        if (own != null) {
            var ours = own.said();
            answers.addAll(ours.answers());
            remarks.addAll(ours.remarks());
        }
        return new RowMaker.Said(answers, predictions, remarks, image);
    }

    void annotation(JsonNode node) {
        String who = annotator(node.get("completed_by"));
        var at = JsonPairs.time(node.hasNonNull("updated_at") ? node.get("updated_at") : node.get("created_at"));
        if (own != null && own.tells(who, at)) {
            return;
        }
        if (node.path("was_cancelled").asBoolean()) {
            remarks.add(new Remark(who, Remark.Kind.SKIP, "", at));
            return;
        }
        var given = new HashMap<String, String>();
        for (var result : node.path("result")) {
            String type = result.path("type").asText();
            if (type.equals("textarea")) {
                result.path("value").path("text")
                        .forEach(text -> remarks.add(new Remark(who, Remark.Kind.COMMENT, text.asText(), at)));
            } else {
                choices(result).forEach((task, label) -> {
                    var first = given.putIfAbsent(task, label);
                    if (first != null && !first.equals(label)) {
                        rows.problem(line, OfReading.TWO_LABELS_BY.with(who, task, first));
                    }
                });
            }
        }
        if (node.path("completed_by").isMissingNode()) {
            // Whoever it was is not said: the dataset's own.
            given.forEach(unnamed::putIfAbsent);
        } else if (!given.isEmpty()) {
            answers.add(new ImportedAnswer(who, given, at, took(node.get("lead_time")),
                    node.path("ground_truth").asBoolean(), false));
        }
    }

    private static @Nullable Duration took(@Nullable JsonNode seconds) {
        return seconds == null || !seconds.isNumber()
                ? null
                : Duration.ofMillis(Math.round(1_000 * Math.clamp(seconds.asDouble(), 0, MOST_SECONDS)));
    }

    /// Label Studio writes a number, or a person with an address.
    private static String annotator(@Nullable JsonNode who) {
        if (who == null || who.isNull()) {
            return "Label Studio";
        }
        var name = who.isObject() ? Json.first(who, "email", "username", "id") : Json.text(who);
        return name == null || name.isBlank() ? "Label Studio" : CleanText.of(name);
    }

    /// Label by task of one result.
    private Map<String, String> choices(JsonNode result) {
        if (!result.path("value").path("choices").isArray()) {
            rows.problem(line, OfReading.RESULT_TYPE.with(result.path("type").asText()));
            return Map.of();
        }
        String from = result.path("from_name").asText();
        var labels = new HashMap<String, String>();
        for (var choice : result.path("value").path("choices")) {
            var task = rows.labels().isTask(from) ? from : rows.labels().taskOf(choice.asText());
            if (task == null) {
                rows.problem(line, OfReading.NO_LABEL_OF_ANY.with(choice.asText()));
            } else {
                labels.putAll(rows.labelled(line, task, choice.asText()));
            }
        }
        return labels;
    }

    void prediction(JsonNode node) {
        var version = Json.text(node.get("model_version"));
        double whole = node.path("score").isNumber() ? node.path("score").asDouble() : Double.NaN;
        for (var result : node.path("result")) {
            double score = result.path("score").isNumber() ? result.path("score").asDouble() : whole;
            choices(result).forEach((task, label) -> predictions.add(new ImportedPrediction(
                    version == null || version.isBlank() ? "Label Studio" : CleanText.of(version), task, label,
                    score)));
        }
    }

    /// Labels beside the task, of the short form or of its data, or else of annotations by nobody.
    Map<String, String> given(JsonNode node, JsonNode data) {
        var given = new HashMap<>(unnamed);
        for (var task : rows.labels().tasks()) {
            var inner = data.path("given").has(task) ? data.path("given").get(task) : data.get(task);
            var value = Json.text(inner == null ? node.get(task) : inner);
            given.putAll(rows.labelled(line, task, value));
        }
        return given;
    }
}
