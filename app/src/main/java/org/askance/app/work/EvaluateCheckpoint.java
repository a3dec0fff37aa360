package org.askance.app.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.askance.model.evaluation.Classification;
import org.askance.model.inference.Scored;
import org.askance.model.inference.Scorer;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;

/// Evaluates a checkpoint on a split, against the labels that count now, and stores the metrics.
public record EvaluateCheckpoint(Workspace workspace, Checkpoint checkpoint, Split split)
        implements
            Job<EvaluateCheckpoint.Evaluation> {

    private static final int AT_ONCE = 128;

    /// @param byTask only tasks with a labelled example
    public record Evaluation(Checkpoint checkpoint, Split split, Map<String, Classification> byTask) {

        /// By `TASK.METRIC`.
        public Map<String, Double> metrics() {
            var metrics = new TreeMap<String, Double>();
            byTask.forEach((task, result) -> {
                metrics.put(task + ".accuracy", result.accuracy());
                metrics.put(task + ".macro_f1", result.macroF1());
                metrics.put(task + ".weighted_f1", result.weightedF1());
                metrics.put(task + ".count", (double) result.count());
            });
            return metrics;
        }
    }

    @Override
    public Evaluation run(Progress progress) {
        var project = workspace.project();
        var labels = project.annotations().labels(split);
        var rows = project.examples().rows(labels.keySet().stream().mapToLong(Long::longValue).toArray()).stream()
                .filter(row -> row.example().image() != null && row.example().problem() == null).toList();
        var byTask = new LinkedHashMap<String, Classification>();
        try (var scorer = Scorer.open(workspace.engine().compute(), checkpoint.folder())) {
            var scored = score(scorer, rows, progress);
            for (var task : scorer.checkpoint().tasks()) {
                var truth = new int[rows.size()];
                var predicted = new int[rows.size()];
                Arrays.fill(truth, -1);
                for (int i = 0; i < truth.length; i++) {
                    var label = labels.getOrDefault(rows.get(i).example().id(), Map.of()).get(task.name());
                    if (label != null && scored.get(i) instanceof Scored.Prediction prediction) {
                        truth[i] = label;
                        predicted[i] = Classification.argMax(java.util.Objects
                                .requireNonNull(prediction.probabilities().get(task.name())));
                    }
                }
                var result = Classification.of(truth, predicted, task.labels().size());
                if (result.count() > 0) {
                    byTask.put(task.name(), result);
                }
            }
        }
        var evaluation = new Evaluation(checkpoint, split, byTask);
        project.checkpoints().saveMetrics(checkpoint.id(), split.key(), evaluation.metrics());
        return evaluation;
    }

    private static List<Scored> score(Scorer scorer, List<ExampleRow> rows, Progress progress) {
        var scored = new ArrayList<Scored>();
        while (scored.size() < rows.size()) {
            progress.checkCancelled();
            var batch = rows.subList(scored.size(), Math.min(rows.size(), scored.size() + AT_ONCE));
            scored.addAll(scorer.score(batch.stream().map(ScoreExamples::pair).toList()));
            progress.update(scored.size(), rows.size());
        }
        return scored;
    }
}
