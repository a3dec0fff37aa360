package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askance.model.Pair;
import org.askance.model.TinyNetwork;
import org.askance.model.block.Clfa;
import org.askance.model.device.Compute;
import org.askance.model.evaluation.Classification;
import org.askance.model.inference.Scored;
import org.askance.model.inference.Scorer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainNetworkTest {

    private static final Compute COMPUTE = Compute.start();

    @TempDir
    private Path folder;

    private TinyNetwork tiny;

    @BeforeEach
    void make() throws IOException {
        tiny = new TinyNetwork(COMPUTE, folder);
    }

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    private static final class Losses implements TrainingListener {
        private final List<Double> steps = new ArrayList<>();

        @Override
        public void step(int step, int totalSteps, double loss) {
            steps.add(loss);
        }

        @Override
        public void epoch(EpochRecord epoch) {}
    }

    private Outcome.Finished train(TrainingRequest request, TrainingListener listener) {
        return (Outcome.Finished) TrainNetwork.run(COMPUTE, request, listener, () -> false);
    }

    @Test
    void theSameSeedGivesTheSameLossesTwice() throws IOException {
        var train = tiny.pairs("train", 32);
        var first = new Losses();
        var second = new Losses();
        var other = new Losses();
        train(tiny.request(train, List.of(), TinyNetwork.plan(3), "first"), first);
        train(tiny.request(train, List.of(), TinyNetwork.plan(3), "second"), second);
        train(tiny.request(train, List.of(), TinyNetwork.plan(3).withSeed(4), "other"), other);

        assertThat(first.steps).hasSize(12).isEqualTo(second.steps).isNotEqualTo(other.steps);
        assertThat(Files.mismatch(folder.resolve("first/model.safetensors"),
                folder.resolve("second/model.safetensors"))).isEqualTo(-1);
    }

    @Test
    void aFewPairsAreLearntByHeartAndTheWeightsSurviveSaving() throws IOException {
        var train = tiny.pairs("train", 16);
        var outcome = train(tiny.request(train, train, TinyNetwork.plan(200).withAlpha(0), "learnt"),
                TrainingListener.NONE);

        assertThat(Outcome.metrics(outcome.test()).get("sarcasm.accuracy")).isEqualTo(1);
        assertThat(Outcome.metrics(outcome.test()).get("sentiment.accuracy")).isEqualTo(1);
        assertThat(Files.readString(outcome.checkpoint().folder().resolve("README.md"))).startsWith("# learnt")
                .contains("**sarcasm**: not sarcastic, sarcastic", "sentiment.accuracy: 1.000");
        try (var scorer = Scorer.open(COMPUTE, outcome.checkpoint().folder())) {
            for (var pair : train) {
                var prediction = (Scored.Prediction) scorer.score(List.of(pair.pair())).getFirst();
                for (var label : pair.labels().entrySet()) {
                    assertThat(Classification
                            .argMax(java.util.Objects.requireNonNull(prediction.probabilities().get(label.getKey()))))
                            .isEqualTo(label.getValue());
                }
            }
        }
    }

    @Test
    void whatIsCancelledWritesNothing() throws IOException {
        var stop = new boolean[1];
        var listener = new TrainingListener() {
            @Override
            public void step(int step, int totalSteps, double loss) {
                stop[0] = step == 2;
            }

            @Override
            public void epoch(EpochRecord epoch) {}
        };
        var outcome = TrainNetwork.run(COMPUTE,
                tiny.request(tiny.pairs("train", 32), List.of(), TinyNetwork.plan(3), "none"), listener, () -> stop[0]);

        assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("teacher", "tokenizer.json", "train", "work");
        }
    }

    @Test
    void picturesThatCannotBeReadAreNamedAndTheRestIsLearnt() throws IOException {
        var train = new ArrayList<>(tiny.pairs("train", 16));
        var missing = folder.resolve("missing.jpg");
        train.add(new LabelledPair(new Pair("lovely", missing), Map.of("sarcasm", 0)));

        var outcome = train(tiny.request(train, List.of(), TinyNetwork.plan(1), "some"), TrainingListener.NONE);

        assertThat(outcome.unreadable()).singleElement().asString().contains(missing.toString());
    }

    @Test
    void nothingToLearnFromIsASentence() throws IOException {
        var unlabelled = tiny.pairs("train", 4).stream().map(pair -> new LabelledPair(pair.pair(), Map.of())).toList();
        assertThatThrownBy(() -> train(tiny.request(unlabelled, List.of(), TinyNetwork.plan(1), "none"),
                TrainingListener.NONE)).isInstanceOf(TrainingException.class).hasMessageContaining("has a label");
        var broken = tiny.pairs("train", 4).stream()
                .map(pair -> new LabelledPair(new Pair("x", folder.resolve("no.jpg")), pair.labels())).toList();
        assertThatThrownBy(() -> train(tiny.request(broken, List.of(), TinyNetwork.plan(1), "none"),
                TrainingListener.NONE)).isInstanceOf(TrainingException.class).hasMessageContaining("no.jpg");
    }

    @Test
    void aBaselineSeesItsHalfOnly() throws IOException {
        var pairs = tiny.pairs("train", 16);
        var outcome = train(new TrainingRequest(new TrainingRequest.Start.Teacher(tiny.config(), tiny.teacher()),
                null, pairs, pairs, pairs, TinyNetwork.plan(20).withAlpha(0), Clfa.Halves.IMAGE,
                folder.resolve("work"), folder.resolve("image"), "image"), TrainingListener.NONE);
        // Pictures tell the sentiment here; sarcasm they cannot tell.
        assertThat(Outcome.metrics(outcome.test()).get("sentiment.accuracy")).isEqualTo(1);
        assertThat(Outcome.metrics(outcome.test()).get("sarcasm.accuracy")).isLessThanOrEqualTo(0.75);
    }

    @Test
    void rowsOfABatchDoNotMix() throws IOException {
        var train = tiny.pairs("train", 12);
        var outcome = train(tiny.request(train, List.of(), TinyNetwork.plan(2), "net"), TrainingListener.NONE);
        try (var scorer = Scorer.open(COMPUTE, outcome.checkpoint().folder())) {
            var pairs = train.stream().map(LabelledPair::pair).toList();
            var together = scorer.score(pairs);
            for (int i = 0; i < pairs.size(); i++) {
                var alone = (Scored.Prediction) scorer.score(List.of(pairs.get(i))).getFirst();
                var among = (Scored.Prediction) together.get(i);
                assertThat(among.fused()).containsExactly(alone.fused(), within(1e-4f));
                assertThat(among.text()).containsExactly(alone.text(), within(1e-4f));
                assertThat(among.image()).containsExactly(alone.image(), within(1e-4f));
            }
        }
    }

    @Test
    void anUnreadablePictureDoesNotStopTheOthersFromBeingScored() throws IOException {
        var train = tiny.pairs("train", 4);
        var outcome = train(tiny.request(train, List.of(), TinyNetwork.plan(1), "net"), TrainingListener.NONE);
        try (var scorer = Scorer.open(COMPUTE, outcome.checkpoint().folder())) {
            var scored = scorer.score(List.of(train.getFirst().pair(), new Pair("bad", folder.resolve("no.png")),
                    train.getLast().pair()));
            assertThat(scored.get(1)).isInstanceOfSatisfying(Scored.Unreadable.class,
                    unreadable -> assertThat(unreadable.told().english()).contains("no.png"));
            assertThat(List.of(scored.getFirst(), scored.getLast())).allSatisfy(
                    one -> assertThat(one).isInstanceOf(Scored.Prediction.class));
        }
    }
}
