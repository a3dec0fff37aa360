package org.askance.model.geometry;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// The nearest rows of every row by cosine, exact: all pairs are compared, in blocks that stay in the cache.
///
/// @param rows      `n × k` indices, the nearest first, a row itself left out
/// @param distances `n × k`: 1 − cosine, at least 0
public record NeighbourGraph(int[][] rows, float[][] distances) {

    private static final int BLOCK = 32;
    private static final int COLUMNS = 2_048;

    /// @param unit     rows of length 1
    /// @param k        at least 1 and below the number of rows
    /// @param progress hears a share from 0 to 1
    /// @throws CancellationException soon after `cancelled` says so
    public static NeighbourGraph of(float[][] unit, int k, DoubleConsumer progress, BooleanSupplier cancelled) {
        int n = unit.length;
        if (k < 1 || k >= n) {
            throw new IllegalArgumentException("k must be 1 to " + (n - 1) + ", was " + k);
        }
        // Dimension by dimension, so that the innermost loop runs along memory.
        var columns = transposed(unit);
        var rows = new int[n][];
        var distances = new float[n][];
        int blocks = Math.ceilDiv(n, BLOCK);
        var done = new AtomicInteger();
        IntStream.range(0, blocks).parallel().forEach(block -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int first = block * BLOCK;
            var best = new Best[Math.min(BLOCK, n - first)];
            Arrays.setAll(best, _ -> new Best(k));
            var cosines = new float[COLUMNS];
            for (int from = 0; from < n; from += COLUMNS) {
                int width = Math.min(COLUMNS, n - from);
                for (int i = 0; i < best.length; i++) {
                    products(unit[first + i], columns, from, width, cosines);
                    best[i].offer(cosines, width, from, first + i);
                }
            }
            for (int i = 0; i < best.length; i++) {
                rows[first + i] = best[i].rows;
                distances[first + i] = best[i].distances();
            }
            progress.accept((double) done.incrementAndGet() / blocks);
        });
        return new NeighbourGraph(rows, distances);
    }

    private static float[][] transposed(float[][] rows) {
        var columns = new float[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < columns.length; d++) {
                columns[d][i] = rows[i][d];
            }
        }
        return columns;
    }

    private static void products(float[] row, float[][] columns, int from, int width, float[] sums) {
        Arrays.fill(sums, 0, width, 0);
        for (int d = 0; d < row.length; d++) {
            float factor = row[d];
            float[] column = columns[d];
            for (int j = 0; j < width; j++) {
                sums[j] += factor * column[from + j];
            }
        }
    }

    /// The k largest cosines so far, in order; of equals the one that came first.
    private static final class Best {
        private final int[] rows;
        private final float[] cosines;

        Best(int k) {
            rows = new int[k];
            cosines = new float[k];
            Arrays.fill(cosines, Float.NEGATIVE_INFINITY);
        }

        void offer(float[] offered, int width, int from, int self) {
            int last = cosines.length - 1;
            for (int j = 0; j < width; j++) {
                float cosine = offered[j];
                if (cosine > cosines[last] && from + j != self) {
                    int at = last;
                    while (at > 0 && cosines[at - 1] < cosine) {
                        cosines[at] = cosines[at - 1];
                        rows[at] = rows[at - 1];
                        at--;
                    }
                    cosines[at] = cosine;
                    rows[at] = from + j;
                }
            }
        }

        float[] distances() {
            var distances = new float[cosines.length];
            for (int i = 0; i < distances.length; i++) {
                distances[i] = Math.max(0, 1 - cosines[i]);
            }
            return distances;
        }
    }
}
