package org.askance.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Expected figures are worked by hand from scikit-learn's definitions.
class ClassificationTest {

    @Test
    void figuresFollowTheirDefinitions() {
        var result = Classification.of(new int[]{0, 0, 1, 2, 2, 2, 1}, new int[]{0, 1, 1, 2, 0, 2, 2}, 3);

        assertThat(result.accuracy()).isCloseTo(0.571429, within(1e-6));
        assertThat(result.macroF1()).isCloseTo(0.555556, within(1e-6));
        assertThat(result.weightedF1()).isCloseTo(0.571429, within(1e-6));
        assertThat(result.confusion()).isDeepEqualTo(new int[][]{{1, 1, 0}, {0, 1, 1}, {1, 0, 2}});
        assertThat(result.classes().get(2)).isEqualTo(new Classification.PerClass(2 / 3.0, 2 / 3.0, 2 / 3.0, 3));
    }

    @Test
    void examplesWithoutATrueClassDoNotCount() {
        assertThat(Classification.of(new int[]{-1, 1, 0}, new int[]{0, 1, 0}, 2))
                .satisfies(result -> assertThat(result.count()).isEqualTo(2))
                .satisfies(result -> assertThat(result.accuracy()).isEqualTo(1));
    }

    @Test
    void aClassThatNeverOccursIsLeftOutOfTheMean() {
        assertThat(Classification.of(new int[]{0, 1}, new int[]{0, 1}, 3).macroF1()).isEqualTo(1);
        assertThat(Classification.of(new int[0], new int[0], 3).macroF1()).isZero();
        assertThatThrownBy(() -> Classification.of(new int[1], new int[2], 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
