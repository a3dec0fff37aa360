package org.askance.app.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.askance.model.Task;
import org.askance.model.block.Clfa;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.input.Exif;
import org.askance.model.told.OfTraining;
import org.askance.model.told.Told;
import org.askance.model.training.DataFingerprint;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.Head;
import org.askance.model.training.Outcome;
import org.askance.model.training.TrainNetwork;
import org.askance.model.training.TrainingException;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.model.training.TrainingRequest;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;
import org.askance.storage.run.RunRepository;
import org.jspecify.annotations.Nullable;

/// Trains on the project's labels, answers before given ones, and lists what comes of it; it does not become
/// current.
///
/// @param from     where the weights come from
/// @param listener hears steps and epochs on the job's thread
public record FineTuneNetwork(Workspace workspace, From from, TrainingPlan plan, String name,
        TrainingListener listener)
        implements
            Job<FineTuneNetwork.Ending> {

    /// Where a training starts.
    public sealed interface From {
        /// The current checkpoint.
        ///
        /// @param teacher to align with; `null`: the one that it was aligned with before
        record Current(@Nullable Path teacher) implements From {}

        /// New fusion and heads over encoders in Hugging Face folders.
        ///
        /// @param teacher   a CLIP; `null` to train without alignment
        /// @param knowledge whether the network also attends to the text that OCR read in the pictures
        /// @param exif      what the network will make of the camera's rotation; fine-tuning keeps it
        record Encoders(Path text, Path image, @Nullable Path teacher, boolean knowledge,
                Exif exif) implements From {}
    }

    /// What came of it.
    public sealed interface Ending {
        /// @param unreadable one sentence per pair that was left out
        /// @param note       why it ended before its last epoch, as a sentence; `null` if it did not
        record Trained(Checkpoint checkpoint, List<EpochRecord> epochs, int bestEpoch, List<Told> unreadable,
                @Nullable Told note) implements Ending {}

        /// It was cancelled; the same asked again goes on where it stood.
        record Stopped() implements Ending {}

        /// @param smaller learns the same in less memory; `null` where nothing smaller is left to try
        record NotEnoughMemory(TrainingPlan tried, @Nullable TrainingPlan smaller) implements Ending {}
    }

    /// Fine-tunes the current checkpoint.
    public FineTuneNetwork(Workspace workspace, TrainingPlan plan, String name, TrainingListener listener) {
        this(workspace, new From.Current(null), plan, name, listener);
    }

    @Override
    public Ending run(Progress progress) throws IOException {
        var project = workspace.project();
        var parent = workspace.current();
        var heads = heads(parent);
        var pairs = pairs(parent, heads);
        var train = pairs.of(Split.TRAIN);
        var validation = pairs.of(Split.VALIDATION);
        if (train.isEmpty()) {
            throw new TrainingException(OfTraining.NO_LABELS.with());
        }
        var compute = workspace.engine().compute();
        var data = DataFingerprint.of(train, validation);
        long run = project.runs().start(new RunRepository.Start(json(plan), plan.seed(), data,
                Version.current(), compute.device().name()));
        var state = RunRepository.State.FAILED;
        Long added = null;
        try {
            var folder = project.checkpointsFolder().resolve(
                    DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneId.systemDefault()))
                            + "-run-" + run);
            var request = new TrainingRequest(start(parent, heads), teacher(), train, validation, List.of(), plan,
                    Clfa.Halves.BOTH, project.cacheFolder().resolve("training"), folder, name, data);
            return switch (TrainNetwork.run(compute, request, told(progress), progress::isCancelled)) {
                case Outcome.Cancelled(List<EpochRecord> _) -> {
                    state = RunRepository.State.CANCELLED;
                    yield new Ending.Stopped();
                }
                case Outcome.Finished finished -> {
                    long id = project.checkpoints().add(name, folder, parent.id());
                    added = id;
                    state = RunRepository.State.FINISHED;
                    var checkpoint = project.checkpoints().list().stream().filter(one -> one.id() == id).findFirst()
                            .orElseThrow();
                    yield new Ending.Trained(checkpoint, finished.epochs(), finished.bestEpoch(),
                            finished.unreadable(), finished.note());
                }
                case Outcome.NotEnoughMemory(TrainingPlan tried, @Nullable TrainingPlan smaller) ->
                    new Ending.NotEnoughMemory(tried, smaller);
            };
        } finally {
            project.runs().end(run, state, added);
        }
    }

    /// Of the new network, where they differ from the old one's.
    private List<Head> heads(Checkpoint parent) {
        return from instanceof From.Current
                ? NewHeads.of(workspace.project(), parent.id(), CheckpointFolder.inspect(parent.folder()).tasks())
                : List.of();
    }

    private TrainingRequest.Start start(Checkpoint parent, List<Head> heads) {
        return switch (from) {
            case From.Current(Path _) -> new TrainingRequest.Start.Checkpoint(parent.folder(), heads);
            case From.Encoders(Path text, Path image, Path _, boolean knowledge, Exif exif) ->
                TrainingRequest.Start.Encoders.paper(text, image, tasks(), knowledge, exif);
        };
    }

    private LabelledPairs pairs(Checkpoint parent, List<Head> heads) {
        return switch (from) {
            case From.Current _ when !heads.isEmpty() -> new LabelledPairs(workspace.project(), LabelledPairs.NEW,
                    heads.stream().map(Head::task).toList());
            case From.Current _ -> new LabelledPairs(workspace.project(), parent.id(),
                    CheckpointFolder.inspect(parent.folder()).tasks());
            case From.Encoders _ -> new LabelledPairs(workspace.project(), LabelledPairs.NEW, tasks());
        };
    }

    private List<Task> tasks() {
        return NewHeads.asked(workspace.project());
    }

    private @Nullable Path teacher() throws IOException {
        if (plan.losses().alpha() == 0) {
            return null;
        }
        return switch (from) {
            case From.Current(Path teacher) -> teacher == null ? Teachers.of(workspace) : teacher;
            case From.Encoders(Path _, Path _, Path teacher, boolean _, Exif _) -> teacher;
        };
    }

    private TrainingListener told(Progress progress) {
        return new TrainingListener() {
            @Override
            public void preparing(int done, int total) {
                progress.update(done, total);
                listener.preparing(done, total);
            }

            @Override
            public void resumed(int step, int totalSteps) {
                listener.resumed(step, totalSteps);
            }

            @Override
            public void step(int step, int totalSteps, double loss) {
                progress.update(step, totalSteps);
                listener.step(step, totalSteps, loss);
            }

            @Override
            public void epoch(EpochRecord epoch) {
                listener.epoch(epoch);
            }
        };
    }

    private static String json(TrainingPlan plan) {
        try {
            return new ObjectMapper().writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is plain values", e);
        }
    }
}
