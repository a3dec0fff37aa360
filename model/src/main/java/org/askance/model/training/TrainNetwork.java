package org.askance.model.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.askance.model.block.Clfa;
import org.askance.model.block.Pass;
import org.askance.model.block.Precision;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.checkpoint.SafeTensors;
import org.askance.model.device.Compute;
import org.askance.model.device.DeviceInfo;
import org.askance.model.evaluation.Classification;
import org.askance.model.inference.TeacherEmbedder;
import org.askance.model.input.Tokenizer;
import org.askance.model.told.OfTraining;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains CLFA, from a checkpoint, from encoders, or anew from a teacher, and writes the best epoch as a new
/// checkpoint. One that was cancelled or killed goes on where it stood when the same is asked again.
public final class TrainNetwork {

    private static final Logger LOG = LoggerFactory.getLogger(TrainNetwork.class);

    private TrainNetwork() {}

    /// Blocks until the training has ended; call it from a thread that may wait.
    ///
    /// @throws TrainingException   if the device lacks what the plan asks for, there is nothing to learn from, memory
    ///                             does not hold the pairs, or the loss is no longer a number before the first
    ///                             epoch's end
    /// @throws org.askance.model.checkpoint.CheckpointException if a checkpoint cannot be read or written
    public static Outcome run(Compute compute, TrainingRequest request, TrainingListener listener,
            BooleanSupplier cancelled) {
        check(request.plan().precision(), compute.device());
        var manager = compute.newManager();
        try (var teacher = teacher(compute, request)) {
            return new Job(compute, request, listener, cancelled, manager, teacher).run();
        } catch (EngineException e) {
            if (!isLackOfMemory(e)) {
                throw e;
            }
            return notEnoughMemory(request.plan(), e);
        } catch (OutOfMemoryError e) {
            return notEnoughMemory(request.plan(), e);
        } finally {
            compute.free(manager::close);
        }
    }

    /// Elsewhere mixed precision works too, but numbers are taken apart one by one: many times slower.
    private static void check(Precision precision, DeviceInfo device) {
        if (precision == Precision.MIXED && !device.bfloat16()) {
            throw new TrainingException(OfTraining.NO_MIXED_PRECISION.with(device.name()));
        }
    }

    private static Outcome notEnoughMemory(TrainingPlan tried, Throwable failure) {
        LOG.warn("Batches of {} do not fit into memory", tried.batchSize(), failure);
        return new Outcome.NotEnoughMemory(tried, tried.smaller().orElse(null));
    }

    /// PyTorch has one exception for everything; the words are those of its allocators for processors and cards.
    static boolean isLackOfMemory(EngineException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("out of memory") || message.contains("not enough memory")
                || message.contains("can't allocate memory");
    }

    private static @Nullable TeacherEmbedder teacher(Compute compute, TrainingRequest request) {
        if (!request.aligns()) {
            return null;
        }
        if (request.teacher() == null) {
            throw new TrainingException(OfTraining.NO_TEACHER.with());
        }
        return TeacherEmbedder.open(compute, request.teacher());
    }

