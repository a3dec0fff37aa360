package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.model.Task;
import org.askance.model.TinyNetwork;
import org.askance.model.block.Clfa;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A network goes on with labels that were added, taken away and ordered anew since.
class HeadTransferTest {

    private static final Task MOOD = new Task("v1.1 mood", List.of("neutral", "mixed", "positive"));
    private static final Task HUMOUR = new Task("humour", List.of("no", "yes"));

    @TempDir
    private Path folder;

    @Test
    void labelsThatItKnewKeepTheirRowsAndAllElseStays() throws IOException {
        try (var compute = Compute.start()) {
            var tiny = new TinyNetwork(compute, folder);
            var pairs = tiny.pairs("train", 32);
            TrainNetwork.run(compute, tiny.request(pairs, pairs, TinyNetwork.plan(1), "old"), TrainingListener.NONE,
                    () -> false);
            var heads = List.of(new Head(MOOD, "sentiment", List.of(2, -1, 0)), new Head(HUMOUR, "", List.of(-1, -1)));

            var old = values(compute, List.of());
            var now = values(compute, heads);

            assertThat(now.keySet()).doesNotContain("heads.sarcasm.weight", "heads.sentiment.weight");
            now.keySet().stream().filter(name -> !name.startsWith("heads.")).forEach(
                    name -> assertThat(now.get(name)).as(name).isEqualTo(old.get(name)));
            int width = Objects.requireNonNull(now.get("heads.v1.1 mood.weight")).length / 3;
            assertThat(row(now, "heads.v1.1 mood.weight", 0, width))
                    .isEqualTo(row(old, "heads.sentiment.weight", 2, width));
            assertThat(row(now, "heads.v1.1 mood.weight", 2, width))
                    .isEqualTo(row(old, "heads.sentiment.weight", 0, width));
            assertThat(row(now, "heads.v1.1 mood.bias", 2, 1)).isEqualTo(row(old, "heads.sentiment.bias", 0, 1));
            assertThat(row(now, "heads.v1.1 mood.weight", 1, width)).isNotEqualTo(new float[width]);
        }
    }

    private Map<String, float[]> values(Compute compute, List<Head> heads) {
        return compute.call(scope -> {
            try (var weights = HeadTransfer.weights(folder.resolve("old"), heads, scope.newSubManager(), 1)) {
                return weights.values();
            }
        });
    }

    private static float[] row(Map<String, float[]> values, String name, int row, int width) {
        return Arrays.copyOfRange(Objects.requireNonNull(values.get(name)), row * width, (row + 1) * width);
    }

    @Test
    void itLearnsANewLabelFromPairsThatHaveIt() throws IOException {
        try (var compute = Compute.start()) {
            var tiny = new TinyNetwork(compute, folder);
            var pairs = tiny.pairs("train", 32);
            TrainNetwork.run(compute, tiny.request(pairs, pairs, TinyNetwork.plan(1), "old"), TrainingListener.NONE,
                    () -> false);
            var humour = pairs.stream().map(pair -> new LabelledPair(pair.pair(),
                    Map.of("humour", pair.labels().getOrDefault("sentiment", 0)))).toList();
            var heads = List.of(new Head(Task.SARCASM, "sarcasm", List.of(0, 1)),
                    new Head(HUMOUR, "", List.of(-1, -1)));

            var outcome = TrainNetwork.run(compute,
                    new TrainingRequest(new TrainingRequest.Start.Checkpoint(folder.resolve("old"), heads),
                            tiny.teacher(), humour, humour, humour, TinyNetwork.plan(12), Clfa.Halves.BOTH,
                            folder.resolve("work-new"), folder.resolve("new"), "new"),
                    TrainingListener.NONE, () -> false);

            assertThat(CheckpointFolder.inspect(folder.resolve("new")).tasks()).containsExactly(Task.SARCASM, HUMOUR);
            assertThat(Objects.requireNonNull(((Outcome.Finished) outcome).test().get("humour")).accuracy())
                    .isEqualTo(1);
        }
    }
}
