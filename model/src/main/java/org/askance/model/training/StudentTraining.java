package org.askance.model.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.askance.model.block.Clfa;
import org.askance.model.block.Losses;
import org.askance.model.block.Pass;
import org.askance.model.block.TensorMemory;
import org.askance.model.block.WeightSpec;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.SafeTensorsWriter;
import org.askance.model.device.Compute;
import org.askance.model.evaluation.Classification;
import org.askance.model.told.OfTraining;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// The loop: one piece of work per step on the tensor thread, so that others get their turn in between.
/// Keeps the weights of the best epoch on disk, and now and then where it stands, so that a training that was
/// killed goes on with the very losses it would have had. The same seed on the same device gives the same
/// losses: order and dropout follow from the seed and the number of the epoch or step alone.
final class StudentTraining {

    /// Share of the time that saving where it stands may take.
    private static final double MOST_TIME_SAVING = 0.03;
    private static final double SAVED_BYTES_A_SECOND = 500e6;
    private static final long MOST_BYTES_AT_ONCE = 64_000_000;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Compute compute;
    private final Clfa network;
    private final Weights weights;
    private final Pass inference;
    private final Pass learning;
    private final TrainingPlan plan;
    private final Clfa.Halves halves;
    private final TrainingState state;
    private final List<EpochRecord> epochs = new ArrayList<>();
    private int bestEpoch;
    private @Nullable Told note;

    /// @param state where it keeps what it needs to go on
    StudentTraining(Compute compute, Clfa network, Weights weights, Pass pass, TrainingPlan plan,
            Clfa.Halves halves, TrainingState state) {
        this.compute = compute;
        this.network = network;
        this.weights = weights;
        this.inference = pass;
        this.learning = pass.training(true);
        this.plan = plan;
        this.halves = halves;
        this.state = state;
    }