    private record Job(Compute compute, TrainingRequest request, TrainingListener listener, BooleanSupplier cancelled,
            NDManager manager, @Nullable TeacherEmbedder teacher) {

        Outcome run() {
            if (request.train().stream().allMatch(pair -> pair.labels().isEmpty())) {
                throw new TrainingException(OfTraining.NO_LABELS.with());
            }
            var config = config();
            checkWidths(config);
            checkLayers(config);
            var weights = compute.call(_ -> weights(config));
            var pass = compute.call(_ -> Pass.over(manager, weights, request.plan().dropout(),
                    request.plan().precision()));
            // Before the first step: by the last one a folder may be gone.
            var made = new MadeOf(request.fingerprint(), Origins.of(request));
            var state = new TrainingState(request.work(), resumeKey(made));
            var training = new StudentTraining(compute, config.network(), weights, pass, request.plan(),
                    request.halves(), state);
            try (var tokenizer = tokenizer(config);
                    var preparation = new Preparation(compute, config, pass, tokenizer, teacher, request.teacher(),
                            request.plan(), request.work(), cancelled)) {
                var prepared = prepare(preparation);
                var train = prepared.train();
                if (teacher != null) {
                    // 600 MB at base size that the training has no use for.
                    teacher.close();
                }
                if (train.size() < 2) {
                    throw new TrainingException(OfTraining.FEW_PICTURES
                            .with(train.unreadable().stream().limit(3)
                                    .reduce((one, next) -> OfTraining.AND_NEXT.with(one, next)).orElse(Told.NOTHING)));
                }
                if (!training.run(train, prepared.validation(), listener, cancelled)) {
                    return new Outcome.Cancelled(training.epochs());
                }
                var unreadable = new ArrayList<>(train.unreadable());
                unreadable.addAll(prepared.validation().unreadable());
                var outcome = finished(config, training, training.evaluateBest(prepared.test()), unreadable,
                        made);
                state.forget();
                return outcome;
            } catch (CancellationException _) {
                return new Outcome.Cancelled(training.epochs());
            }
        }

        /// What the new checkpoint was made of.
        private record MadeOf(String data, Origins origins) {}

        private record Prepared(PreparedPairs train, PreparedPairs validation, PreparedPairs test) {}

        private Prepared prepare(Preparation preparation) {
            int total = request.train().size() + request.validation().size() + request.test().size();
            var done = new int[1];
            Preparation.Done count = pairs -> listener.preparing(done[0] += pairs, total);
            try {
                return new Prepared(preparation.prepare(request.train(), count),
                        preparation.prepare(request.validation(), count),
                        preparation.prepare(request.test(), count));
            } catch (OutOfMemoryError e) {
                throw new TrainingException(OfTraining.NO_MEMORY.with(total), e);
            }
        }

        /// The alignment compares student and teacher number by number.
        private void checkWidths(CheckpointConfig.Student config) {
            if (teacher != null && teacher.width() != config.network().width()) {
                throw new TrainingException(OfTraining.OTHER_WIDTH.with(teacher.width(), config.network().width()));
            }
        }

        private void checkLayers(CheckpointConfig.Student config) {
            var learning = request.plan().learning();
            int most = Math.max(config.network().text().layers(), config.network().image().layers());
            if (learning.part() == Learning.Part.LAST_LAYERS && learning.lastLayers() > most) {
                throw new TrainingException(OfTraining.TOO_MANY_LAYERS.with(learning.lastLayers(), most));
            }
        }

        /// Of all that decides the losses; the folder of the new checkpoint and its name do not.
        private String resumeKey(MadeOf made) {
            var about = new StringBuilder();
            try {
                about.append(new ObjectMapper().writeValueAsString(request.plan()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a plan is plain values", e);
            }
            about.append(request.halves()).append(request.start()).append(request.teacher())
                    .append(compute.device().name()).append(made);
            for (var pairs : List.of(request.train(), request.validation())) {
                about.append('\n');
                pairs.forEach(pair -> about.append('\0').append(pair.pair().text()).append('\0')
                        .append(pair.pair().knowledge()).append('\0')
                        .append(new TreeMap<>(pair.labels())));
            }
            return TeacherCache.hash(about.toString());
        }

        private Outcome.Finished finished(CheckpointConfig.Student config, StudentTraining training,
                Map<String, Classification> test, List<Told> unreadable, MadeOf made) {
            var info = CheckpointFolder.write(request.folder(), request.name(), config,
                    training.tensors(config.weights()), tokenizerFile(),
                    record(training, test, made));
            return new Outcome.Finished(info, List.copyOf(training.epochs()), training.bestEpoch(), test,
                    unreadable, training.note());
        }

        private Map<String, Object> record(StudentTraining training,
                Map<String, Classification> test, MadeOf made) {
            var record = new LinkedHashMap<String, Object>();
            record.put("plan", request.plan());
            record.put("precision", request.plan().precision());
            record.put("halves", request.halves());
            record.put("start", String.valueOf(request.start().getClass().getSimpleName()));
            record.put("origins", made.origins);
            record.put("train_pairs", request.train().size());
            record.put("validation_pairs", request.validation().size());
            record.put("data_fingerprint", made.data);
            record.put("exif", config().image().exif());
            record.put("device", compute.device().name());
            record.put("engine", compute.device().engine());
            record.put("epochs", training.epochs());
            record.put("best_epoch", training.bestEpoch());
            var note = training.note();
            record.put("note", note == null ? null : note.english());
            record.put("test", Outcome.metrics(test));
            record.put("metrics", training.epochs().get(training.bestEpoch() - 1).validation());
            return record;
        }

        private Tokenizer tokenizer(CheckpointConfig.Student config) {
            return request.start() instanceof TrainingRequest.Start.Encoders encoders
                    ? HuggingFaceFolder.tokenizer(encoders.text(), config.mostTokens())
                    : CheckpointFolder.tokenizer(origin(), config.mostTokens());
        }

        private Path tokenizerFile() {
            if (request.start() instanceof TrainingRequest.Start.Encoders encoders) {
                var copy = request.work().resolve("tokenizer.json");
                HuggingFaceFolder.copyTokenizer(encoders.text(), copy);
                return copy;
            }
            return CheckpointFolder.tokenizerFile(origin());
        }

        private Path origin() {
            return switch (request.start()) {
                case TrainingRequest.Start.Checkpoint(Path folder, List<Head> _) -> folder;
                case TrainingRequest.Start.Teacher(CheckpointConfig.Student _, Path folder) -> folder;
                case TrainingRequest.Start.Encoders encoders -> encoders.text();
            };
        }

        private CheckpointConfig.Student config() {
            return switch (request.start()) {
                case TrainingRequest.Start.Checkpoint(Path folder, List<Head> heads) ->
                    HeadTransfer.config(folder, heads);
                case TrainingRequest.Start.Teacher(CheckpointConfig.Student config, Path _) -> config;
                case TrainingRequest.Start.Encoders encoders -> encoders.config();
            };
        }

        private Weights weights(CheckpointConfig.Student config) {
            var own = manager.newSubManager();
            return switch (request.start()) {
                case TrainingRequest.Start.Checkpoint(Path folder, List<Head> heads) ->
                    HeadTransfer.weights(folder, heads, own, request.plan().seed());
                case TrainingRequest.Start.Teacher(CheckpointConfig.Student _, Path folder) -> {
                    var weights = Weights.random(own, config.weights(), request.plan().seed());
                    try (var file = SafeTensors.open(folder.resolve("model.safetensors"))) {
                        config.network().image().weights().forEach(spec -> weights
                                .get(Clfa.IMAGE_ENCODER + spec.name()).set(file.floats(Clfa.IMAGE_ENCODER
                                        + spec.name())));
                    }
                    yield weights;
                }
                case TrainingRequest.Start.Encoders encoders -> {
                    var weights = Weights.random(own, config.weights(), request.plan().seed());
                    HuggingFaceFolder.load(encoders.text(), weights, Clfa.TEXT_ENCODER,
                            config.network().text().weights());
                    HuggingFaceFolder.load(encoders.image(), weights, Clfa.IMAGE_ENCODER,
                            config.network().image().weights());
                    yield weights;
                }
            };
        }
    }
}
