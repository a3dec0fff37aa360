package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.dataset.Example;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.dataset.ExampleRow.PredictionCell;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;
import org.junit.jupiter.api.Test;

class OpinionTest {

    private static final ExampleRow ROW = new ExampleRow(
            new Example(1, "1", "Great", null, null, Split.TEST, null), Map.of(), Map.of(),
            Map.of("sarcasm", new PredictionCell("sarcastic", 0.9, Map.of("not sarcastic", 0.1f, "sarcastic", 0.9f))));

    private static Checkpoint checkpoint(Map<String, Map<String, Double>> metrics) {
        return new Checkpoint(1, "mine", Path.of("c"), Instant.EPOCH, true, metrics);
    }

    private static Opinion.OfTask sarcasm(Map<String, Map<String, Double>> metrics) {
        return Objects.requireNonNull(
                Opinion.of(checkpoint(metrics), ROW, List.of(TaskDefinition.SARCASM)).byTask().get("sarcasm"));
    }

    @Test
    void barsAreScaledByTheTemperatureOfWhicheverSplitWasEvaluated() {
        assertProbabilities(sarcasm(Map.of()), 0.1f, 0.9f);
        assertThat(sarcasm(Map.of()).isCalibrated()).isFalse();
        // Odds of 9 at a temperature of 2 are odds of 3.
        var scaled = sarcasm(Map.of("validation", Map.of("sarcasm.temperature", 2.0)));
        assertProbabilities(scaled, 0.25f, 0.75f);
        assertThat(scaled.isCalibrated()).isTrue();
    }

    private static void assertProbabilities(Opinion.OfTask opinion, float not, float sarcastic) {
        assertThat(opinion.probabilities()).containsOnlyKeys("not sarcastic", "sarcastic");
        assertThat(opinion.probabilities().get("not sarcastic")).isCloseTo(not, within(1e-5f));
        assertThat(opinion.probabilities().get("sarcastic")).isCloseTo(sarcastic, within(1e-5f));
    }

    @Test
    void numbersStandBesideTheLabelsThatTheyWereComputedForAndNoOthers() {
        var other = new TaskDefinition("sarcasm",
                List.of(new LabelDefinition("sarcastic", "1"), new LabelDefinition("unsure", "2")));
        var third = new TaskDefinition("sarcasm", List.of(new LabelDefinition("not sarcastic", "1"),
                new LabelDefinition("sarcastic", "2"), new LabelDefinition("unsure", "3")));
        for (var task : List.of(other, third)) {
            assertProbabilities(Objects.requireNonNull(
                    Opinion.of(checkpoint(Map.of()), ROW, List.of(task)).byTask().get("sarcasm")), 0.1f, 0.9f);
        }
    }
}
