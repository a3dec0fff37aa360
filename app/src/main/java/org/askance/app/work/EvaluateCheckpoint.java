package org.askance.app.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.askance.model.Task;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Calibration;
import org.askance.model.evaluation.Classification;
import org.askance.model.evaluation.McNemar;
import org.askance.model.inference.Scored;
import org.askance.model.inference.Scorer;
import org.askance.model.inference.ScoringPipeline;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;

/// Evaluates a checkpoint on a split, against the labels that count now, and stores the metrics. Probabilities
/// are calibrated by a temperature that is fitted on the validation split.
public record EvaluateCheckpoint(Workspace workspace, Checkpoint checkpoint, Split split)
        implements
            Job<EvaluateCheckpoint.Evaluation> {

    /// One task's part. Row i of the arrays belongs to `examples[i]`; a true class of −1 says that there is no
    /// label, and a pair whose picture cannot be read has none.
    ///
    /// @param intervals   95 % bootstrap intervals by metric, `accuracy`, `macro_f1` and `weighted_f1`
    /// @param temperature fitted on validation; 1 where that has no labels
    /// @param error       expected calibration error as predicted
    /// @param scaledError the same after scaling by the temperature
    public record TaskEvaluation(List<String> labels, Classification result, Map<String, Bootstrap.Interval> intervals,
            double temperature, double error, double scaledError, long[] examples, int[] truth, int[] predicted) {}

    /// @param byTask only tasks with a labelled example
    public record Evaluation(Checkpoint checkpoint, Split split, Map<String, TaskEvaluation> byTask) {

        /// By `TASK.METRIC`.
        public Map<String, Double> metrics() {
            var metrics = new TreeMap<String, Double>();
            byTask.forEach((task, of) -> {
                metrics.put(task + ".accuracy", of.result.accuracy());
                metrics.put(task + ".macro_f1", of.result.macroF1());
                metrics.put(task + ".weighted_f1", of.result.weightedF1());
                metrics.put(task + ".ece", of.error);
                metrics.put(task + ".temperature", of.temperature);
                metrics.put(task + ".count", (double) of.result.count());
            });
            return metrics;
        }

        /// Whether this and `other`, on the same split, err differently; empty where the task was not evaluated in
        /// both.
        public Optional<McNemar> against(Evaluation other, String task) {
            var one = byTask.get(task);
            var two = other.byTask.get(task);
            return one == null || two == null || !Arrays.equals(one.examples, two.examples)
                    ? Optional.empty()
                    : Optional.of(McNemar.of(one.truth, one.predicted, two.predicted));
        }
    }

    /// A split's predictions of one task.
    private record Answers(long[] examples, int[] truth, float[][] probabilities) {

        int[] predicted() {
            return Arrays.stream(probabilities).mapToInt(Classification::argMax).toArray();
        }
    }

    @Override
    public Evaluation run(Progress progress) {
        var byTask = new LinkedHashMap<String, TaskEvaluation>();
        try (var scorer = Scorer.open(workspace.engine().compute(), checkpoint.folder())) {
            var tasks = scorer.checkpoint().tasks();
            var answers = answers(scorer, split, tasks, progress);
            var validation = split == Split.VALIDATION
                    ? answers
                    : answers(scorer, Split.VALIDATION, tasks, progress);
            for (var task : tasks) {
                var evaluated = evaluate(task, Objects.requireNonNull(answers.get(task.name())),
                        Objects.requireNonNull(validation.get(task.name())));
                if (evaluated.result.count() > 0) {
                    byTask.put(task.name(), evaluated);
                }
            }
        }
        var evaluation = new Evaluation(checkpoint, split, byTask);
        workspace.project().checkpoints().saveMetrics(checkpoint.id(), split.key(), evaluation.metrics());
        return evaluation;
    }

    private static TaskEvaluation evaluate(Task task, Answers answers, Answers validation) {
        int classes = task.labels().size();
        int[] predicted = answers.predicted();
        double temperature = Calibration.temperature(validation.truth, validation.probabilities);
        var intervals = new LinkedHashMap<String, Bootstrap.Interval>();
        Map<String, ToDoubleFunction<Classification>> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", Classification::accuracy);
        metrics.put("macro_f1", Classification::macroF1);
        metrics.put("weighted_f1", Classification::weightedF1);
        metrics.forEach((name, metric) -> intervals.put(name,
                Bootstrap.of(answers.truth, predicted, classes, metric)));
        return new TaskEvaluation(task.labels(), Classification.of(answers.truth, predicted, classes), intervals,
                temperature, Calibration.error(Calibration.bins(answers.truth, answers.probabilities)),
                Calibration.error(Calibration.bins(answers.truth,
                        Calibration.scaled(answers.probabilities, temperature))),
                answers.examples, answers.truth, predicted);
    }

    private Map<String, Answers> answers(Scorer scorer, Split of, List<Task> tasks, Progress progress) {
        var project = workspace.project();
        var labels = project.annotations().labels(of);
        var rows = project.examples().rows(labels.keySet().stream().mapToLong(Long::longValue).toArray()).stream()
                .filter(row -> row.example().image() != null && row.example().problem() == null).toList();
        var scored = score(scorer, rows, progress);
        var answers = new LinkedHashMap<String, Answers>();
        for (var task : tasks) {
            var truth = new int[rows.size()];
            var probabilities = new float[rows.size()][task.labels().size()];
            Arrays.fill(truth, -1);
            for (int i = 0; i < truth.length; i++) {
                if (scored.get(i) instanceof Scored.Prediction prediction) {
                    probabilities[i] = Objects.requireNonNull(prediction.probabilities().get(task.name()));
                    truth[i] = labels.getOrDefault(rows.get(i).example().id(), Map.of()).getOrDefault(task.name(),
                            -1);
                }
            }
            answers.put(task.name(),
                    new Answers(rows.stream().mapToLong(row -> row.example().id()).toArray(), truth, probabilities));
        }
        return answers;
    }

    private static List<Scored> score(Scorer scorer, List<ExampleRow> rows, Progress progress) {
        var scored = new ArrayList<Scored>();
        ScoringPipeline.run(scorer, ScoringPipeline.chunks(rows.size()), i -> {
            int from = i * ScoringPipeline.CHUNK;
            var chunk = rows.subList(from, Math.min(rows.size(), from + ScoringPipeline.CHUNK));
            return new ScoringPipeline.Chunk<>(i, chunk.stream().map(ScoreExamples::pair).toList());
        }, (_, part) -> {
            scored.addAll(part);
            progress.update(scored.size(), rows.size());
        }, progress::isCancelled);
        return scored;
    }
}
