package org.askance.model.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.askance.model.block.Weights;
import org.askance.model.device.Compute;
import org.askance.model.evaluation.Classification;

/// The loop: one piece of work per step on the tensor thread, so that others get their turn in between.
/// Keeps the weights of the best epoch. The same seed on the same device gives the same losses.
final class StudentTraining {

    private static final int EVALUATION_BATCH = 64;

    private final Compute compute;
    private final Clfa network;
    private final Weights weights;
    private final Pass inference;
    private final Pass learning;
    private final TrainingPlan plan;
    private final Clfa.Halves halves;
    private final List<EpochRecord> epochs = new ArrayList<>();
    private Map<String, float[]> best = Map.of();
    private int bestEpoch;

    StudentTraining(Compute compute, Clfa network, Weights weights, Pass pass, TrainingPlan plan,
            Clfa.Halves halves) {
        this.compute = compute;
        this.network = network;
        this.weights = weights;
        this.inference = pass;
        this.learning = pass.training(true);
        this.plan = plan;
        this.halves = halves;
    }

    List<EpochRecord> epochs() {
        return epochs;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    /// Values of all weights as they were after the best epoch.
    Map<String, float[]> best() {
        return best;
    }

    /// @return false if cancelled; nothing of it is kept then
    boolean run(PreparedPairs train, PreparedPairs validation, TrainingListener listener, BooleanSupplier cancelled) {
        var manager = compute.newManager();
        try {
            var optimizer = compute.call(_ -> {
                Engine.getInstance().setRandomSeed((int) plan.seed());
                return new AdamW(manager, trainable(), plan.weightDecay(), plan.clipNorm());
            });
            int perEpoch = Math.ceilDiv(train.size(), plan.batchSize());
            int steps = perEpoch * plan.epochs();
            var random = new SplittableRandom(plan.seed());
            for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
                var order = shuffled(train.size(), random);
                double sum = 0;
                for (int batch = 0; batch < perEpoch; batch++) {
                    if (cancelled.getAsBoolean()) {
                        return false;
                    }
                    int step = (epoch - 1) * perEpoch + batch + 1;
                    var rows = Arrays.copyOfRange(order, batch * plan.batchSize(),
                            Math.min(order.length, (batch + 1) * plan.batchSize()));
                    double loss = step(optimizer, train, rows, step, steps);
                    sum += loss;
                    listener.step(step, steps, loss);
                }
                finish(new EpochRecord(epoch, sum / perEpoch, evaluate(validation)), listener);
            }
            return true;
        } finally {
            compute.run(_ -> {
                weights.asMap().values().forEach(weight -> weight.setRequiresGradient(false));
                manager.close();
            });
        }
    }

    private void finish(EpochRecord epoch, TrainingListener listener) {
        boolean better = epochs.isEmpty() || Double.isNaN(epoch.meanMacroF1())
                || epoch.meanMacroF1() > epochs.get(bestEpoch - 1).meanMacroF1();
        epochs.add(epoch);
        if (better) {
            best = compute.call(_ -> weights.values());
            bestEpoch = epoch.epoch();
        }
        listener.epoch(epoch);
    }

    private List<NDArray> trainable() {
        return weights.asMap().entrySet().stream()
                .filter(weight -> plan.imageEncoder() || !weight.getKey().startsWith(Clfa.IMAGE_ENCODER))
                .map(Map.Entry::getValue).toList();
    }

    private double step(AdamW optimizer, PreparedPairs pairs, int[] rows, int step, int steps) {
        return compute.call(scope -> {
            double loss = Backward.of(() -> loss(scope, pairs, rows));
            double norm = optimizer.step(plan.learningRate(step, steps));
            if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
                throw new TrainingException("The loss is no longer a number at step " + step + " of " + steps
                        + ". Choose a lower learning rate and start again; nothing was changed.");
            }
            return loss;
        });
    }

    private NDArray loss(NDManager scope, PreparedPairs pairs, int[] rows) {
        var states = states(learning, scope, pairs, rows);
        var loss = Losses.classify(learning, states.logits(), pairs.labels(scope, rows)).mul((float) plan.beta());
        if (plan.alpha() == 0 || halves != Clfa.Halves.BOTH) {
            return loss;
        }
        var text = Losses.align(learning, Objects.requireNonNull(states.alignedText()),
                pairs.teacherText(scope, rows), plan.tau());
        var image = Losses.align(learning, Objects.requireNonNull(states.alignedImage()),
                pairs.teacherImage(scope, rows), plan.tau());
        return loss.add(text.add(image).mul((float) plan.alpha()));
    }

    private Clfa.States states(Pass pass, NDManager scope, PreparedPairs pairs, int[] rows) {
        return switch (halves) {
            case TEXT -> network.forwardText(pass, Clfa.Tokens.of(scope, pairs.ids(rows)));
            case IMAGE -> network.forwardImage(pass, imageTokens(pass, scope, pairs, rows));
            case BOTH -> network.forward(pass, Clfa.Tokens.of(scope, pairs.ids(rows)),
                    imageTokens(pass, scope, pairs, rows), null);
        };
    }

    private NDArray imageTokens(Pass pass, NDManager scope, PreparedPairs pairs, int[] rows) {
        var images = pairs.images(scope, rows);
        return plan.imageEncoder() ? network.imageTokens(pass, images) : images;
    }

    /// Metrics of the best epoch's weights, which stay in place.
    Map<String, Double> evaluateBest(PreparedPairs pairs) {
        compute.run(_ -> weights.restore(best));
        return evaluate(pairs);
    }

    /// Metrics of the weights as they are, by `TASK.METRIC`; empty if there is nothing to evaluate on.
    private Map<String, Double> evaluate(PreparedPairs pairs) {
        var metrics = new TreeMap<String, Double>();
        if (pairs.size() == 0) {
            return metrics;
        }
        var predicted = predict(pairs);
        for (var task : network.tasks()) {
            var truth = Arrays.stream(pairs.labels().get(task.name())).mapToInt(label -> (int) label).toArray();
            var result = Classification.of(truth, Objects.requireNonNull(predicted.get(task.name())),
                    task.labels().size());
            if (result.count() > 0) {
                metrics.put(task.name() + ".accuracy", result.accuracy());
                metrics.put(task.name() + ".macro_f1", result.macroF1());
            }
        }
        return metrics;
    }

    private Map<String, int[]> predict(PreparedPairs pairs) {
        var predicted = new TreeMap<String, int[]>();
        network.tasks().forEach(task -> predicted.put(task.name(), new int[pairs.size()]));
        for (int from = 0; from < pairs.size(); from += EVALUATION_BATCH) {
            var rows = IntStream.range(from, Math.min(pairs.size(), from + EVALUATION_BATCH)).toArray();
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
