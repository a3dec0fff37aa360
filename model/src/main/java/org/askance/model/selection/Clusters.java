package org.askance.model.selection;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.askance.model.geometry.Vectors;

/// Spherical k-means (Dhillon and Modha 2001): rows of length 1 and their nearest of k means by cosine. Begins from
/// rows that are evenly spaced, so that the same rows always give the same clusters.
final class Clusters {

    private static final int ROUNDS = 10;

    private Clusters() {}

    /// The cluster of each row, from 0; some may be empty.
    static int[] of(Cosines cosines, int k, BooleanSupplier cancelled) {
        int[] first = cosines.spaced(k);
        var means = new float[first.length][];
        for (int c = 0; c < means.length; c++) {
            means[c] = cosines.row(first[c]).clone();
        }
        int[] cluster = nearest(cosines, means, cancelled);
        for (int round = 1; round < ROUNDS; round++) {
            means = means(cosines.rows(), cluster, means);
            int[] next = nearest(cosines, means, cancelled);
            if (Arrays.equals(next, cluster)) {
                break;
            }
            cluster = next;
        }
        return cluster;
    }

    private static int[] nearest(Cosines cosines, float[][] means, BooleanSupplier cancelled) {
        var best = Cosines.filled(cosines.size(), -2);
        var cluster = new int[best.length];
        for (int c = 0; c < means.length; c++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int number = c;
            cosines.each(means[c], (block, from, width) -> {
                for (int j = 0; j < width; j++) {
                    if (block[j] > best[from + j]) {
                        best[from + j] = block[j];
                        cluster[from + j] = number;
                    }
                }
            });
        }
        return cluster;
    }

    /// An empty cluster keeps its mean.
    private static float[][] means(float[][] rows, int[] cluster, float[][] old) {
        var sums = new float[old.length][old[0].length];
        var counts = new int[old.length];
        for (int i = 0; i < rows.length; i++) {
            counts[cluster[i]]++;
            for (int d = 0; d < rows[i].length; d++) {
                sums[cluster[i]][d] += rows[i][d];
            }
        }
        var means = Vectors.normalised(sums);
        for (int c = 0; c < means.length; c++) {
            means[c] = counts[c] == 0 ? old[c] : means[c];
        }
        return means;
    }
}
