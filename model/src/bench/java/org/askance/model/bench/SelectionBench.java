package org.askance.model.bench;

import java.util.Random;
import java.util.function.IntSupplier;
import org.askance.model.geometry.Rows;
import org.askance.model.selection.KCentre;
import org.askance.model.selection.Partners;
import org.askance.model.selection.Typicality;

/// How long the orders of queues take that compare embeddings with each other. Prints seconds; asserts nothing.
public final class SelectionBench {

    private static final int DIMENSION = 128;
    private static final int[] COUNTS = {10_000, 100_000};

    private SelectionBench() {}

    public static void main(String[] arguments) {
        for (int count : COUNTS) {
            var texts = rows(count, 1);
            var images = rows(count, 2);
            time("diverse", count, () -> KCentre.order(texts, new int[0], _ -> {}, () -> false).length);
            time("typical", count, () -> Typicality.order(texts, _ -> {}, () -> false).length);
            time("halves", count, () -> Partners.farthestFirst(Rows.of(texts), Rows.of(images)).length);
        }
    }

    private static float[][] rows(int count, long seed) {
        var random = new Random(seed);
        var rows = new float[count][DIMENSION];
        for (float[] row : rows) {
            for (int d = 0; d < DIMENSION; d++) {
                row[d] = (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static void time(String what, int count, IntSupplier ranked) {
        long start = System.nanoTime();
        int many = ranked.getAsInt();
        System.out.printf("%-8s %,8d rows of %d: %,8d ranked in %6.1f s%n", what, count, DIMENSION, many,
                (System.nanoTime() - start) / 1e9);
    }
}
