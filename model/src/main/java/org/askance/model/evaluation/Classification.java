package org.askance.model.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How well predicted classes match the true ones, with scikit-learn's definitions; a figure whose
/// denominator is 0 is 0.
///
/// @param count     examples with a true class
/// @param accuracy  share that is right
/// @param macro     means over the classes that occur, in truth or prediction
/// @param weighted  means over the classes, each weighing as much as it is often true
/// @param classes   by class
/// @param confusion `confusion[truth][predicted]`
public record Classification(int count, double accuracy, Average macro, Average weighted, List<PerClass> classes,
        int[][] confusion) {

    /// Figures averaged over classes.
    public record Average(double precision, double recall, double f1) {}

    /// @param support how often the class is true
    /// @param claimed how often it is predicted
    public record PerClass(double precision, double recall, double f1, int support, int claimed) {

        private boolean occurs() {
            return support + claimed > 0;
        }
    }

    public Classification {
        classes = List.copyOf(classes);
    }

    /// @param truth     true class of each example, negative where there is none: such examples do not count
    /// @param predicted predicted class of each, 0 to `classCount` − 1
    public static Classification of(int[] truth, int[] predicted, int classCount) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " truths, " + predicted.length + " predictions");
        }
        var confusion = new int[classCount][classCount];
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0) {
                confusion[truth[i]][predicted[i]]++;
            }
        }
        return of(confusion);
    }

    /// @param confusion as many columns as rows: `confusion[truth][predicted]`
    public static Classification of(int[][] confusion) {
        return of(confusion, null);
    }

    /// @param counted the classes whose mean the macro figures are; `null`: those that occur
    static Classification of(int[][] confusion, boolean @Nullable [] counted) {
        var classes = IntStream.range(0, confusion.length).mapToObj(c -> perClass(confusion, c)).toList();
        int count = classes.stream().mapToInt(PerClass::support).sum();
        int right = IntStream.range(0, confusion.length).map(c -> confusion[c][c]).sum();
        return new Classification(count, ratio(right, count),
                average(classes, c -> (counted == null ? classes.get(c).occurs() : counted[c]) ? 1 : 0),
                average(classes, c -> classes.get(c).support()), classes, confusion);
    }

    /// By class, whether it occurs in truth or prediction.
    boolean[] occurring() {
        var occurring = new boolean[classes.size()];
        for (int c = 0; c < occurring.length; c++) {
            occurring[c] = classes.get(c).occurs();
        }
        return occurring;
    }

    private static PerClass perClass(int[][] confusion, int c) {
        int support = 0;
        int claimed = 0;
        for (int other = 0; other < confusion.length; other++) {
            support += confusion[c][other];
            claimed += confusion[other][c];
        }
        int right = confusion[c][c];
        return new PerClass(ratio(right, claimed), ratio(right, support), ratio(2.0 * right, support + claimed),
                support, claimed);
    }

    private static Average average(List<PerClass> classes, IntToDoubleFunction weight) {
        return new Average(mean(classes, PerClass::precision, weight), mean(classes, PerClass::recall, weight),
                mean(classes, PerClass::f1, weight));
    }

    private static double mean(List<PerClass> classes, ToDoubleFunction<PerClass> figure,
            IntToDoubleFunction weight) {
        double sum = 0;
        double weights = 0;
        for (int c = 0; c < classes.size(); c++) {
            sum += figure.applyAsDouble(classes.get(c)) * weight.applyAsDouble(c);
            weights += weight.applyAsDouble(c);
        }
        return ratio(sum, weights);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /// Of a question with two classes, the figures of the second, which is the one that is looked for, such as
    /// sarcastic; empty where there are more.
    public Optional<PerClass> positive() {
        return classes.size() == 2 ? Optional.of(classes.get(1)) : Optional.empty();
    }

    /// The true and the predicted class of every example, in no particular order, as `truth · classes + predicted`.
    int[] cells() {
        var cells = new ArrayList<Integer>(count);
        int all = confusion.length;
        for (int cell = 0; cell < all * all; cell++) {
            for (int i = 0; i < confusion[cell / all][cell % all]; i++) {
                cells.add(cell);
            }
        }
        return cells.stream().mapToInt(Integer::intValue).toArray();
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
