package org.askance.app.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.OutsideAct;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.exchange.ImportedAnswer;
import org.askance.storage.exchange.ImportedPrediction;
import org.askance.storage.exchange.Remark;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.run.NewPrediction;

/// Keeps what people and networks of other programs said about imported pairs.
final class ImportJudgements {

    private final Project project;
    private final Map<String, TaskDefinition> tasks = new HashMap<>();
    private final Map<String, Long> models = new HashMap<>();

    ImportJudgements(Project project) {
        this.project = project;
        project.tasks().list().forEach(task -> tasks.put(task.name(), task));
    }

    /// How much was new.
    record Saved(int acts, int predictions) {}

    /// @param ids the stored pair of each row
    Saved save(Map<SourceRow, Long> ids) {
        var acts = new ArrayList<OutsideAct>();
        var predictions = new LinkedHashMap<String, List<NewPrediction>>();
        ids.forEach((row, id) -> {
            row.answers().forEach(answer -> acts.add(act(id, answer)));
            row.remarks().forEach(remark -> acts.add(act(id, remark)));
            predictions(id, row.predictions(), predictions);
        });
        // The latest of an annotator counts, and later ones are appended later.
        acts.sort(Comparator.comparing(OutsideAct::at, Comparator.nullsLast(Comparator.naturalOrder())));
        int added = acts.isEmpty() ? 0 : project.annotations().addOutside(acts);
        int count = 0;
        for (var model : predictions.entrySet()) {
            long checkpoint = models.computeIfAbsent(model.getKey(), name -> project.checkpoints().addOutside(name));
            project.predictions().save(checkpoint, model.getValue());
            count += model.getValue().size();
        }
        return new Saved(added, count);
    }

    private static OutsideAct act(long id, ImportedAnswer answer) {
        var took = answer.took();
        var seen = Circumstances.seen(null, took == null ? Duration.ZERO : took);
        return new OutsideAct(id, answer.annotator(), new Act.Label(answer.labels()), answer.at(),
                answer.deciding() ? seen.asDeciding() : seen, answer.gold());
    }

    private static OutsideAct act(long id, Remark remark) {
        Act act = switch (remark.kind()) {
            case COMMENT -> new Act.Comment(remark.text());
            case FLAG -> new Act.Flag(remark.text());
            case SKIP -> new Act.Skip();
        };
        return new OutsideAct(id, remark.annotator(), act, remark.at(), Circumstances.NONE, false);
    }

    private void predictions(long id, List<ImportedPrediction> given, Map<String, List<NewPrediction>> byModel) {
        for (var prediction : given) {
            var task = tasks.get(prediction.task());
            int label = task == null ? -1 : task.labelNames().indexOf(prediction.label());
            if (task != null && label >= 0) {
                byModel.computeIfAbsent(prediction.model(), _ -> new ArrayList<>()).add(new NewPrediction(id,
                        Map.of(task.name(), probabilities(prediction.score(), label, task.labelNames().size()))));
            }
        }
    }

    /// Other programs give the score of one label: the rest is shared evenly. Without a score it counts as certain; one
    /// so low that another label would be likelier is raised to just above an even share.
    private static float[] probabilities(double score, int label, int labels) {
        double least = 1.0 / labels + 1e-4;
        double certain = Double.isNaN(score) ? 1 : Math.clamp(score, Math.min(1, least), 1);
        var probabilities = new float[labels];
        Arrays.fill(probabilities, (float) ((1 - certain) / Math.max(1, labels - 1)));
        probabilities[label] = (float) certain;
        return probabilities;
    }
}
