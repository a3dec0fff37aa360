package org.askance.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Figures as scikit-learn 1.x gives them for the same confusions (`precision_recall_fscore_support` with
/// `average` set, `zero_division=0`), and small ones worked by hand.
class ClassificationTest {

    @Test
    void figuresFollowTheirDefinitions() {
        var result = Classification.of(new int[]{0, 0, 1, 2, 2, 2, 1}, new int[]{0, 1, 1, 2, 0, 2, 2}, 3);

        assertThat(result.accuracy()).isCloseTo(0.571429, within(1e-6));
        assertThat(result.macro().f1()).isCloseTo(0.555556, within(1e-6));
        assertThat(result.weighted().f1()).isCloseTo(0.571429, within(1e-6));
        assertThat(result.confusion()).isDeepEqualTo(new int[][]{{1, 1, 0}, {0, 1, 1}, {1, 0, 2}});
        assertThat(result.classes().get(2)).isEqualTo(new Classification.PerClass(2 / 3.0, 2 / 3.0, 2 / 3.0, 3, 3));
    }

    @Test
    void examplesWithoutATrueClassDoNotCount() {
        assertThat(Classification.of(new int[]{-1, 1, 0}, new int[]{0, 1, 0}, 2))
                .satisfies(result -> assertThat(result.count()).isEqualTo(2))
                .satisfies(result -> assertThat(result.accuracy()).isEqualTo(1));
    }

    @Test
    void aClassThatNeverOccursIsLeftOutOfTheMean() {
        assertThat(Classification.of(new int[]{0, 1}, new int[]{0, 1}, 3).macro().f1()).isEqualTo(1);
        assertThat(Classification.of(new int[0], new int[0], 3).macro().f1()).isZero();
        assertThatThrownBy(() -> Classification.of(new int[1], new int[2], 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertAverage(Classification.Average average, double precision, double recall, double f1) {
        assertThat(average.precision()).isCloseTo(precision, within(1e-12));
        assertThat(average.recall()).isCloseTo(recall, within(1e-12));
        assertThat(average.f1()).isCloseTo(f1, within(1e-12));
    }

    @Test
    void aTwoClassQuestionAgreesWithScikitLearn() {
        var result = Classification.of(new int[][]{{11, 5}, {3, 21}});
        assertThat(result.accuracy()).isEqualTo(0.8);
        assertAverage(result.macro(), 0.7967032967032968, 0.78125, 0.7866666666666666);
        assertAverage(result.weighted(), 0.798901098901099, 0.8, 0.7973333333333332);
        var positive = result.positive().orElseThrow();
        assertThat(positive.precision()).isCloseTo(0.8076923076923077, within(1e-12));
        assertThat(positive.recall()).isEqualTo(0.875);
        assertThat(positive.f1()).isCloseTo(0.84, within(1e-12));
    }

    @Test
    void aClassThatIsNeverPredictedAgreesWithScikitLearn() {
        var result = Classification.of(new int[][]{{12, 5, 0}, {4, 19, 0}, {3, 17, 0}});
        assertThat(result.accuracy()).isCloseTo(0.5166666666666667, within(1e-12));
        assertAverage(result.macro(), 0.36499786050492083, 0.5106564364876386, 0.42013888888888884);
        assertAverage(result.weighted(), 0.35658964484381683, 0.5166666666666667, 0.41649305555555555);
        assertThat(result.positive()).isEmpty();
        assertThat(Figure.BINARY_F1.of(result)).isEmpty();
    }

    @Test
    void aClassThatNeverOccursAgreesWithScikitLearn() {
        var result = Classification.of(new int[][]{{5, 2, 2, 0}, {2, 7, 0, 0}, {1, 3, 3, 0}, {0, 0, 0, 0}});
        assertAverage(result.macro(), 0.6027777777777779, 0.5873015873015873, 0.5849673202614379);
        assertAverage(result.weighted(), 0.603, 0.6, 0.5917647058823529);
        assertThat(Figure.WEIGHTED_PRECISION.of(result)).hasValue(result.weighted().precision());
    }
}