    List<EpochRecord> epochs() {
        return epochs;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    /// Why it ended before its last epoch, as a sentence; `null` if it did not.
    @Nullable
    Told note() {
        return note;
    }

    /// All weights as they are now; after [#evaluateBest] those of the best epoch.
    List<SafeTensorsWriter.Tensor> tensors(List<WeightSpec> specs) {
        return WeightTensors.of(compute, specs, weights);
    }

    /// @return false if cancelled; where it stood is kept then
    boolean run(PreparedPairs train, PreparedPairs validation, TrainingListener listener, BooleanSupplier cancelled) {
        var manager = compute.newManager();
        try {
            var optimizer = compute.call(_ -> new AdamW(manager, trainable(), plan.optimisation().weightDecay(),
                    plan.optimisation().clipNorm()));
            var classWeights = compute.call(_ -> classWeights(manager, train));
            var loop = new Loop(optimizer, train, classWeights, plan.stepsPerEpoch(train.size()));
            loop.resume(listener);
            return loop.run(validation, listener, cancelled);
        } finally {
            compute.run(_ -> {
                weights.asMap().values().forEach(weight -> weight.setRequiresGradient(false));
                manager.close();
            });
        }
    }

    /// One run over all epochs, from wherever it stands.
    private final class Loop {
        private final AdamW optimizer;
        private final PreparedPairs train;
        private final Map<String, NDArray> classWeights;
        private final int perEpoch;
        private int done;
        private double lossSum;
        private long savedAt = System.nanoTime();
        private final long bytes;
        private long saveTookNs;
        private boolean saved;

        Loop(AdamW optimizer, PreparedPairs train, Map<String, NDArray> classWeights, int perEpoch) {
            this.optimizer = optimizer;
            this.train = train;
            this.classWeights = classWeights;
            this.perEpoch = perEpoch;
            // Until the first save tells.
            this.bytes = compute.call(_ -> kept().values().stream().mapToLong(array -> 4 * array.size()).sum());
            this.saveTookNs = Math.round(1e9 * bytes / SAVED_BYTES_A_SECOND);
        }

        void resume(TrainingListener listener) {
            state.load().ifPresent(loaded -> {
                try (loaded) {
                    compute.run(_ -> kept().forEach(
                            (name, array) -> TensorMemory.fill(array, loaded.tensors().floats(name))));
                }
                saved = true;
                done = loaded.progress().step();
                lossSum = loaded.progress().lossSum();
                bestEpoch = loaded.progress().bestEpoch();
                epochs.addAll(loaded.progress().epochs());
                listener.resumed(done, perEpoch * plan.epochs());
                epochs.forEach(listener::epoch);
            });
        }

        boolean run(PreparedPairs validation, TrainingListener listener, BooleanSupplier cancelled) {
            int steps = perEpoch * plan.epochs();
            while (done < steps && note == null) {
                int epoch = done / perEpoch + 1;
                var order = shuffled(train.size(), new SplittableRandom(plan.seed() * MIX + epoch));
                for (int i = done % perEpoch; i < perEpoch; i++) {
                    if (cancelled.getAsBoolean()) {
                        save();
                        return false;
                    }
                    double loss = step(order, i, steps);
                    if (!Double.isFinite(loss)) {
                        return diverged(steps);
                    }
                    done++;
                    lossSum += loss;
                    listener.step(done, steps, loss);
                    if (i + 1 < perEpoch && isTimeToSave()) {
                        save();
                    }
                }
                finish(new EpochRecord(epoch, lossSum / perEpoch, Outcome.metrics(evaluate(validation))), listener);
                lossSum = 0;
                // Whatever it costs: a first epoch is never lost.
                if (done < steps && (!saved || isTimeToSave())) {
                    save();
                }
            }
            return true;
        }

        private void save() {
            if (done > 0) {
                long begin = System.nanoTime();
                var progress = new TrainingState.Progress(state.fingerprint(), done, lossSum, List.copyOf(epochs),
                        bestEpoch);
                if (bytes < MOST_BYTES_AT_ONCE) {
                    compute.run(_ -> state.save(progress, WeightTensors.of(compute, kept())));
                } else {
                    // Tensor by tensor: others get their turn in between.
                    state.save(progress, WeightTensors.of(compute, kept()));
                }
                // A single save may have had to wait for the disk.
                saveTookNs = (saveTookNs + System.nanoTime() - begin) / 2;
            }
            saved = true;
            savedAt = System.nanoTime();
        }

        private Map<String, NDArray> kept() {
            var kept = new LinkedHashMap<>(weights.asMap());
            kept.putAll(optimizer.state());
            return kept;
        }

        /// Saving takes a small network milliseconds and one of base size seconds: as often as costs little.
        private boolean isTimeToSave() {
            return (System.nanoTime() - savedAt) * MOST_TIME_SAVING > saveTookNs;
        }

        /// The loss is no number any more: what was best so far is kept, if there is anything.
        private boolean diverged(int steps) {
            if (bestEpoch == 0) {
                state.forget();
                throw new TrainingException(OfTraining.DIVERGED.with(done + 1, steps));
            }
            note = OfTraining.BEST_KEPT.with(done + 1, steps, bestEpoch);
            return true;
        }

        private double step(int[] order, int inEpoch, int steps) {
            int from = inEpoch * plan.batchSize() * plan.accumulation();
            int to = Math.min(order.length, from + plan.batchSize() * plan.accumulation());
            int batches = Math.ceilDiv(to - from, plan.batchSize());
            double sum = 0;
            for (int batch = 0; batch < batches; batch++) {
                int first = from + batch * plan.batchSize();
                var rows = Arrays.copyOfRange(order, first, Math.min(to, first + plan.batchSize()));
                long seed = (plan.seed() * MIX + done) * MIX + batch;
                sum += compute.call(scope -> {
                    Engine.getInstance().setRandomSeed((int) (seed ^ seed >>> 32));
                    return Backward
                            .of(() -> Losses.scale(learning, loss(scope, train, rows, classWeights), 1.0 / batches));
                });
            }
            double norm = compute.call(_ -> optimizer.step(plan.learningRate(done + 1, steps)));
            return Double.isFinite(norm) ? sum : Double.NaN;
        }
    }

    private void finish(EpochRecord epoch, TrainingListener listener) {
        boolean better = epochs.isEmpty() || Double.isNaN(epoch.meanMacroF1())
                || epoch.meanMacroF1() > epochs.get(bestEpoch - 1).meanMacroF1();
        epochs.add(epoch);
        if (better) {
            state.saveBest(epoch.epoch(), WeightTensors.of(compute, weights.asMap()));
            bestEpoch = epoch.epoch();
        } else if (plan.patience() > 0 && epoch.epoch() - bestEpoch >= plan.patience()
                && epoch.epoch() < plan.epochs()) {
            note = OfTraining.STOPPED_EARLY.with(epoch.epoch(), bestEpoch);
        }
        listener.epoch(epoch);
    }

    private List<NDArray> trainable() {
        var learns = plan.learning().learns(network);
        return weights.asMap().entrySet().stream().filter(weight -> learns.test(weight.getKey()))
                .map(Map.Entry::getValue).toList();
    }

    /// Inverse frequencies, 1 on average over the labelled rows; empty unless the plan asks for balance.
    private Map<String, NDArray> classWeights(NDManager manager, PreparedPairs train) {
        var byTask = new LinkedHashMap<String, NDArray>();
        if (!plan.losses().balanced()) {
            return byTask;
        }
        for (var task : network.tasks()) {
            var counts = new long[task.labels().size()];
            long labelled = 0;
            for (long label : Objects.requireNonNull(train.labels().get(task.name()))) {
                if (label >= 0) {
                    counts[(int) label]++;
                    labelled++;
                }
            }
            long occurring = Arrays.stream(counts).filter(count -> count > 0).count();
            var values = new float[counts.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = counts[i] == 0 ? 0 : (float) labelled / (occurring * counts[i]);
            }
            byTask.put(task.name(), manager.create(values));
        }
        return byTask;
    }

    private NDArray loss(NDManager scope, PreparedPairs pairs, int[] rows, Map<String, NDArray> classWeights) {
        var states = states(learning, scope, pairs, rows);
        var losses = plan.losses();
        var loss = Losses.scale(learning,
                Losses.classify(learning, states.logits(), pairs.labels(scope, rows), classWeights), losses.beta());
        if (losses.alpha() == 0 || halves != Clfa.Halves.BOTH) {
            return loss;
        }
        var text = Losses.align(learning, Objects.requireNonNull(states.alignedText()),
                pairs.teacherText(scope, rows), losses.tau());
        var image = Losses.align(learning, Objects.requireNonNull(states.alignedImage()),
                pairs.teacherImage(scope, rows), losses.tau());
        return loss.add(Losses.scale(learning, text.add(image), losses.alpha()));
    }

    private Clfa.States states(Pass pass, NDManager scope, PreparedPairs pairs, int[] rows) {
        return switch (halves) {
            case TEXT -> {
                var text = encoded(pass, scope, pairs.texts(), rows);
                yield network.forwardText(pass, text.tokens(), text.states());
            }
            case IMAGE -> network.forwardImage(pass, imageTokens(pass, scope, pairs, rows));
            case BOTH -> {
                var knowledge = pairs.knowledge();
                yield network.forward(pass, encoded(pass, scope, pairs.texts(), rows),
                        imageTokens(pass, scope, pairs, rows),
                        knowledge == null ? null : encoded(pass, scope, knowledge, rows));
            }
        };
    }

    private Clfa.Encoded encoded(Pass pass, NDManager scope, PreparedPairs.Texts texts, int[] rows) {
        var tokens = texts.tokens(scope, rows);
        return plan.learning().textFrozen()
                ? new Clfa.Encoded(tokens, texts.states(scope, rows, network.text().width()))
                : network.encode(pass, tokens);
    }

    private NDArray imageTokens(Pass pass, NDManager scope, PreparedPairs pairs, int[] rows) {
        var images = pairs.images(scope, rows);
        return plan.learning().imageFrozen() ? images : network.imageTokens(pass, images);
    }

    /// How the best epoch's weights, which stay in place, classify `pairs`, by task.
    Map<String, Classification> evaluateBest(PreparedPairs pairs) {
        try (var best = state.best(bestEpoch)) {
            compute.run(_ -> best.names().forEach(name -> weights.set(name, best.floats(name))));
        }
        return evaluate(pairs);
    }

    /// How the weights as they are classify; only tasks with a labelled pair.
    private Map<String, Classification> evaluate(PreparedPairs pairs) {
        var byTask = new TreeMap<String, Classification>();
        if (pairs.size() == 0) {
            return byTask;
        }
        var predicted = predict(pairs);
        for (var task : network.tasks()) {
            var truth = Arrays.stream(pairs.labels().get(task.name())).mapToInt(label -> (int) label).toArray();
            var result = Classification.of(truth, Objects.requireNonNull(predicted.get(task.name())),
                    task.labels().size());
            if (result.count() > 0) {
                byTask.put(task.name(), result);
            }
        }
        return byTask;
    }

    private Map<String, int[]> predict(PreparedPairs pairs) {
        var predicted = new TreeMap<String, int[]>();
        network.tasks().forEach(task -> predicted.put(task.name(), new int[pairs.size()]));
        int atOnce = plan.lookedAtOnce();
        for (int from = 0; from < pairs.size(); from += atOnce) {
            var rows = IntStream.range(from, Math.min(pairs.size(), from + atOnce)).toArray();
            compute.run(scope -> states(inference, scope, pairs, rows).logits().forEach((task, logits) -> {
                var values = PreparedPairs.rows(logits.toFloatArray(), rows.length);
                for (int i = 0; i < rows.length; i++) {
                    Objects.requireNonNull(predicted.get(task))[rows[i]] = Classification.argMax(values.get(i));
                }
            }));
        }
        return predicted;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        var order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
