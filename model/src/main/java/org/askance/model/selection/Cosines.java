package org.askance.model.selection;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.askance.model.geometry.Vectors;

/// Rows of length 1, kept dimension by dimension, so that one row is compared with all others along memory.
final class Cosines {

    private static final int BLOCK = 4_096;

    private final float[][] unit;
    private final float[][] columns;

    /// @param rows of any length; all of one dimension, at least one row
    Cosines(float[][] rows) {
        unit = Vectors.normalised(rows);
        columns = new float[rows[0].length][rows.length];
        for (int i = 0; i < unit.length; i++) {
            for (int d = 0; d < columns.length; d++) {
                columns[d][i] = unit[i][d];
            }
        }
    }

    int size() {
        return unit.length;
    }

    float[] row(int index) {
        return unit[index];
    }

    float[][] rows() {
        return unit;
    }

    /// What is done with the cosines of rows `from` to `from + width − 1`, on any of several threads.
    @FunctionalInterface
    interface Block {
        void take(float[] cosines, int from, int width);
    }

    /// Compares `with`, of length 1, with all rows, block by block.
    void each(float[] with, Block block) {
        int n = unit.length;
        IntStream.range(0, Math.ceilDiv(n, BLOCK)).parallel().forEach(number -> {
            int from = number * BLOCK;
            int width = Math.min(BLOCK, n - from);
            var cosines = new float[width];
            for (int d = 0; d < columns.length; d++) {
                float factor = with[d];
                float[] column = columns[d];
                for (int j = 0; j < width; j++) {
                    cosines[j] += factor * column[from + j];
                }
            }
            block.take(cosines, from, width);
        });
    }

    /// `count` rows, evenly spaced; all if there are fewer.
    int[] spaced(int count) {
        int most = Math.min(count, unit.length);
        return IntStream.range(0, most).map(i -> (int) ((long) i * unit.length / most)).toArray();
    }

    /// The row most like the mean; of equals the first.
    int mostCentral() {
        float[] mean = Vectors.mean(unit);
        var all = new float[unit.length];
        each(mean, (cosines, from, width) -> System.arraycopy(cosines, 0, all, from, width));
        int best = 0;
        for (int i = 1; i < all.length; i++) {
            best = all[i] > all[best] ? i : best;
        }
        return best;
    }

    static float[] filled(int size, float value) {
        var array = new float[size];
        Arrays.fill(array, value);
        return array;
    }
}
