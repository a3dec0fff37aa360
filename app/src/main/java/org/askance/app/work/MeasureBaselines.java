package org.askance.app.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.askance.app.work.Baselines.Half;
import org.askance.app.work.Baselines.Part;
import org.askance.model.block.Clfa;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Classification;
import org.askance.model.told.OfTraining;
import org.askance.model.training.DataFingerprint;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.LabelledPair;
import org.askance.model.training.Outcome;
import org.askance.model.training.TrainNetwork;
import org.askance.model.training.TrainingException;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.model.training.TrainingRequest;
import org.askance.storage.dataset.Split;
import org.askance.storage.files.ContentHash;
import org.jspecify.annotations.Nullable;

/// Learns what the words alone and the pictures alone give on a split: fusion and heads anew, the quick way, on
/// one half, from the current checkpoint. The result stays in the project's cache, and is given from there for as long
/// as nothing that it depends on is another.
public record MeasureBaselines(Workspace workspace, Split split) implements Job<MeasureBaselines.Measured> {

    private static final TrainingPlan PLAN = TrainingPlan.quick().withAlpha(0);

    /// @param kept whether they were measured before
    public record Measured(Baselines baselines, boolean kept) {}

    private record Data(List<LabelledPair> train, List<LabelledPair> validation, List<LabelledPair> test) {
        String fingerprint() {
            return DataFingerprint.of(train, validation) + DataFingerprint.of(test, List.of());
        }
    }

    @Override
    public Measured run(Progress progress) throws IOException {
        var evaluations = new Evaluations(workspace.project());
        var labels = evaluations.labels(split);
        var data = data();
        String made = made(data);
        var before = evaluations.baselines(split).filter(one -> one.made().equals(made));
        if (before.isPresent()) {
            return new Measured(before.get(), true);
        }
        var byHalf = new EnumMap<Half, Map<String, Part>>(Half.class);
        for (var half : Half.values()) {
            byHalf.put(half, measure(half, data, PLAN, progress));
        }
        var baselines = new Baselines(workspace.current().name(), split, labels, made, byHalf);
        evaluations.save(baselines);
        return new Measured(baselines, false);
    }

    private Data data() {
        var current = workspace.current();
        var pairs = new LabelledPairs(workspace.project(), current.id(),
                CheckpointFolder.inspect(current.folder()).tasks());
        return new Data(pairs.of(Split.TRAIN), pairs.of(Split.VALIDATION), pairs.of(split));
    }

    /// Also of the device: cards round otherwise.
    private String made(Data data) throws IOException {
        try (var files = Files.list(workspace.current().folder())) {
            var weights = ContentHash.of(files.filter(Files::isRegularFile).sorted().toList());
            return ContentHash.of(String.join("\n", data.fingerprint(), weights, PLAN.toString(), Version.current(),
                    workspace.engine().compute().device().name()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Map<String, Part> measure(Half half, Data data, TrainingPlan plan, Progress progress)
            throws IOException {
        var current = workspace.current();
        var work = workspace.project().cacheFolder().resolve("baseline");
        var folder = work.resolve("checkpoint");
        delete(work);
        try {
            var request = new TrainingRequest(new TrainingRequest.Start.Checkpoint(current.folder()), null,
                    data.train, data.validation, data.test, plan, halves(half), work,
                    folder, half.name());
            return switch (TrainNetwork.run(workspace.engine().compute(), request, told(half, progress),
                    progress::isCancelled)) {
                case Outcome.Finished finished -> parts(finished.test());
                case Outcome.Cancelled _ -> throw new CancellationException();
                case Outcome.NotEnoughMemory(TrainingPlan _, @Nullable TrainingPlan smaller) -> {
                    if (smaller == null) {
                        throw new TrainingException(OfTraining.HALVES_NO_MEMORY.with());
                    }
                    yield measure(half, data, smaller, progress);
                }
            };
        } finally {
            delete(work);
        }
    }

    private static Map<String, Part> parts(Map<String, Classification> byTask) {
        var parts = new TreeMap<String, Part>();
        byTask.forEach((task, result) -> parts.put(task, new Part(result, Bootstrap.of(result))));
        return parts;
    }

    private static Clfa.Halves halves(Half half) {
        return switch (half) {
            case TEXT -> Clfa.Halves.TEXT;
            case IMAGE -> Clfa.Halves.IMAGE;
        };
    }

    private static TrainingListener told(Half half, Progress progress) {
        return new TrainingListener() {
            @Override
            public void step(int step, int totalSteps, double loss) {
                progress.update((half == Half.TEXT ? 0L : totalSteps) + step, 2L * totalSteps);
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
