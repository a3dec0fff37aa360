package org.askance.model.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.askance.model.evaluation.Classification;

/// Two heads that contradict each other: pairs of predictions that seldom go together among known labels.
public final class OddCombinations {

    private OddCombinations() {}

    /// For each combination of a class of the first task and one of the second, how much oftener than by chance
    /// they are the labels of one example: the logarithm of that ratio (pointwise mutual information, Church and Hanks
    /// 1990). Each combination counts once more than it occurs, so that an unseen one is rare, not impossible.
    ///
    /// @param first  class of each example in one task; negative where there is none
    /// @param second the same in the other
    public static double[][] association(int[] first, int[] second, int firstClasses, int secondClasses) {
        var counts = new double[firstClasses][secondClasses];
        var ofFirst = new double[firstClasses];
        var ofSecond = new double[secondClasses];
        double all = 0;
        for (var row : counts) {
            Arrays.fill(row, 1);
        }
        for (int i = 0; i < first.length; i++) {
            if (first[i] >= 0 && second[i] >= 0) {
                counts[first[i]][second[i]]++;
            }
        }
        for (int a = 0; a < firstClasses; a++) {
            for (int b = 0; b < secondClasses; b++) {
                ofFirst[a] += counts[a][b];
                ofSecond[b] += counts[a][b];
                all += counts[a][b];
            }
        }
        for (int a = 0; a < firstClasses; a++) {
            for (int b = 0; b < secondClasses; b++) {
                counts[a][b] = Math.log(counts[a][b] * all / (ofFirst[a] * ofSecond[b]));
            }
        }
        return counts;
    }

    /// Rows whose heads' likeliest classes go together less than by chance, the oddest first: by the association
    /// that both heads' probabilities together expect.
    ///
    /// @param first  probabilities of the first task; an empty row where there is no prediction
    /// @param second the same of the other task
    public static int[] order(float[][] first, float[][] second, double[][] association) {
        var expected = new double[first.length];
        for (int i = 0; i < expected.length; i++) {
            for (int a = 0; a < first[i].length; a++) {
                for (int b = 0; b < second[i].length; b++) {
                    expected[i] += (double) first[i][a] * second[i][b] * association[a][b];
                }
            }
        }
        return IntStream.range(0, expected.length)
                .filter(i -> first[i].length > 0 && second[i].length > 0
                        && association[Classification.argMax(first[i])][Classification.argMax(second[i])] < 0)
                .boxed().sorted(Comparator.comparingDouble(i -> expected[i])).mapToInt(i -> i).toArray();
    }
}
