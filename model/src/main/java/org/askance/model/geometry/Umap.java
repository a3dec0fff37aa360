package org.askance.model.geometry;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// UMAP to two dimensions (McInnes, Healy, Melville 2018, arXiv 1802.03426) by cosine distance, with 15
/// neighbours and a least distance of 0.1. Neighbours are exact, and the start is the principal components,
/// which keeps the large structure (Kobak, Linderman 2021). One seed gives one picture.
public final class Umap {

    /// Fewer rows than this have no neighbourhoods to speak of.
    public static final int FEWEST = 32;

    private static final int NEIGHBOURS = 15;
    private static final int NEGATIVES = 5;
    /// Of 1 / (1 + a·d^2b), fitted to a spread of 1 and a least distance of 0.1 (section 3.2 of the paper).
    private static final double A = 1.5769;
    private static final double B = 0.8951;
    private static final int MANY = 10_000;
    private static final int EPOCHS = 500;
    private static final int EPOCHS_OF_MANY = 200;
    private static final double START_WIDTH = 10;
    private static final double FURTHEST_STEP = 4;
    private static final double SHARE_OF_NEIGHBOURS = 0.5;

    private Umap() {}

    /// `rows × dimension` to `rows × 2`.
    ///
    /// @param rows     at least [#FEWEST]
    /// @param progress hears a share from 0 to 1
    /// @throws CancellationException soon after `cancelled` says so
    public static float[][] project(float[][] rows, long seed, DoubleConsumer progress, BooleanSupplier cancelled) {
        var unit = Vectors.normalised(rows);
        var graph = NeighbourGraph.of(unit, NEIGHBOURS,
                share -> progress.accept(SHARE_OF_NEIGHBOURS * share), cancelled);
        var edges = FuzzyEdges.of(graph);
        var points = start(unit, seed);
        int epochs = rows.length > MANY ? EPOCHS_OF_MANY : EPOCHS;
        var layout = new Layout(points, edges, epochs, new SplittableRandom(seed));
        for (int epoch = 0; epoch < epochs; epoch++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            layout.run(epoch);
            progress.accept(SHARE_OF_NEIGHBOURS + (1 - SHARE_OF_NEIGHBOURS) * (epoch + 1) / epochs);
        }
        return points;
    }

    private static float[][] start(float[][] unit, long seed) {
        var points = PrincipalComponents.project(unit, 2);
        float largest = 1e-9f;
        for (var point : points) {
            largest = Math.max(largest, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        // Equal rows start at equal points: a little noise lets them part.
        var random = new SplittableRandom(seed + 1);
        for (var point : points) {
            for (int c = 0; c < 2; c++) {
                point[c] = (float) (point[c] / largest * START_WIDTH + 1e-3 * (random.nextDouble() - 0.5));
            }
        }
        return points;
    }

    /// Draws neighbours together and pushes others away, each edge as often as its weight asks for.
    private static final class Layout {
        private final float[][] points;
        private final FuzzyEdges edges;
        private final int epochs;
        private final SplittableRandom random;
        private final double[] every;
        private final double[] due;

        Layout(float[][] points, FuzzyEdges edges, int epochs, SplittableRandom random) {
            this.points = points;
            this.edges = edges;
            this.epochs = epochs;
            this.random = random;
            every = new double[edges.weights().length];
            for (int e = 0; e < every.length; e++) {
                every[e] = edges.heaviest() / edges.weights()[e];
            }
            due = every.clone();
        }

        void run(int epoch) {
            double rate = 1 - (double) epoch / epochs;
            for (int e = 0; e < every.length; e++) {
                if (due[e] <= epoch + 1) {
                    due[e] += every[e];
                    float[] from = points[edges.from()[e]];
                    attract(from, points[edges.to()[e]], rate);
                    for (int i = 0; i < NEGATIVES; i++) {
                        int other = random.nextInt(points.length);
                        if (other != edges.from()[e]) {
                            repel(from, points[other], rate);
                        }
                    }
                }
            }
        }

        private static void attract(float[] a, float[] b, double rate) {
            double d2 = squared(a, b);
            if (d2 > 0) {
                double power = Math.pow(d2, B);
                double pull = -2 * A * B * power / d2 / (1 + A * power);
                for (int c = 0; c < 2; c++) {
                    float step = (float) (rate * step(pull * (a[c] - b[c])));
                    a[c] += step;
                    b[c] -= step;
                }
            }
        }

        private static void repel(float[] a, float[] b, double rate) {
            double d2 = squared(a, b);
            double push = 2 * B / ((0.001 + d2) * (1 + A * Math.pow(d2, B)));
            for (int c = 0; c < 2; c++) {
                a[c] += (float) (rate * (d2 > 0 ? step(push * (a[c] - b[c])) : FURTHEST_STEP));
            }
        }

        private static double squared(float[] a, float[] b) {
            double x = (double) a[0] - b[0];
            double y = (double) a[1] - b[1];
            return x * x + y * y;
        }

        private static double step(double wanted) {
            return Math.clamp(wanted, -FURTHEST_STEP, FURTHEST_STEP);
        }
    }
}
