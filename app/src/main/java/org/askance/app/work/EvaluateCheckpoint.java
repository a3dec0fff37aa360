package org.askance.app.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.askance.app.work.Evaluation.TaskEvaluation;
import org.askance.model.Task;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Calibration;
import org.askance.model.evaluation.Classification;
import org.askance.model.inference.Scored;
import org.askance.model.inference.Scorer;
import org.askance.model.inference.ScoringPipeline;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;

/// Evaluates a checkpoint on a split, against the labels that count now, and stores the metrics. Probabilities
/// are calibrated by a temperature that is fitted on the validation split. The whole evaluation stays in the
/// project's cache.
public record EvaluateCheckpoint(Workspace workspace, Checkpoint checkpoint, Split split)
        implements
            Job<Evaluation> {

    /// A split's predictions of one task.
    private record Answers(long[] examples, int[] truth, float[][] probabilities) {

        /// How many pairs a temperature can be fitted on: none where all are right, since ever sharper
        /// probabilities would fit ever better.
        int fitted() {
            int[] chosen = predicted();
            int labelled = (int) Arrays.stream(truth).filter(one -> one >= 0).count();
            return IntStream.range(0, truth.length).allMatch(i -> truth[i] < 0 || truth[i] == chosen[i])
                    ? 0
                    : labelled;
        }

        int[] predicted() {
            return Arrays.stream(probabilities).mapToInt(Classification::argMax).toArray();
        }
    }

    /// What was asked of a split.
    private record Asked(Map<String, Answers> byTask, int readable, int unreadable) {

        Answers of(Task task) {
            return Objects.requireNonNull(byTask.get(task.name()));
        }
    }

    @Override
    public Evaluation run(Progress progress) throws IOException {
        var evaluations = new Evaluations(workspace.project());
        // Looked at first: a label that changes meanwhile makes the evaluation out of date, not wrong.
        String labels = evaluations.labels(split);
        var byTask = new LinkedHashMap<String, TaskEvaluation>();
        Evaluation.About about;
        try (var scorer = Scorer.open(workspace.engine().compute(), checkpoint.folder())) {
            var tasks = scorer.checkpoint().tasks();
            var asked = ask(scorer, split, tasks, progress);
            var validation = split == Split.VALIDATION ? asked : ask(scorer, Split.VALIDATION, tasks, progress);
            for (var task : tasks) {
                var evaluated = evaluate(task, asked.of(task), validation.of(task));
                if (evaluated.result().count() > 0) {
                    byTask.put(task.name(), evaluated);
                }
            }
            about = new Evaluation.About(checkpoint.id(), checkpoint.name(), split, workspace.project().name(),
                    asked.readable, asked.unreadable, labels, System.currentTimeMillis(), Version.current(),
                    workspace.engine().compute().device().name());
        }
        var evaluation = new Evaluation(about, byTask);
        evaluations.save(evaluation);
        workspace.project().checkpoints().saveMetrics(checkpoint.id(), split.key(), evaluation.metrics());
        return evaluation;
    }

    private static TaskEvaluation evaluate(Task task, Answers answers, Answers validation) {
        int[] predicted = answers.predicted();
        int fitted = validation.fitted();
        double temperature = fitted == 0 ? 1 : Calibration.temperature(validation.truth, validation.probabilities);
        var result = Classification.of(answers.truth, predicted, task.labels().size());
        return new TaskEvaluation(task.labels(), result, Bootstrap.of(result), temperature, fitted,
                Calibration.bins(answers.truth, answers.probabilities),
                Calibration.bins(answers.truth, Calibration.scaled(answers.probabilities, temperature)),
                answers.examples, answers.truth, predicted);
    }

    private Asked ask(Scorer scorer, Split of, List<Task> tasks, Progress progress) {
        var project = workspace.project();
        var labels = new NetworkLabels(project, checkpoint.id(), tasks).of(of);
        var rows = project.examples().rows(labels.keySet().stream().mapToLong(Long::longValue).toArray()).stream()
                .filter(row -> row.example().image() != null && row.example().problem() == null).toList();
        var scored = score(scorer, rows, progress);
        int readable = (int) scored.stream().filter(Scored.Prediction.class::isInstance).count();
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
        return new Asked(answers, readable, labels.size() - readable);
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
