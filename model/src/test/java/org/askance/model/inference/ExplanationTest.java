package org.askance.model.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.askance.model.Pair;
import org.askance.model.TinyNetwork;
import org.askance.model.device.Compute;
import org.askance.model.evaluation.Classification;
import org.askance.model.input.UnreadableImageException;
import org.askance.model.training.LabelledPair;
import org.askance.model.training.TrainNetwork;
import org.askance.model.training.TrainingListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {

    private static final Compute COMPUTE = Compute.start();

    @TempDir
    private static Path folder;

    private static List<LabelledPair> pairs = List.of();

    @BeforeAll
    static void train() throws IOException {
        var tiny = new TinyNetwork(COMPUTE, folder);
        pairs = tiny.pairs("train", 32);
        TrainNetwork.run(COMPUTE, tiny.request(pairs, List.of(), TinyNetwork.plan(40).withAlpha(0), "net"),
                TrainingListener.NONE, () -> false);
    }

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    @Test
    void everyPartOfAPairIsWeighed() throws UnreadableImageException {
        var pair = pairs.get(1).pair();
        try (var scorer = Scorer.open(COMPUTE, folder.resolve("net"))) {
            var explanation = scorer.explain(pair);
            var prediction = (Scored.Prediction) scorer.score(List.of(pair)).getFirst();

            // "lovely day", and 2 × 2 patches of 8 pixels.
            assertThat(explanation.tokens()).startsWith("[CLS]", "lovely").endsWith("[SEP]");
            assertThat(explanation.grid()).isEqualTo(2);
            assertThat(explanation.attention()).hasSize(1);
            for (var matrix : List.of(explanation.mean(), explanation.rollout(),
                    explanation.attention().getFirst())) {
                assertThat(matrix).hasNumberOfRows(explanation.tokens().size());
                for (float[] row : matrix) {
                    assertThat(row).hasSize(4);
                    assertThat(row[0] + row[1] + row[2] + row[3]).isBetween(0f, 1.0001f);
                }
            }
            assertThat(explanation.mean()).isDeepEqualTo(explanation.attention().getFirst());
            var occlusion = Objects.requireNonNull(explanation.occlusion().get("sentiment"));
            assertThat(occlusion.label()).isEqualTo(Classification
                    .argMax(Objects.requireNonNull(prediction.probabilities().get("sentiment"))));
            assertThat(occlusion.patches()).hasSize(4).doesNotContain(0f);
            assertThat(occlusion.tokens()).hasSize(explanation.tokens().size()).startsWith(0f).endsWith(0f);
        }
    }

    @Test
    void hidingATokenIsScoringWithoutIt() throws UnreadableImageException {
        // The words "day day" at the end are one token each in this vocabulary's characters or words: take the first.
        var pair = pairs.get(1).pair();
        try (var scorer = Scorer.open(COMPUTE, folder.resolve("net"))) {
            var whole = scorer.explain(pair);
            assertThat(whole.tokens().get(1)).isEqualTo("lovely");
            var without = scorer.explain(new Pair(pair.text().replace("lovely", "").strip(), pair.image()));
            var before = Objects.requireNonNull(whole.occlusion().get("sarcasm"));
            var after = Objects.requireNonNull(without.occlusion().get("sarcasm"));
            if (before.label() == after.label()) {
                assertThat(before.logit() - before.tokens()[1]).isCloseTo(after.logit(), within(1e-4f));
            } else {
                assertThat(before.tokens()[1]).isPositive();
            }
        }
    }

    @Test
    void rolloutFollowsAttentionThroughTheLayers() {
        // Layer 1: token 0 looks at patch 0, token 1 at patch 1. Layer 2: token 0 looks at token 1, and at patch 0.
        float[][] self = {{1, 0}, {0, 1}};
        float[][] other = {{0, 1}, {0, 1}};
        float[][] own = {{1, 0}, {0, 1}};
        float[][] first = {{1, 0}, {1, 0}};
        var rollout = Explainer.rollout(List.of(self, other), List.of(own, first), 1);
        // Token 0: .5 · (.5 · own + .5 · token 1's) + .5 · patch 0 = patch 0: .625, patch 1: .125, of .75.
        assertThat(rollout[0]).containsExactly(new float[]{0.625f / 0.75f, 0.125f / 0.75f}, within(1e-6f));
    }

    @Test
    void withoutAPictureThereIsNothingToExplain() {
        try (var scorer = Scorer.open(COMPUTE, folder.resolve("net"))) {
            assertThatThrownBy(() -> scorer.explain(new Pair("x", folder.resolve("no.png"))))
                    .isInstanceOf(UnreadableImageException.class).hasMessageContaining("no.png");
        }
    }
}
