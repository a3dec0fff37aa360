package org.askance.model.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.askance.model.Task;
import org.askance.model.bench.BaseSize;
import org.askance.model.block.Clfa;
import org.askance.model.block.Losses;
import org.askance.model.block.Pass;
import org.askance.model.block.Precision;
import org.askance.model.block.Weights;
import org.askance.model.device.Compute;

/// A training step of CLFA at base size, 8 pairs of 64 tokens, in float32 and in mixed precision, step by step in
/// turn on the same random weights. Prints seconds of both and the ratio of the medians: below 1, mixed is faster.
/// See CONTRIBUTING for the command.
public final class PrecisionBench {

    private static final int BATCH = 8;
    private static final int TOKENS = 64;
    private static final int ROUNDS = 5;

    private static final Clfa NETWORK = new Clfa(BaseSize.BERT, BaseSize.VIT, TrainingRequest.Start.PAPER_WIDTH, 3, 8,
            4 * TrainingRequest.Start.PAPER_WIDTH, List.of(Task.SARCASM, Task.SENTIMENT), false);

    private PrecisionBench() {}

    public static void main(String[] arguments) {
        try (var compute = Compute.start()) {
            System.out.println(compute.device() + ", " + compute.device().threads() + " threads");
            var manager = compute.newManager();
            var weights = compute.call(_ -> Weights.random(manager, NETWORK.weights(), 1));
            var passes = new EnumMap<Precision, Pass>(Precision.class);
            for (var precision : Precision.values()) {
                passes.put(precision,
                        compute.call(_ -> Pass.over(manager, weights, 0.1, precision).training(true)));
            }
            var optimizer = compute.call(_ -> new AdamW(manager, List.copyOf(weights.asMap().values()), 0.01, 1));
            var seconds = new EnumMap<Precision, double[]>(Precision.class);
            for (var precision : Precision.values()) {
                seconds.put(precision, new double[ROUNDS]);
            }
            // The first round warms up.
            for (int round = -1; round < ROUNDS; round++) {
                for (var precision : Precision.values()) {
                    long start = System.nanoTime();
                    double loss = step(compute, Objects.requireNonNull(passes.get(precision)), optimizer);
                    double took = (System.nanoTime() - start) / 1e9;
                    if (round >= 0) {
                        Objects.requireNonNull(seconds.get(precision))[round] = took;
                    }
                    say("round %d, %s: %.3f s, loss %.4f", round, precision, took, loss);
                }
            }
            double plain = median(Objects.requireNonNull(seconds.get(Precision.FLOAT32)));
            double mixed = median(Objects.requireNonNull(seconds.get(Precision.MIXED)));
            say("training step, %d × %d tokens: float32 %.3f s, mixed %.3f s, ratio %.2f", BATCH, TOKENS, plain, mixed,
                    mixed / plain);
        }
    }

    private static double step(Compute compute, Pass pass, AdamW optimizer) {
        var random = new Random(2);
        var ids = IntStream.range(0, BATCH).mapToObj(_ -> random.longs(TOKENS, 1_000, 30_000).toArray()).toList();
        var pixels = new float[BATCH * 3 * 224 * 224];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return compute.call(scope -> {
            Engine.getInstance().setRandomSeed(1);
            double loss = Backward.of(() -> {
                var images = NETWORK.imageTokens(pass, scope.create(pixels, new Shape(BATCH, 3, 224, 224)));
                var states = NETWORK.forward(pass, Clfa.Tokens.of(scope, ids), images, null);
                return Losses.classify(pass, states.logits(),
                        Map.of("sarcasm", scope.create(new long[]{0, 1, 0, 1, 0, 1, 0, 1}), "sentiment",
                                scope.create(new long[]{0, 1, 2, 0, 1, 2, 0, 1})));
            });
            optimizer.step(1e-5);
            return loss;
        });
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is not on the class path
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
