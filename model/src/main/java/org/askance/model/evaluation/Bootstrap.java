package org.askance.model.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Percentile intervals of metrics from resampled examples (Efron 1979): what another sample of the same size
/// would have given. The same seed gives the same intervals.
public final class Bootstrap {

    private static final int SAMPLES = 1_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20_240_612;

    private Bootstrap() {}

    /// 95 % of the samples lie between the two.
    public record Interval(double low, double high) {}

    /// @param truth  true class of each example, negative where there is none
    /// @param metric of the classification of a sample
    public static Interval of(int[] truth, int[] predicted, int classCount,
            ToDoubleFunction<Classification> metric) {
        int[] labelled = IntStream.range(0, truth.length).filter(i -> truth[i] >= 0).toArray();
        if (labelled.length == 0) {
            return new Interval(0, 0);
        }
        double[] values = IntStream.range(0, SAMPLES).parallel().mapToDouble(sample -> {
            var random = new SplittableRandom(SEED + sample);
            var t = new int[labelled.length];
            var p = new int[labelled.length];
            for (int i = 0; i < t.length; i++) {
                int drawn = labelled[random.nextInt(labelled.length)];
                t[i] = truth[drawn];
                p[i] = predicted[drawn];
            }
            return metric.applyAsDouble(Classification.of(t, p, classCount));
        }).toArray();
        Arrays.sort(values);
        return new Interval(values[(int) Math.floor(TAIL * (SAMPLES - 1))],
                values[(int) Math.ceil((1 - TAIL) * (SAMPLES - 1))]);
    }
}
