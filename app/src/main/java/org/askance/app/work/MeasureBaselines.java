package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.askance.model.block.Clfa;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.Outcome;
import org.askance.model.training.TrainNetwork;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.model.training.TrainingRequest;
import org.askance.storage.dataset.Split;

/// What the words alone and the pictures alone give on a split: fusion and heads learnt anew the quick way on
/// one half, from the current checkpoint. A result that is hardly better than these has learnt little from the
/// pair. Gives metrics by `TASK.METRIC` for `text only` and `image only`.
public record MeasureBaselines(Workspace workspace, Split split) implements Job<Map<String, Map<String, Double>>> {

    @Override
    public Map<String, Map<String, Double>> run(Progress progress) throws IOException {
        var baselines = new LinkedHashMap<String, Map<String, Double>>();
        baselines.put("text only", measure(Clfa.Halves.TEXT, progress));
        baselines.put("image only", measure(Clfa.Halves.IMAGE, progress));
        return baselines;
    }

    private Map<String, Double> measure(Clfa.Halves halves, Progress progress) throws IOException {
        var pairs = new LabelledPairs(workspace.project());
        var work = workspace.project().cacheFolder().resolve("baseline");
        var folder = work.resolve("checkpoint");
        delete(work);
        try {
            var request = new TrainingRequest(new TrainingRequest.Start.Checkpoint(workspace.current().folder()), null,
                    pairs.of(Split.TRAIN), pairs.of(Split.VALIDATION), pairs.of(split),
                    TrainingPlan.quick().withAlpha(0), halves, work, folder, halves.name());
            return switch (TrainNetwork.run(workspace.engine().compute(), request, told(progress),
                    progress::isCancelled)) {
                case Outcome.Finished finished -> finished.test();
                case Outcome.Cancelled _ -> throw new CancellationException();
            };
        } finally {
            delete(work);
        }
    }

    private static TrainingListener told(Progress progress) {
        return new TrainingListener() {
            @Override
            public void step(int step, int totalSteps, double loss) {
                progress.update(step, totalSteps);
            }

            @Override
            public void epoch(EpochRecord epoch) {}
        };
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
