package org.askance.model.geometry;

import java.util.HashMap;
import java.util.Map;

/// The weighted graph that UMAP lays out: for each row a scale so that its neighbours weigh log2(k) together,
/// then both directions joined as a probabilistic or (McInnes et al. 2018, section 3.1).
///
/// @param from    row of each edge; both directions of an edge are listed
/// @param weights 0 to 1
record FuzzyEdges(int[] from, int[] to, double[] weights, double heaviest) {

    private static final int HALVINGS = 64;
    private static final double EXACT = 1e-5;
    private static final double LEAST_SCALE = 1e-3;

    static FuzzyEdges of(NeighbourGraph graph) {
        int n = graph.rows().length;
        // Both directions of a pair meet under one key.
        var directed = new HashMap<Long, double[]>(n * 20);
        for (int i = 0; i < n; i++) {
            double[] weights = weights(graph.distances()[i]);
            for (int k = 0; k < weights.length; k++) {
                int j = graph.rows()[i][k];
                long key = (long) Math.min(i, j) * n + Math.max(i, j);
                directed.computeIfAbsent(key, _ -> new double[2])[i < j ? 0 : 1] = weights[k];
            }
        }
        var sorted = directed.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        var from = new int[2 * sorted.size()];
        var to = new int[from.length];
        var weights = new double[from.length];
        double heaviest = 0;
        for (int e = 0; e < from.length; e++) {
            var edge = sorted.get(e / 2);
            int low = (int) (edge.getKey() / n);
            int high = (int) (edge.getKey() % n);
            double[] both = edge.getValue();
            from[e] = e % 2 == 0 ? low : high;
            to[e] = e % 2 == 0 ? high : low;
            weights[e] = both[0] + both[1] - both[0] * both[1];
            heaviest = Math.max(heaviest, weights[e]);
        }
        return new FuzzyEdges(from, to, weights, heaviest);
    }

    /// Membership of each neighbour: 1 for the nearest, falling with the distance beyond it.
    static double[] weights(float[] distances) {
        double target = Math.log(distances.length) / Math.log(2);
        double nearest = distances[0];
        double mean = 0;
        for (float distance : distances) {
            mean += distance / distances.length;
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double sum = 0;
            for (float distance : distances) {
                sum += membership(distance, nearest, scale);
            }
            if (Math.abs(sum - target) < EXACT) {
                break;
            }
            if (sum > target) {
                high = scale;
                scale = (low + high) / 2;
            } else {
                low = scale;
                scale = high == Double.POSITIVE_INFINITY ? 2 * scale : (low + high) / 2;
            }
        }
        scale = Math.max(scale, LEAST_SCALE * mean);
        var weights = new double[distances.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = membership(distances[k], nearest, scale);
        }
        return weights;
    }

    private static double membership(double distance, double nearest, double scale) {
        double beyond = distance - nearest;
        return beyond <= 0 ? 1 : Math.exp(-beyond / Math.max(scale, Double.MIN_NORMAL));
    }
}
