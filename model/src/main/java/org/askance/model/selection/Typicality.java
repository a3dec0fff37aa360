package org.askance.model.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// The typical come first, from each cluster in turn: with few labels, what lies among many of its like teaches more
/// than what is uncertain (Hacohen et al. 2022, arXiv 2202.02794, TypiClust). Differs in that neighbours are
/// looked for among a sample where the rows are many, and clusters are fixed in number.
public final class Typicality {

    private static final long BUDGET = 200_000_000;
    private static final int FEWEST = 200;
    private static final int MOST = 2_000;
    private static final int NEIGHBOURS = 20;
    private static final int CLUSTERS = 50;

    private Typicality() {}

    /// How many rows of `n` each row is compared with.
    static int sample(int n) {
        return Math.min(n, Math.clamp(BUDGET / Math.max(1, n), FEWEST, MOST));
    }

    /// Indices of all rows: the most typical of the largest cluster, of the next, and so on round, then the second of each.
    ///
    /// @param rows     of any length, all of one dimension
    /// @param progress hears a share from 0 to 1
    /// @throws CancellationException soon after `cancelled` says so
    public static int[] order(float[][] rows, DoubleConsumer progress, BooleanSupplier cancelled) {
        if (rows.length == 0) {
            return new int[0];
        }
        var cosines = new Cosines(rows);
        float[] typicality = of(cosines, share -> progress.accept(0.8 * share), cancelled);
        int[] cluster = Clusters.of(cosines, Math.min(CLUSTERS, (int) Math.ceil(Math.sqrt(rows.length / 2.0))),
                cancelled);
        progress.accept(1);
        return inTurn(typicality, cluster);
    }

    /// Mean cosine of each row to its nearest of the sample, itself left out.
    private static float[] of(Cosines cosines, DoubleConsumer progress, BooleanSupplier cancelled) {
        int n = cosines.size();
        int[] sample = cosines.spaced(sample(n));
        int k = Math.clamp(Math.round(Math.sqrt(sample.length)), 1, NEIGHBOURS);
        var best = new float[n][k];
        for (float[] row : best) {
            Arrays.fill(row, -1);
        }
        for (int i = 0; i < sample.length; i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int self = sample[i];
            cosines.each(cosines.row(self), (block, from, width) -> {
                for (int j = 0; j < width; j++) {
                    if (from + j != self) {
                        offer(best[from + j], block[j]);
                    }
                }
            });
            progress.accept((i + 1.0) / sample.length);
        }
        var typicality = new float[n];
        for (int i = 0; i < n; i++) {
            float sum = 0;
            for (float cosine : best[i]) {
                sum += cosine;
            }
            typicality[i] = sum / k;
        }
        return typicality;
    }

    /// Keeps the largest, the largest first.
    private static void offer(float[] best, float cosine) {
        int at = best.length - 1;
        if (cosine > best[at]) {
            while (at > 0 && best[at - 1] < cosine) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = cosine;
        }
    }

    static int[] inTurn(float[] typicality, int[] cluster) {
        var members = new ArrayList<List<Integer>>();
        IntStream.rangeClosed(0, Arrays.stream(cluster).max().orElse(0)).forEach(_ -> members.add(new ArrayList<>()));
        for (int i = 0; i < cluster.length; i++) {
            members.get(cluster[i]).add(i);
        }
        for (var one : members) {
            one.sort(Comparator.comparingDouble((Integer i) -> -typicality[i]).thenComparingInt(i -> i));
        }
        members.sort(Comparator.comparingInt((List<Integer> one) -> -one.size()));
        var order = new int[cluster.length];
        int count = 0;
        for (int round = 0; count < order.length; round++) {
            for (var one : members) {
                if (round < one.size()) {
                    order[count++] = one.get(round);
                }
            }
        }
        return order;
    }
}
