package org.askance.app.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askance.app.work.EvaluateCheckpoint.Evaluation;
import org.askance.app.work.EvaluateCheckpoint.TaskEvaluation;
import org.jspecify.annotations.Nullable;

/// An evaluation, and what it is held against, as JSON for programs and as Markdown for people.
///
/// @param baselines what each half alone gives, by its name and `TASK.METRIC`; may be empty
/// @param other     another checkpoint on the same split
public record EvaluationReport(Evaluation evaluation, Map<String, Map<String, Double>> baselines,
        @Nullable Evaluation other) {

    public EvaluationReport {
        baselines = Map.copyOf(baselines);
    }

    /// One object: checkpoint, split, per task the figures, each class, and the confusion with true labels in
    /// rows.
    public String json() {
        var root = new LinkedHashMap<String, Object>();
        root.put("checkpoint", evaluation.checkpoint().name());
        root.put("split", evaluation.split().key());
        var byTask = new LinkedHashMap<String, Object>();
        evaluation.byTask().forEach((task, of) -> byTask.put(task, json(task, of)));
        root.put("tasks", byTask);
        if (!baselines.isEmpty()) {
            root.put("baselines", baselines);
        }
        if (other != null) {
            root.put("compared_with", other.checkpoint().name());
        }
        try {
            return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values", e);
        }
    }

    private Map<String, Object> json(String task, TaskEvaluation of) {
        var json = new LinkedHashMap<String, Object>();
        var result = of.result();
        json.put("count", result.count());
        json.put("accuracy", result.accuracy());
        json.put("macro_precision", result.macroPrecision());
        json.put("macro_recall", result.macroRecall());
        json.put("macro_f1", result.macroF1());
        json.put("weighted_f1", result.weightedF1());
        json.put("intervals_95", of.intervals());
        json.put("ece", of.error());
        json.put("temperature", of.temperature());
        json.put("ece_scaled", of.scaledError());
        var classes = new LinkedHashMap<String, Object>();
        for (int i = 0; i < of.labels().size(); i++) {
            classes.put(of.labels().get(i), result.classes().get(i));
        }
        json.put("classes", classes);
        json.put("labels", of.labels());
        json.put("confusion", result.confusion());
        if (other != null) {
            evaluation.against(other, task).ifPresent(test -> json.put("mcnemar", test));
        }
        return json;
    }

    /// A page with a table per task.
    public String markdown() {
        var lines = new ArrayList<String>();
        lines.add("# " + evaluation.checkpoint().name() + " on " + evaluation.split().key());
        evaluation.byTask().forEach((task, of) -> task(lines, task, of));
        return String.join("\n", lines) + "\n";
    }

    private void task(List<String> lines, String task, TaskEvaluation of) {
        var result = of.result();
        lines.addAll(List.of("", "## " + task, "", result.count() + " labelled pairs.", "",
                "| metric | value | 95 % interval |", "|---|---|---|"));
        lines.add(row("accuracy", result.accuracy(), of));
        lines.add(row("macro_f1", result.macroF1(), of));
        lines.add(row("weighted_f1", result.weightedF1(), of));
        lines.add(row("macro precision", result.macroPrecision(), of));
        lines.add(row("macro recall", result.macroRecall(), of));
        lines.add(row("calibration error", of.error(), of));
        lines.add(row(String.format(Locale.ROOT, "calibration error at temperature %.2f", of.temperature()),
                of.scaledError(), of));
        baselines.forEach((name, metrics) -> {
            var f1 = metrics.get(task + ".macro_f1");
            if (f1 != null) {
                lines.add(row("macro_f1, " + name, f1, of));
            }
        });
        lines.addAll(List.of("", "| class | precision | recall | F1 | pairs |", "|---|---|---|---|---|"));
        for (int i = 0; i < of.labels().size(); i++) {
            var one = result.classes().get(i);
            lines.add(String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.3f | %d |", of.labels().get(i),
                    one.precision(), one.recall(), one.f1(), one.support()));
        }
        lines.addAll(List.of("", "| true \\ predicted | " + String.join(" | ", of.labels()) + " |",
                "|---|" + "---|".repeat(of.labels().size())));
        for (int i = 0; i < of.labels().size(); i++) {
            var cells = new ArrayList<String>();
            for (int count : result.confusion()[i]) {
                cells.add(Integer.toString(count));
            }
            lines.add("| " + of.labels().get(i) + " | " + String.join(" | ", cells) + " |");
        }
        if (other != null) {
            evaluation.against(other, task).ifPresent(test -> lines.addAll(List.of("", String.format(Locale.ROOT,
                    "Against %s: %d pairs only this one got right, %d only the other; exact McNemar p = %.4f.",
                    other.checkpoint().name(), test.onlyFirst(), test.onlySecond(), test.p()))));
        }
    }

    private static String row(String name, double value, TaskEvaluation of) {
        var interval = of.intervals().get(name);
        return interval == null
                ? String.format(Locale.ROOT, "| %s | %.3f | |", name, value)
                : String.format(Locale.ROOT, "| %s | %.3f | %.3f–%.3f |", name, value, interval.low(),
                        interval.high());
    }
}
