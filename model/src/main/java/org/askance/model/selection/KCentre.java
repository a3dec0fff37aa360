package org.askance.model.selection;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// The diverse come first: each next row is the one farthest, by cosine, from all that were taken before. That is
/// the greedy k-centre of Gonzalez 1985, at most twice as far from every row as the best choice could be, as used for
/// active learning by Sener and Savarese 2018 (arXiv 1708.00489).
public final class KCentre {

    /// How many comparisons of two rows there may be: some ten seconds for rows of 128 on two cores.
    private static final long BUDGET = 200_000_000;
    private static final int FEWEST = 100;

    private KCentre() {}

    /// How many rows of `n` are ranked within the budget.
    public static int most(int n) {
        return (int) Math.min(n, Math.max(FEWEST, BUDGET / Math.max(1, n)));
    }

    /// Indices of rows, the first to take first; none of `covered`, and at most [#most(int)]. Of equals the one that
    /// stands first.
    ///
    /// @param rows      of any length, all of one dimension
    /// @param covered   rows that were taken already; where they are more than can be compared within the budget,
    ///                  some of them, evenly spaced
    /// @param progress  hears a share from 0 to 1
    /// @throws CancellationException soon after `cancelled` says so
    public static int[] order(float[][] rows, int[] covered, DoubleConsumer progress, BooleanSupplier cancelled) {
        int n = rows.length;
        if (n == 0 || covered.length >= n) {
            return new int[0];
        }
        var cosines = new Cosines(rows);
        // Cosine to the nearest centre; what was taken is as near as can be.
        var nearest = Cosines.filled(n, -2);
        int known = Math.min(covered.length, most(n));
        for (int i = 0; i < known; i++) {
            stop(cancelled);
            near(cosines, covered[(int) ((long) i * covered.length / known)], nearest);
        }
        for (int taken : covered) {
            nearest[taken] = Float.MAX_VALUE;
        }
        var order = new int[Math.min(most(n), n - covered.length)];
        for (int i = 0; i < order.length; i++) {
            stop(cancelled);
            order[i] = known == 0 && i == 0 ? cosines.mostCentral() : farthest(nearest);
            near(cosines, order[i], nearest);
            nearest[order[i]] = Float.MAX_VALUE;
            progress.accept((i + 1.0) / order.length);
        }
        return order;
    }

    private static void near(Cosines cosines, int centre, float[] nearest) {
        cosines.each(cosines.row(centre), (block, from, width) -> {
            for (int j = 0; j < width; j++) {
                nearest[from + j] = Math.max(nearest[from + j], block[j]);
            }
        });
    }

    private static int farthest(float[] nearest) {
        int best = 0;
        for (int i = 1; i < nearest.length; i++) {
            best = nearest[i] < nearest[best] ? i : best;
        }
        return best;
    }

    private static void stop(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /// How far, as 1 − cosine, the row farthest from its nearest centre is: what the greedy choice keeps small.
    static double radius(float[][] rows, int[] centres) {
        var cosines = new Cosines(rows);
        var nearest = Cosines.filled(rows.length, -2);
        Arrays.stream(centres).forEach(centre -> near(cosines, centre, nearest));
        double radius = 0;
        for (float cosine : nearest) {
            radius = Math.max(radius, 1 - cosine);
        }
        return radius;
    }
}
