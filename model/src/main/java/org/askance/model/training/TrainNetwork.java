package org.askance.model.training;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.askance.model.block.Clfa;
import org.askance.model.block.Pass;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.SafeTensors;
import org.askance.model.device.Compute;
import org.askance.model.inference.TeacherEmbedder;
import org.jspecify.annotations.Nullable;

/// Trains CLFA, from a checkpoint or anew from a teacher, and writes the best epoch as a new checkpoint.
public final class TrainNetwork {

    private TrainNetwork() {}

    /// Blocks until the training has ended; call it from a thread that may wait.
    ///
    /// @throws TrainingException   if there is nothing to learn from, or the loss is no longer a number
    /// @throws org.askance.model.checkpoint.CheckpointException if a checkpoint cannot be read or written
    public static Outcome run(Compute compute, TrainingRequest request, TrainingListener listener,
            BooleanSupplier cancelled) {
        var manager = compute.newManager();
        try (var teacher = teacher(compute, request)) {
            return new Job(compute, request, listener, cancelled, manager, teacher).run();
        } finally {
            compute.run(_ -> manager.close());
        }
    }

    private static @Nullable TeacherEmbedder teacher(Compute compute, TrainingRequest request) {
        if (!request.aligns()) {
            return null;
        }
        if (request.teacher() == null) {
            throw new TrainingException("Aligning needs a teacher. Choose one, or set alpha to 0.");
        }
        return TeacherEmbedder.open(compute, request.teacher());
    }

    private record Job(Compute compute, TrainingRequest request, TrainingListener listener, BooleanSupplier cancelled,
            NDManager manager, @Nullable TeacherEmbedder teacher) {

        Outcome run() {
            var config = config();
            var network = config.network();
            if (request.train().stream().allMatch(pair -> pair.labels().isEmpty())) {
                throw new TrainingException("No pair of the training split has a label. Label some, or import labels.");
            }
            var weights = compute.call(_ -> weights(config));
            var pass = compute.call(_ -> Pass.over(manager, weights, request.plan().dropout()));
            var training = new StudentTraining(compute, network, weights, pass, request.plan(), request.halves());
            try (var tokenizer = CheckpointFolder.tokenizer(origin(), config.mostTokens())) {
                var preparation = new Preparation(compute, config, pass, tokenizer, teacher,
                        request.plan().imageEncoder(), cancelled);
                int total = request.train().size() + request.validation().size() + request.test().size();
                var done = new int[1];
                Preparation.Done count = pairs -> listener.preparing(done[0] += pairs, total);
                var train = preparation.prepare(request.train(), count);
                var validation = preparation.prepare(request.validation(), count);
                var test = preparation.prepare(request.test(), count);
                if (train.size() < 2) {
                    throw new TrainingException(
                            "Fewer than two pictures of the training split can be read, for example: "
                                    + String.join(" ", train.unreadable().stream().limit(3).toList()));
                }
                if (!training.run(train, validation, listener, cancelled)) {
                    return new Outcome.Cancelled(training.epochs());
                }
                var unreadable = new ArrayList<>(train.unreadable());
                unreadable.addAll(validation.unreadable());
                return finished(config, training, training.evaluateBest(test), unreadable);
            } catch (CancellationException _) {
                return new Outcome.Cancelled(training.epochs());
            }
        }

        private Outcome finished(CheckpointConfig.Student config, StudentTraining training,
                Map<String, Double> test, List<String> unreadable) {
            var info = CheckpointFolder.write(request.folder(), request.name(), config,
                    TeacherTraining.tensors(config.weights(), training.best()),
                    CheckpointFolder.tokenizerFile(origin()), record(training, test));
            return new Outcome.Finished(info, List.copyOf(training.epochs()), training.bestEpoch(), test,
                    unreadable);
        }

        private Map<String, Object> record(StudentTraining training, Map<String, Double> test) {
            var record = new LinkedHashMap<String, Object>();
            record.put("plan", request.plan());
            record.put("halves", request.halves());
            record.put("train_pairs", request.train().size());
            record.put("validation_pairs", request.validation().size());
            record.put("device", compute.device().name());
            record.put("engine", compute.device().engine());
            record.put("epochs", training.epochs());
            record.put("best_epoch", training.bestEpoch());
            record.put("test", test);
            record.put("metrics", training.epochs().get(training.bestEpoch() - 1).validation());
            return record;
        }

        private Path origin() {
            return switch (request.start()) {
                case TrainingRequest.Start.Checkpoint(Path folder) -> folder;
                case TrainingRequest.Start.Teacher(CheckpointConfig.Student _, Path folder) -> folder;
            };
        }

        private CheckpointConfig.Student config() {
            return switch (request.start()) {
                case TrainingRequest.Start.Checkpoint(Path folder) -> CheckpointFolder.student(folder);
                case TrainingRequest.Start.Teacher(CheckpointConfig.Student config, Path _) -> config;
            };
        }

        private Weights weights(CheckpointConfig.Student config) {
            var own = manager.newSubManager();
            return switch (request.start()) {
                case TrainingRequest.Start.Checkpoint(Path folder) ->
                    CheckpointFolder.weights(folder, own, config.weights());
                case TrainingRequest.Start.Teacher(CheckpointConfig.Student _, Path folder) -> {
                    var weights = Weights.random(own, config.weights(), request.plan().seed());
                    try (var file = SafeTensors.open(folder.resolve("model.safetensors"))) {
                        var image = new LinkedHashMap<String, float[]>();
                        for (var spec : config.network().image().weights()) {
                            String name = Clfa.IMAGE_ENCODER + spec.name();
                            var values = new float[(int) spec.shape().size()];
                            file.floats(name).get(values);
                            image.put(name, values);
                        }
                        weights.restore(image);
                    }
                    yield weights;
                }
            };
        }
    }
}
