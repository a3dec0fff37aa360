package org.askance.model.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far annotators agree on one task. Coefficients are 1 where all agree, 0 where they agree as often as by
/// chance, and NaN where there is nothing to measure.
///
/// @param items        that two or more annotators answered; only these count
/// @param percent      mean over items of the share of pairs of annotators that agree, 0 to 1
/// @param fleiss       Fleiss' κ (1971); where items have different numbers of answers, chance is that of all answers
///                     together
/// @param krippendorff Krippendorff's α for nominal data (2011, Computing Krippendorff's Alpha-Reliability)
/// @param perLabel     for each label, the probability that a second annotator gives it where one did (specific
///                     agreement, Cicchetti and Feinstein 1990); NaN for one that nobody gave
public record Agreement(int items, double percent, double fleiss, double krippendorff, List<Double> perLabel) {

    public Agreement {
        perLabel = List.copyOf(perLabel);
    }

    /// @param answers class that annotator j gave item i, `[i][j]`; negative where there is none
    public static Agreement of(int[][] answers, int labels) {
        var counts = Arrays.stream(answers).map(row -> counts(row, labels))
                .filter(row -> Arrays.stream(row).sum() >= 2).toArray(int[][]::new);
        double percent = 0;
        double disagreeing = 0;
        double all = 0;
        var totals = new double[labels];
        var agreeing = new double[labels];
        for (int[] row : counts) {
            double n = Arrays.stream(row).sum();
            double same = 0;
            for (int c = 0; c < labels; c++) {
                totals[c] += row[c];
                agreeing[c] += row[c] * (row[c] - 1) / (n - 1);
                same += row[c] * (row[c] - 1.0);
            }
            percent += same / (n * (n - 1));
            disagreeing += n - same / (n - 1);
            all += n;
        }
        percent /= counts.length;
        double chance = 0;
        double apart = all * all;
        for (double total : totals) {
            chance += total / all * total / all;
            apart -= total * total;
        }
        // α = 1 − observed / expected disagreement; both over all answers, expected without replacement.
        double alpha = apart == 0 ? Double.NaN : 1 - (all - 1) * disagreeing / apart;
        var perLabel = new ArrayList<Double>();
        for (int c = 0; c < labels; c++) {
            perLabel.add(agreeing[c] / totals[c]);
        }
        return new Agreement(counts.length, percent, kappa(percent, chance), alpha, perLabel);
    }

    private static int[] counts(int[] answers, int labels) {
        var counts = new int[labels];
        for (int answer : answers) {
            if (answer >= 0) {
                counts[answer]++;
            }
        }
        return counts;
    }

    private static double kappa(double observed, double chance) {
        return chance == 1 ? Double.NaN : (observed - chance) / (1 - chance);
    }

    /// Cohen's κ (1960) of two annotators, from how often one gave the row's label and the other the column's.
    public static double cohen(int[][] confusion) {
        double all = 0;
        double same = 0;
        var rows = new double[confusion.length];
        var columns = new double[confusion.length];
        for (int a = 0; a < confusion.length; a++) {
            for (int b = 0; b < confusion.length; b++) {
                all += confusion[a][b];
                rows[a] += confusion[a][b];
                columns[b] += confusion[a][b];
            }
            same += confusion[a][a];
        }
        double chance = 0;
        for (int c = 0; c < rows.length; c++) {
            chance += rows[c] / all * columns[c] / all;
        }
        return kappa(same / all, chance);
    }

    /// How often annotator `first` gave the row's label where `second` gave the column's.
    public static int[][] confusion(int[][] answers, int first, int second, int labels) {
        var confusion = new int[labels][labels];
        for (int[] row : answers) {
            if (row[first] >= 0 && row[second] >= 0) {
                confusion[row[first]][row[second]]++;
            }
        }
        return confusion;
    }
}
