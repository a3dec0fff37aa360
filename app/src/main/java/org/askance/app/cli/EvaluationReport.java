package org.askance.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askance.app.text.Strings;
import org.askance.app.work.EvaluateCheckpoint;
import org.askance.model.evaluation.Classification;
import org.askance.storage.annotation.TaskDefinition;

/// An evaluation for people and for programs.
final class EvaluationReport {

    private EvaluationReport() {}

    static List<String> lines(EvaluateCheckpoint.Evaluation evaluation, Strings strings) {
        var lines = new ArrayList<String>();
        if (evaluation.byTask().isEmpty()) {
            lines.add(strings.get("cli.evaluate.nothing", evaluation.checkpoint().name(), evaluation.split().key()));
        }
        evaluation.byTask().forEach((task, result) -> lines.add(String.format(Locale.ROOT,
                "%-20s %-11s %-10s n=%-5d accuracy %.3f  macro-F1 %.3f  weighted-F1 %.3f",
                evaluation.checkpoint().name(), evaluation.split().key(), task, result.count(), result.accuracy(),
                result.macroF1(), result.weightedF1())));
        return lines;
    }

    /// One JSON object: checkpoint, split, and per task the figures, each class, and the confusion with
    /// true labels in rows.
    static String json(EvaluateCheckpoint.Evaluation evaluation, List<TaskDefinition> tasks) {
        var root = new LinkedHashMap<String, Object>();
        root.put("checkpoint", evaluation.checkpoint().name());
        root.put("split", evaluation.split().key());
        var byTask = new LinkedHashMap<String, Object>();
        for (var task : tasks) {
            var result = evaluation.byTask().get(task.name());
            if (result != null) {
                byTask.put(task.name(), task(result, task.labelNames()));
            }
        }
        root.put("tasks", byTask);
        try {
            return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values", e);
        }
    }

    private static Map<String, Object> task(Classification result, List<String> labels) {
        var json = new LinkedHashMap<String, Object>();
        json.put("count", result.count());
        json.put("accuracy", result.accuracy());
        json.put("macro_f1", result.macroF1());
        json.put("weighted_f1", result.weightedF1());
        var classes = new LinkedHashMap<String, Object>();
        for (int i = 0; i < labels.size(); i++) {
            classes.put(labels.get(i), result.classes().get(i));
        }
        json.put("classes", classes);
        json.put("labels", labels);
        json.put("confusion", result.confusion());
        return json;
    }
}
