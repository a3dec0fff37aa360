package org.askance.model.evaluation;

import java.util.ArrayList;
import java.util.List;

/// How far predicted probabilities can be believed. Rows are probabilities of the classes; rows whose true
/// class is negative do not count.
public final class Calibration {

    private static final int BINS = 15;
    private static final double LEAST = 1e-12;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int NARROWINGS = 80;
    private static final double WIDEST = Math.log(50);

    private Calibration() {}

    /// A bin of the reliability diagram.
    ///
    /// @param confidence mean of the chosen class's probability
    /// @param accuracy   share that is right
    public record Bin(int count, double confidence, double accuracy) {}

    /// Bins of equal width over the confidence, empty ones too (Guo et al. 2017, arXiv 1706.04599).
    public static List<Bin> bins(int[] truth, float[][] probabilities) {
        var counts = new int[BINS];
        var confidence = new double[BINS];
        var right = new double[BINS];
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0) {
                int chosen = Classification.argMax(probabilities[i]);
                double p = probabilities[i][chosen];
                // Right-closed: a confidence of exactly 1 belongs to the last bin.
                int bin = Math.clamp((int) Math.ceil(p * BINS) - 1, 0, BINS - 1);
                counts[bin]++;
                confidence[bin] += p;
                right[bin] += chosen == truth[i] ? 1 : 0;
            }
        }
        var bins = new ArrayList<Bin>();
        for (int b = 0; b < BINS; b++) {
            bins.add(counts[b] == 0
                    ? new Bin(0, 0, 0)
                    : new Bin(counts[b], confidence[b] / counts[b], right[b] / counts[b]));
        }
        return List.copyOf(bins);
    }

    /// Expected calibration error: the bins' gaps between accuracy and confidence, weighted by their counts;
    /// 0 without examples.
    public static double error(List<Bin> bins) {
        double all = bins.stream().mapToInt(Bin::count).sum();
        return all == 0
                ? 0
                : bins.stream().mapToDouble(bin -> bin.count / all * Math.abs(bin.accuracy - bin.confidence)).sum();
    }

    /// Softmax of the log-probabilities divided by `temperature`: above 1 softens, and the chosen class stays.
    public static float[][] scaled(float[][] probabilities, double temperature) {
        var scaled = new float[probabilities.length][];
        for (int i = 0; i < scaled.length; i++) {
            var logs = new double[probabilities[i].length];
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < logs.length; c++) {
                logs[c] = Math.log(Math.max(LEAST, probabilities[i][c])) / temperature;
                most = Math.max(most, logs[c]);
            }
            double sum = 0;
            for (int c = 0; c < logs.length; c++) {
                logs[c] = Math.exp(logs[c] - most);
                sum += logs[c];
            }
            scaled[i] = new float[logs.length];
            for (int c = 0; c < logs.length; c++) {
                scaled[i][c] = (float) (logs[c] / sum);
            }
        }
        return scaled;
    }

    /// The temperature of the least negative log-likelihood, found between 1/50 and 50; 1 without examples.
    /// Fit it on the validation split and use it on another.
    public static double temperature(int[] truth, float[][] probabilities) {
        double low = -WIDEST;
        double high = WIDEST;
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double atA = loss(truth, probabilities, Math.exp(a));
        double atB = loss(truth, probabilities, Math.exp(b));
        if (Double.isNaN(atA)) {
            return 1;
        }
        for (int i = 0; i < NARROWINGS; i++) {
            if (atA < atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - GOLDEN * (high - low);
                atA = loss(truth, probabilities, Math.exp(a));
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + GOLDEN * (high - low);
                atB = loss(truth, probabilities, Math.exp(b));
            }
        }
        return Math.exp((low + high) / 2);
    }

    /// Mean negative log-likelihood; NaN without examples.
    private static double loss(int[] truth, float[][] probabilities, double temperature) {
        var scaled = scaled(probabilities, temperature);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0) {
                sum -= Math.log(Math.max(LEAST, scaled[i][truth[i]]));
                count++;
            }
        }
        return sum / count;
    }
}
