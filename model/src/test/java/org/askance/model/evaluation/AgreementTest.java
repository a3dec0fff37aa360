package org.askance.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AgreementTest {

    /// Fleiss 1971, as in textbooks: 10 subjects, 14 raters, 5 categories; κ = 0.210.
    @Test
    void fleissAsPublished() {
        int[][] counts = {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
                {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
        var answers = Arrays.stream(counts).map(AgreementTest::raters).toArray(int[][]::new);
        var agreement = Agreement.of(answers, 5);
        assertThat(agreement.items()).isEqualTo(10);
        assertThat(agreement.percent()).isCloseTo(0.378, within(5e-4));
        assertThat(agreement.fleiss()).isCloseTo(0.210, within(5e-4));
    }

    private static int[] raters(int[] counts) {
        var answers = new int[Arrays.stream(counts).sum()];
        int next = 0;
        for (int c = 0; c < counts.length; c++) {
            Arrays.fill(answers, next, next + counts[c], c);
            next += counts[c];
        }
        return answers;
    }

    /// Krippendorff 2011, section C: four observers, twelve units, missing values; nominal α = 0.743.
    @Test
    void krippendorffAsPublished() {
        int[][] observers = {{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0}, {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
                {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0}, {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}};
        var answers = new int[12][4];
        for (int unit = 0; unit < 12; unit++) {
            for (int observer = 0; observer < 4; observer++) {
                answers[unit][observer] = observers[observer][unit] - 1;
            }
        }
        var agreement = Agreement.of(answers, 5);
        assertThat(agreement.items()).isEqualTo(11);
        assertThat(agreement.krippendorff()).isCloseTo(0.743, within(5e-4));
    }

    /// Krippendorff 2011, section A: two observers, ten units, two values; α = 0.095.
    @Test
    void krippendorffOfTwoAsPublished() {
        int[] a = {0, 1, 0, 0, 0, 0, 0, 0, 1, 0};
        int[] b = {1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
        var answers = new int[10][];
        for (int i = 0; i < 10; i++) {
            answers[i] = new int[]{a[i], b[i]};
        }
        assertThat(Agreement.of(answers, 2).krippendorff()).isCloseTo(0.095, within(5e-4));
        assertThat(Agreement.of(answers, 2).percent()).isCloseTo(0.6, within(1e-12));
    }

    /// By hand: 20 yes/yes, 15 no/no, 5 and 10 apart; observed 0.7, chance 0.5, κ 0.4.
    @Test
    void cohenByHand() {
        assertThat(Agreement.cohen(new int[][]{{20, 5}, {10, 15}})).isCloseTo(0.4, within(1e-12));
        // Same observed agreement, other margins: 45, 15, 25, 15 gives 0.1304, and 25, 35, 5, 35 gives 0.2593.
        assertThat(Agreement.cohen(new int[][]{{45, 15}, {25, 15}})).isCloseTo(0.1304, within(5e-5));
        assertThat(Agreement.cohen(new int[][]{{25, 35}, {5, 35}})).isCloseTo(0.2593, within(5e-5));
    }

    /// By hand: 2·20 / (2·20 + 15) and 2·15 / (2·15 + 15).
    @Test
    void perLabelAgreementAndConfusionOfTwo() {
        var answers = new int[50][];
        for (int i = 0; i < 50; i++) {
            answers[i] = i < 20
                    ? new int[]{0, 0}
                    : i < 25 ? new int[]{0, 1} : i < 35 ? new int[]{1, 0} : new int[]{1, 1};
        }
        var agreement = Agreement.of(answers, 3);
        assertThat(agreement.perLabel().get(0)).isCloseTo(40.0 / 55, within(1e-12));
        assertThat(agreement.perLabel().get(1)).isCloseTo(30.0 / 45, within(1e-12));
        assertThat(agreement.perLabel().get(2)).isNaN();
        assertThat(Agreement.confusion(answers, 0, 1, 2)).isDeepEqualTo(new int[][]{{20, 5}, {10, 15}});
    }

    @Test
    void withoutOverlapThereIsNothingToMeasure() {
        var none = Agreement.of(new int[][]{{0, -1}, {-1, 1}}, 2);
        assertThat(none.items()).isZero();
        assertThat(none.percent()).isNaN();
        assertThat(none.krippendorff()).isNaN();
        var same = Agreement.of(new int[][]{{1, 1}, {1, 1}}, 2);
        assertThat(same.percent()).isEqualTo(1);
        assertThat(same.fleiss()).isNaN();
    }
}
