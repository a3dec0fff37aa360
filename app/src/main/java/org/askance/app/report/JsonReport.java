package org.askance.app.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.askance.app.work.Baselines;
import org.askance.app.work.Evaluation;
import org.askance.app.work.Evaluation.TaskEvaluation;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Classification;
import org.askance.model.evaluation.Figure;

/// A report as JSON; its keys stay as they are, programs read them.
record JsonReport(EvaluationReport report) {

    String text() {
        var evaluation = report.evaluation();
        var root = evaluation(evaluation);
        var baselines = report.baselines();
        if (baselines != null) {
            root.put("baselines", baselines(baselines));
        }
        var older = report.older();
        if (older != null) {
            root.put("compared_with", evaluation(older));
            var tests = new LinkedHashMap<String, Object>();
            evaluation.byTask().keySet()
                    .forEach(task -> older.against(evaluation, task).ifPresent(test -> tests.put(task, Map.of(
                            "only_compared_right", test.onlyFirst(), "only_this_right", test.onlySecond(), "p",
                            test.p()))));
            root.put("mcnemar", tests);
        }
        try {
            return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values", e);
        }
    }

    private static Map<String, Object> evaluation(Evaluation evaluation) {
        var about = evaluation.about();
        var json = new LinkedHashMap<String, Object>();
        json.put("checkpoint", about.name());
        json.put("project", about.project());
        json.put("split", about.split().key());
        json.put("pairs", about.pairs());
        json.put("unreadable", about.unreadable());
        json.put("evaluated_at", Instant.ofEpochMilli(about.atMs()).toString());
        json.put("version", about.version());
        json.put("device", about.device());
        var byTask = new LinkedHashMap<String, Object>();
        evaluation.byTask().forEach((task, of) -> byTask.put(task, task(of)));
        json.put("tasks", byTask);
        return json;
    }

    private static Map<String, Object> task(TaskEvaluation of) {
        var json = figures(of.result());
        json.put("intervals_95", intervals(of.intervals()));
        if (of.result().positive().isPresent()) {
            json.put("positive_class", of.labels().get(1));
        }
        json.put("ece", of.error());
        json.put("temperature", of.temperature());
        json.put("temperature_fitted_on", of.fittedOn());
        json.put("ece_scaled", of.scaledError());
        json.put("reliability", of.bins());
        json.put("reliability_scaled", of.scaledBins());
        var classes = new LinkedHashMap<String, Object>();
        for (int i = 0; i < of.labels().size(); i++) {
            classes.put(of.labels().get(i), of.result().classes().get(i));
        }
        json.put("classes", classes);
        json.put("labels", of.labels());
        json.put("confusion", of.result().confusion());
        return json;
    }

    private static Map<String, Object> figures(Classification result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("count", result.count());
        for (var figure : Figure.values()) {
            figure.of(result).ifPresent(value -> json.put(figure.key(), value));
        }
        return json;
    }

    private static Map<String, Object> intervals(Map<Figure, Bootstrap.Interval> intervals) {
        var json = new LinkedHashMap<String, Object>();
        new TreeMap<>(intervals).forEach((figure, interval) -> json.put(figure.key(), interval));
        return json;
    }

    private static Map<String, Object> baselines(Baselines baselines) {
        var json = new LinkedHashMap<String, Object>();
        json.put("from", baselines.from());
        new TreeMap<>(baselines.byHalf()).forEach((half, byTask) -> {
            var tasks = new LinkedHashMap<String, Object>();
            new TreeMap<>(byTask).forEach((task, part) -> {
                var one = figures(part.result());
                one.put("intervals_95", intervals(part.intervals()));
                tasks.put(task, one);
            });
            json.put(half.key() + "_only", tasks);
        });
        return json;
    }
}
