package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.model.Pair;
import org.askance.model.TinyNetwork;
import org.askance.model.block.Clfa;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.device.Compute;
import org.askance.model.evaluation.Classification;
import org.askance.model.inference.Scored;
import org.askance.model.inference.Scorer;
import org.askance.model.input.UnreadableImageException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The knowledge text from the pair to the prediction: only what is written in the picture tells the label.
class KnowledgeTest {

    private static final Compute COMPUTE = Compute.start();

    @TempDir
    private Path folder;

    private TinyNetwork tiny;
    private CheckpointConfig.Student config;
    private List<LabelledPair> pairs;

    @BeforeEach
    void make() throws IOException {
        tiny = new TinyNetwork(COMPUTE, folder);
        var plain = tiny.config();
        var network = plain.network();
        config = new CheckpointConfig.Student(new Clfa(network.text(), network.image(), network.width(),
                network.fusionLayers(), network.fusionHeads(), network.feedForward(), network.tasks(), true),
                plain.image(), plain.mostTokens());
        pairs = new ArrayList<>();
        for (var pair : tiny.pairs("pictures", 32)) {
            boolean sarcastic = pairs.size() / 8 % 2 == 1;
            pairs.add(new LabelledPair(written(pair.pair(), sarcastic ? "awful bad" : "nice"),
                    Map.of("sarcasm", sarcastic ? 1 : 0)));
        }
    }

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    private static Pair written(Pair pair, String knowledge) {
        return new Pair(pair.text(), knowledge, pair.image());
    }

    private Outcome.Finished train(TrainingRequest.Start start, TrainingPlan plan, String to) {
        return (Outcome.Finished) TrainNetwork.run(COMPUTE,
                new TrainingRequest(start, tiny.teacher(), pairs, pairs, List.of(), plan, Clfa.Halves.BOTH,
                        folder.resolve("work"), folder.resolve(to), to),
                TrainingListener.NONE, () -> false);
    }

    private static int sarcasm(Scored scored) {
        return Classification.argMax(Objects.requireNonNull(
                ((Scored.Prediction) scored).probabilities().get("sarcasm")));
    }

    @Test
    void aNetworkLearnsFromWhatIsWrittenInThePicture() {
        var finished = train(new TrainingRequest.Start.Teacher(config, tiny.teacher()), TinyNetwork.plan(12), "known");

        assertThat(finished.epochs().get(finished.bestEpoch() - 1).validation().get("sarcasm.accuracy")).isEqualTo(1);
        assertThat(CheckpointFolder.student(folder.resolve("known")).network().knowledge()).isTrue();
        try (var scorer = Scorer.open(COMPUTE, folder.resolve("known"))) {
            var scored = scorer.score(pairs.stream().map(LabelledPair::pair).toList());
            for (int i = 0; i < scored.size(); i++) {
                assertThat(sarcasm(scored.get(i))).isEqualTo(pairs.get(i).labels().get("sarcasm"));
            }
            // The same tweet and picture, but other words in it.
            var pair = pairs.getFirst().pair();
            assertThat(sarcasm(scorer.score(List.of(written(pair, "awful bad"))).getFirst())).isEqualTo(1);
            assertThat(scorer.score(List.of(new Pair(pair.text(), pair.image())))).first()
                    .isInstanceOf(Scored.Prediction.class);
        }
    }

    @Test
    void theQuickWayLearnsFromItToo() {
        train(new TrainingRequest.Start.Teacher(config, tiny.teacher()), TinyNetwork.plan(1), "start");
        var finished = train(new TrainingRequest.Start.Checkpoint(folder.resolve("start")),
                TinyNetwork.plan(20).withLearning(Learning.of(Learning.Part.FUSION_AND_HEADS)), "quick");
        assertThat(finished.epochs().get(finished.bestEpoch() - 1).validation().get("sarcasm.accuracy")).isEqualTo(1);
    }

    @Test
    void anExplanationCountsItIn() throws UnreadableImageException {
        train(new TrainingRequest.Start.Teacher(config, tiny.teacher()), TinyNetwork.plan(2), "explained");
        try (var scorer = Scorer.open(COMPUTE, folder.resolve("explained"))) {
            var pair = pairs.getFirst().pair();
            var logits = new ArrayList<Float>();
            for (var knowledge : List.of("nice", "awful bad")) {
                var explanation = scorer.explain(written(pair, knowledge));
                var occlusion = Objects.requireNonNull(explanation.occlusion().get("sarcasm"));
                var probabilities = Objects.requireNonNull(((Scored.Prediction) scorer
                        .score(List.of(written(pair, knowledge))).getFirst()).probabilities().get("sarcasm"));
                assertThat(occlusion.label()).isEqualTo(Classification.argMax(probabilities));
                logits.add(occlusion.logit());
                double sum = 0;
                for (float share : explanation.rollout()[0]) {
                    sum += share;
                }
                assertThat(sum).isBetween(0.1, 1.0 + 1e-5);
            }
            assertThat(logits.get(0)).isNotCloseTo(logits.get(1), within(1e-4f));
        }
    }

    @Test
    void aLongKnowledgeTextIsCutAndKeepsItsEnd() {
        long[] ids = Objects.requireNonNull(config.knowledge(CheckpointFolder.tokenizer(tiny.teacher(), 16),
                List.of(written(pairs.getFirst().pair(), "bad ".repeat(200))))).getFirst();
        assertThat(ids).hasSize(16);
        assertThat(ids[15]).isEqualTo(3);
    }
}
