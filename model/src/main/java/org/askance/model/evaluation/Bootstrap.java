package org.askance.model.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Percentile intervals of figures from resampled examples (Efron 1979): what another sample of the same size
/// would have given. The same classification has the same intervals.
public final class Bootstrap {

    private static final int SAMPLES = 1_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20_240_612;

    private Bootstrap() {}

    /// 95 % of the samples lie between the two.
    public record Interval(double low, double high) {}

    /// Intervals of all figures that the classification has; empty without examples.
    public static Map<Figure, Interval> of(Classification result) {
        var intervals = new EnumMap<Figure, Interval>(Figure.class);
        if (result.count() == 0) {
            return intervals;
        }
        int[] cells = result.cells();
        // A sample that lost a rare class must not count as if there were none.
        var occurring = result.occurring();
        var samples = IntStream.range(0, SAMPLES).parallel()
                .mapToObj(sample -> sample(cells, occurring, new SplittableRandom(SEED + sample))).toList();
        for (var figure : Figure.values()) {
            if (figure.of(result).isPresent()) {
                intervals.put(figure, interval(
                        samples.stream().mapToDouble(sample -> figure.of(sample).orElseThrow()).toArray()));
            }
        }
        return intervals;
    }

    private static Classification sample(int[] cells, boolean[] occurring, SplittableRandom random) {
        int classes = occurring.length;
        var confusion = new int[classes][classes];
        for (int i = 0; i < cells.length; i++) {
            int drawn = cells[random.nextInt(cells.length)];
            confusion[drawn / classes][drawn % classes]++;
        }
        return Classification.of(confusion, occurring);
    }

    private static Interval interval(double[] values) {
        Arrays.sort(values);
        return new Interval(values[(int) Math.floor(TAIL * (SAMPLES - 1))],
                values[(int) Math.ceil((1 - TAIL) * (SAMPLES - 1))]);
    }
}
