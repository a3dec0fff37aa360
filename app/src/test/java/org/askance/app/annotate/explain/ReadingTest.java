package org.askance.app.annotate.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.askance.model.inference.Explanation;
import org.junit.jupiter.api.Test;

class ReadingTest {

    /// Three tokens, four patches, two layers.
    private static final Explanation EXPLANATION = new Explanation(List.of("[CLS]", "love", "##ly"), 2,
            List.of(new float[][]{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0.5f, 0.5f}},
                    new float[][]{{0.25f, 0.25f, 0.25f, 0.25f}, {1, 0, 0, 0}, {1, 0, 0, 0}}),
            new float[][]{{0.6f, 0.1f, 0.1f, 0.2f}, {0.5f, 0.5f, 0, 0}, {0.5f, 0, 0.25f, 0.25f}},
            new float[][]{{0.4f, 0.2f, 0.2f, 0.2f}, {0.4f, 0.2f, 0.2f, 0.2f}, {0, 0, 0, 1}},
            Map.of("sarcasm", new Explanation.Occlusion(1, 2, new float[]{0.5f, -1, 0, 0.25f},
                    new float[]{0, 4, -2})));

    @Test
    void whatWasHiddenKeepsItsSignAndTheStrongestPartIsOne() {
        var reading = new Reading.Hiding("sarcasm", 1);
        assertThat(reading.patches(EXPLANATION, -1)).containsExactly(0.5f, -1, 0, 0.25f);
        assertThat(reading.tokens(EXPLANATION)).containsExactly(0, 1, -0.5f);
        assertThat(ColourScale.scaled(new float[2])).containsExactly(0, 0);
    }

    @Test
    void attentionIsOneTokensOrAllTokensTogether() {
        assertThat(new Reading.Layer(1).patches(EXPLANATION, 1)).containsExactly(0, 1, 0, 0);
        assertThat(new Reading.Layer(2).patches(EXPLANATION, -1)[0]).isEqualTo(1);
        assertThat(new Reading.Rollout().patches(EXPLANATION, -1)[3]).isEqualTo(1);
    }

    @Test
    void aTokenIsStrongThatLooksAtOnePlace() {
        assertThat(new Reading.Rollout().tokens(EXPLANATION)).containsExactly(0, 0, 1);
    }

    @Test
    void readingsAreOfTasksThatWereExplained() {
        assertThat(Reading.of(EXPLANATION, List.of("sarcasm", "topic"))).containsExactly(
                new Reading.Hiding("sarcasm", 1), new Reading.Rollout(), new Reading.Mean(), new Reading.Layer(1),
                new Reading.Layer(2));
        assertThat(Reading.words(EXPLANATION.tokens())).containsExactly("[CLS]", "love", "ly");
    }
}
