package org.askance.model.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How well predicted classes match the true ones, with scikit-learn's definitions; a figure whose
/// denominator is 0 is 0.
///
/// @param count      examples with a true class
/// @param accuracy   share that is right
/// @param macroF1    mean F1 of the classes that occur, in truth or prediction
/// @param weightedF1 mean F1 of the classes, weighted by how often each is true
/// @param classes    by class
/// @param confusion  `confusion[truth][predicted]`
public record Classification(int count, double accuracy, double macroF1, double weightedF1, List<PerClass> classes,
        int[][] confusion) {

    /// @param support how often the class is true
    public record PerClass(double precision, double recall, double f1, int support) {}

    /// @param truth     true class of each example, negative where there is none: such examples do not count
    /// @param predicted predicted class of each, 0 to `classCount` − 1
    public static Classification of(int[] truth, int[] predicted, int classCount) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " truths, " + predicted.length + " predictions");
        }
        var confusion = new int[classCount][classCount];
        int count = 0;
        int right = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0) {
                confusion[truth[i]][predicted[i]]++;
                count++;
                right += truth[i] == predicted[i] ? 1 : 0;
            }
        }
        var classes = new ArrayList<PerClass>();
        var seen = new ArrayList<PerClass>();
        for (int c = 0; c < classCount; c++) {
            int support = 0;
            int claimed = 0;
            for (int other = 0; other < classCount; other++) {
                support += confusion[c][other];
                claimed += confusion[other][c];
            }
            double precision = ratio(confusion[c][c], claimed);
            double recall = ratio(confusion[c][c], support);
            var perClass = new PerClass(precision, recall, ratio(2.0 * confusion[c][c], support + claimed), support);
            classes.add(perClass);
            if (support + claimed > 0) {
                seen.add(perClass);
            }
        }
        double weighted = 0;
        for (var perClass : classes) {
            weighted += perClass.f1 * perClass.support;
        }
        return new Classification(count, ratio(right, count), mean(seen, PerClass::f1), ratio(weighted, count),
                List.copyOf(classes), confusion);
    }

    private static double mean(List<PerClass> classes, ToDoubleFunction<PerClass> figure) {
        return classes.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /// Mean precision of the classes that occur.
    public double macroPrecision() {
        return occurring(PerClass::precision);
    }

    /// Mean recall of the classes that occur.
    public double macroRecall() {
        return occurring(PerClass::recall);
    }

    private double occurring(ToDoubleFunction<PerClass> figure) {
        var seen = new ArrayList<PerClass>();
        for (int c = 0; c < classes.size(); c++) {
            int claimed = 0;
            for (int[] row : confusion) {
                claimed += row[c];
            }
            if (classes.get(c).support + claimed > 0) {
                seen.add(classes.get(c));
            }
        }
        return mean(seen, figure);
    }

    /// The class of the largest value in each row; the first of equals.
    public static int argMax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
