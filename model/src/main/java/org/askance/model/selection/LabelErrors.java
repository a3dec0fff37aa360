package org.askance.model.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Labels that are likely wrong, by confident learning (Northcutt, Jiang and Chuang 2021, arXiv 1911.00068): a label
/// is suspected when the network believes in another class at least as much as it believes, on average, in that class
/// where it is the label.
public final class LabelErrors {

    private LabelErrors() {}

    /// @param row    of the arrays
    /// @param better the class that is likelier right
    /// @param margin probability of the label less that of `better`: the lower, the more suspect
    public record Suspect(int row, int better, double margin) {}

    /// The suspects, the most suspect first; of equals the one that stands first.
    ///
    /// @param labels        class of each row; negative where there is none
    /// @param probabilities of the classes, calibrated; of rows that were not learnt from if it can be, as others
    ///                      are believed too readily
    public static Suspect[] rank(int[] labels, float[][] probabilities) {
        int classes = Arrays.stream(probabilities).mapToInt(row -> row.length).max().orElse(0);
        double[] thresholds = thresholds(labels, probabilities, classes);
        return IntStream.range(0, labels.length).filter(row -> labels[row] >= 0)
                .mapToObj(row -> suspect(row, labels[row], probabilities[row], thresholds))
                .filter(suspect -> suspect.better >= 0).sorted(Comparator.comparingDouble(Suspect::margin))
                .toArray(Suspect[]::new);
    }

    /// The mean belief in each class where it is the label; above 1 where no row has it.
    static double[] thresholds(int[] labels, float[][] probabilities, int classes) {
        var sums = new double[classes];
        var counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                sums[labels[i]] += probabilities[i][labels[i]];
                counts[labels[i]]++;
            }
        }
        for (int c = 0; c < classes; c++) {
            sums[c] = counts[c] == 0 ? 2 : sums[c] / counts[c];
        }
        return sums;
    }

    /// Its `better` is −1 if the label is not suspected: the likeliest of the classes that reach their threshold is
    /// the label itself, or none does.
    private static Suspect suspect(int row, int label, float[] probabilities, double[] thresholds) {
        int confident = -1;
        for (int c = 0; c < probabilities.length; c++) {
            // Sums of equals may differ from their mean in the last bit.
            boolean reaches = probabilities[c] >= thresholds[c] - 1e-9;
            if (reaches && (confident < 0 || probabilities[c] > probabilities[confident])) {
                confident = c;
            }
        }
        return confident < 0 || confident == label
                ? new Suspect(row, -1, 0)
                : new Suspect(row, confident, (double) probabilities[label] - probabilities[confident]);
    }
}
