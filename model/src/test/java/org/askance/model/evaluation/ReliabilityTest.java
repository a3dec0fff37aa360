package org.askance.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {

    @Test
    void theCalibrationErrorOfAWorkedExample() {
        // Two at .9 of which one is right, two at .6 of which both are, one without a label.
        float[][] p = {{0.9f, 0.1f}, {0.9f, 0.1f}, {0.6f, 0.4f}, {0.4f, 0.6f}, {1, 0}};
        int[] truth = {0, 1, 0, 1, -1};
        var bins = Calibration.bins(truth, p);
        assertThat(bins).hasSize(15);
        assertThat(bins.stream().mapToInt(Calibration.Bin::count).sum()).isEqualTo(4);
        assertThat(Calibration.error(bins)).isCloseTo(0.5 * 0.4 + 0.5 * 0.4, within(1e-6));
        assertThat(Calibration.error(Calibration.bins(new int[0], new float[0][]))).isZero();
    }

    @Test
    void theTemperatureThatSharpenedIsFoundAgain() {
        var random = new Random(5);
        int n = 4_000;
        var honest = new float[n][];
        var truth = new int[n];
        for (int i = 0; i < n; i++) {
            float p = 0.05f + 0.9f * random.nextFloat();
            honest[i] = new float[]{p, 1 - p};
            truth[i] = random.nextFloat() < p ? 0 : 1;
        }
        var sharpened = Calibration.scaled(honest, 1 / 3.0);
        double found = Calibration.temperature(truth, sharpened);
        assertThat(found).isCloseTo(3, within(0.3));
        assertThat(Calibration.error(Calibration.bins(truth, Calibration.scaled(sharpened, found))))
                .isLessThan(0.03).isLessThan(Calibration.error(Calibration.bins(truth, sharpened)) / 3);
        assertThat(Calibration.temperature(new int[]{-1}, new float[][]{{1, 0}})).isEqualTo(1);
    }

    @Test
    void scalingKeepsTheChosenClass() {
        float[][] p = {{0.2f, 0.5f, 0.3f}, {1, 0, 0}};
        for (double t : new double[]{0.1, 1, 10}) {
            var scaled = Calibration.scaled(p, t);
            assertThat(Classification.argMax(scaled[0])).isEqualTo(1);
            assertThat(scaled[0][0] + scaled[0][1] + scaled[0][2]).isCloseTo(1, within(1e-5f));
        }
        assertThat(Calibration.scaled(p, 1)[0]).containsExactly(p[0], within(1e-6f));
    }

    @Test
    void intervalsHoldTheFigureAndNarrowWithExamples() {
        double small = width(60);
        double large = width(6_000);
        // The standard error of a share of .8 is √(.16/n); 95 % are 3.92 of them.
        assertThat(small).isCloseTo(3.92 * Math.sqrt(0.16 / 60), within(0.05));
        assertThat(large).isCloseTo(3.92 * Math.sqrt(0.16 / 6_000), within(0.005));
        assertThat(Bootstrap.of(Classification.of(new int[]{-1}, new int[]{0}, 2))).isEmpty();
    }

    @Test
    void aSampleThatLostARareClassIsNotBetterForIt() {
        // Two of three classes are always right; the third, of one example, never is.
        var confusion = new int[][]{{20, 0, 0}, {0, 20, 0}, {1, 0, 0}};
        var result = Classification.of(confusion);
        var recall = Objects.requireNonNull(Bootstrap.of(result).get(Figure.MACRO_RECALL));
        assertThat(result.macro().recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(recall.high()).isLessThanOrEqualTo(2 / 3.0 + 1e-12);
    }

    private static double width(int n) {
        var truth = new int[n];
        var predicted = new int[n];
        Arrays.setAll(predicted, i -> i % 5 == 0 ? 1 : 0);
        var result = Classification.of(truth, predicted, 2);
        var intervals = Bootstrap.of(result);
        assertThat(Bootstrap.of(result)).isEqualTo(intervals);
        assertThat(intervals).containsOnlyKeys(Figure.values());
        var interval = Objects.requireNonNull(intervals.get(Figure.ACCURACY));
        assertThat(interval.low()).isLessThan(0.8);
        assertThat(interval.high()).isGreaterThan(0.8);
        return interval.high() - interval.low();
    }

    @Test
    void mcNemarOfWorkedExamples() {
        int[] truth = new int[12];
        int[] first = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0};
        int[] second = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0};
        // 8 against 1: 2 · (1 + 9) / 2⁹.
        var test = McNemar.of(truth, first, second);
        assertThat(test.onlyFirst()).isEqualTo(8);
        assertThat(test.onlySecond()).isEqualTo(1);
        assertThat(test.p()).isCloseTo(2 * 10 / 512.0, within(1e-12));
        assertThat(McNemar.of(truth, first, first).p()).isEqualTo(1);
        // As scipy.stats.binomtest gives them.
        assertThat(McNemar.of(12, 30).p()).isCloseTo(0.007915897334896727, within(1e-12));
        assertThat(McNemar.of(7, 2).p()).isCloseTo(0.1796875, within(1e-12));
        assertThat(McNemar.of(190, 150).p()).isCloseTo(0.0342700465332939, within(1e-10));
        assertThat(McNemar.of(new int[]{-1}, new int[]{0}, new int[]{1})).isEqualTo(new McNemar(0, 0, 1));
        assertThatThrownBy(() -> McNemar.of(truth, first, new int[2])).isInstanceOf(IllegalArgumentException.class);
    }

    /// The 5 % points of the sign test, as tables of it have them.
    @ParameterizedTest
    @CsvSource({"6,0", "8,0", "9,1", "12,2", "20,5", "25,7", "44,15", "100,39"})
    void theLeastDifferenceThatCanBeToldIsThatOfTheExactTest(int differing, int fewer) {
        var test = McNemar.of(differing / 2, differing - differing / 2);
        assertThat(test.p()).isEqualTo(1);
        assertThat(test.detectable(200)).isEqualTo((differing - 2 * fewer) / 200.0);
        assertThat(McNemar.of(fewer, differing - fewer).p()).isLessThan(0.05);
        assertThat(McNemar.of(fewer + 1, differing - fewer - 1).p()).isGreaterThanOrEqualTo(0.05);
    }

    @Test
    void whereNoOutcomeCouldTellNoDifferenceIsDetectable() {
        assertThat(McNemar.of(3, 2).detectable(50)).isEqualTo(1);
        assertThat(McNemar.of(0, 0).detectable(0)).isEqualTo(1);
    }

    @Test
    void macroPrecisionAndRecallLeaveOutWhatNeverOccurs() {
        var result = Classification.of(new int[]{0, 0, 1}, new int[]{0, 1, 1}, 3);
        assertThat(result.macro().precision()).isCloseTo((1 + 0.5) / 2, within(1e-9));
        assertThat(result.macro().recall()).isCloseTo((0.5 + 1) / 2, within(1e-9));
    }

    @Test
    void aShareOfFewExamplesIsNeverCertain() {
        // As scipy.stats.binomtest(20, 20).proportion_ci(method='wilson') and (13, 20) give them.
        assertThat(Wilson.of(1, 20).low()).isCloseTo(0.8388748419, within(1e-6));
        assertThat(Wilson.of(1, 20).high()).isEqualTo(1);
        assertThat(Wilson.of(0.65, 20).low()).isCloseTo(0.4328542767, within(1e-6));
        assertThat(Wilson.of(0.65, 20).high()).isCloseTo(0.8188081759, within(1e-6));
        assertThat(Wilson.of(0, 0)).isEqualTo(new Bootstrap.Interval(0, 1));
    }
}
