package org.askance.storage.exchange;

import java.util.HashMap;
import java.util.Map;

/// What the Embedding Atlas shows of examples: row `i` of all arrays belongs to `examples[i]`.
///
/// @param vectors    any dimension, the same for all
/// @param x          first coordinate of the projection
/// @param y          second
/// @param neighbours rows of the nearest others, nearest first
/// @param distances  to them
public record AtlasPoints(long[] examples, float[][] vectors, double[] x, double[] y, int[][] neighbours,
        float[][] distances) {

    public AtlasPoints {
        for (int length : new int[]{vectors.length, x.length, y.length, neighbours.length, distances.length}) {
            if (length != examples.length) {
                throw new IllegalArgumentException(examples.length + " examples, but an array of " + length);
            }
        }
    }

    /// Row by example.
    Map<Long, Integer> rows() {
        var rows = new HashMap<Long, Integer>(2 * examples.length);
        for (int i = 0; i < examples.length; i++) {
            rows.put(examples[i], i);
        }
        return rows;
    }
}
