package org.askance.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.model.TinyNetwork;
import org.askance.model.block.Losses;
import org.askance.model.block.Pass;
import org.askance.model.block.Precision;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.SafeTensors;
import org.askance.model.device.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Going on after a break, stopping early, freezing, accumulating.
class TrainingCourseTest {

    private static final Compute COMPUTE = Compute.start();

    @TempDir
    private Path folder;

    private TinyNetwork tiny;
    private List<LabelledPair> pairs;

    @BeforeEach
    void make() throws IOException {
        tiny = new TinyNetwork(COMPUTE, folder);
        pairs = tiny.pairs("train", 32);
    }

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    /// Stands for a power cut: nothing is saved on the way out.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Course implements TrainingListener {
        private final List<Double> losses = new ArrayList<>();
        private final int killedAt;
        private int resumedAt;

        Course(int killedAt) {
            this.killedAt = killedAt;
        }

        @Override
        public void resumed(int step, int totalSteps) {
            resumedAt = step;
        }

        @Override
        public void step(int step, int totalSteps, double loss) {
            if (step == killedAt) {
                throw new Killed();
            }
            losses.add(loss);
        }

        @Override
        public void epoch(EpochRecord epoch) {}
    }

    private Outcome run(TrainingPlan plan, String to, Course course, int cancelAfter) {
        return TrainNetwork.run(COMPUTE, tiny.request(pairs, pairs, plan, to), course,
                () -> course.losses.size() >= cancelAfter);
    }

    private Outcome.Finished finish(TrainingPlan plan, String to) {
        return (Outcome.Finished) run(plan, to, new Course(0), Integer.MAX_VALUE);
    }

    @Test
    void aCancelledTrainingGoesOnAtTheStepWhereItStood() throws IOException {
        var plan = TinyNetwork.plan(3);
        var whole = new Course(0);
        run(plan, "whole", whole, Integer.MAX_VALUE);
        var first = new Course(0);
        assertThat(run(plan, "halves", first, 6)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(folder.resolve("halves")).doesNotExist();

        var second = new Course(0);
        assertThat(run(plan, "halves", second, Integer.MAX_VALUE)).isInstanceOf(Outcome.Finished.class);

        assertThat(second.resumedAt).isEqualTo(6);
        var joined = new ArrayList<>(first.losses);
        joined.addAll(second.losses);
        assertThat(joined).isEqualTo(whole.losses);
        assertThat(Files.mismatch(folder.resolve("whole/model.safetensors"),
                folder.resolve("halves/model.safetensors"))).isEqualTo(-1);
        assertThat(folder.resolve("work/state.json")).doesNotExist();
    }

    @Test
    void aKilledTrainingGoesOnFromItsLastSavedStepWithTheSameLosses() {
        var plan = TinyNetwork.plan(3);
        var whole = new Course(0);
        run(plan, "whole", whole, Integer.MAX_VALUE);
        assertThatThrownBy(() -> run(plan, "killed", new Course(7), Integer.MAX_VALUE)).isInstanceOf(Killed.class);

        var again = new Course(0);
        run(plan, "killed", again, Integer.MAX_VALUE);

        // So small a network is saved at once, and then as often as that is cheap.
        assertThat(again.resumedAt).isBetween(1, 6);
        assertThat(again.losses).isEqualTo(whole.losses.subList(again.resumedAt, 12));
    }

    @Test
    void anotherPlanOrOtherLabelsStartAnew() throws IOException {
        run(TinyNetwork.plan(3), "a", new Course(0), 6);
        var other = new Course(0);
        run(TinyNetwork.plan(3).withSeed(9), "b", other, Integer.MAX_VALUE);
        assertThat(other.resumedAt).isZero();
        Files.writeString(folder.resolve("work/state.json"), "{ cut off");
        var damaged = new Course(0);
        run(TinyNetwork.plan(3), "c", damaged, Integer.MAX_VALUE);
        assertThat(damaged.resumedAt).isZero();
    }

    @Test
    void patienceEndsATrainingThatGetsNoBetter() {
        var finished = finish(TinyNetwork.plan(60).withLearningRate(1e-7).withPatience(2), "patient");
        assertThat(finished.epochs()).hasSizeLessThan(60);
        assertThat(finished.epochs().size() - finished.bestEpoch()).isEqualTo(2);
        assertThat(finished.note()).hasToString("Stopped after epoch " + finished.epochs().size()
                + ": validation was best in epoch " + finished.bestEpoch() + ".");
    }

    @Test
    void aLossThatIsNoNumberStopsTheTraining() {
        assertThatThrownBy(() -> finish(TinyNetwork.plan(3).withLearningRate(1e30), "wild"))
                .isInstanceOf(TrainingException.class).hasMessageContaining("no longer a number at step")
                .hasMessageContaining("lower learning rate");
        assertThat(folder.resolve("wild")).doesNotExist();
    }

    /// What the listener does happens in the midst of the training; the failures are PyTorch's and the JVM's own.
    private static TrainingListener failing(Runnable atPreparing, Runnable atStep) {
        return new TrainingListener() {
            @Override
            public void preparing(int done, int total) {
                atPreparing.run();
            }

            @Override
            public void step(int step, int totalSteps, double loss) {
                atStep.run();
            }

            @Override
            public void epoch(EpochRecord epoch) {}
        };
    }

    private static void askForAThousandTerabytes() {
        COMPUTE.run(scope -> scope.zeros(new Shape(1L << 48)));
    }

    private static void askForAnArrayThatNoJvmHas() {
        assertThat(new long[Integer.MAX_VALUE]).isNotEmpty();
    }

    @Test
    void aBatchThatDoesNotFitIsAnsweredWithASmallerOneThatLearnsTheSame() {
        var plan = TinyNetwork.plan(1).withBatches(8, 3);
        for (Runnable failure : List.<Runnable>of(TrainingCourseTest::askForAThousandTerabytes,
                TrainingCourseTest::askForAnArrayThatNoJvmHas)) {
            var outcome = TrainNetwork.run(COMPUTE, tiny.request(pairs, pairs, plan, "large"),
                    failing(() -> {}, failure), () -> false);
            assertThat(outcome).isEqualTo(new Outcome.NotEnoughMemory(plan, plan.withBatches(4, 6)));
        }
        var least = plan.withBatches(2, 1);
        assertThat(TrainNetwork.run(COMPUTE, tiny.request(pairs, pairs, least, "large"),
                failing(TrainingCourseTest::askForAThousandTerabytes, () -> {}), () -> false))
                .isEqualTo(new Outcome.NotEnoughMemory(least, null));
        assertThat(folder.resolve("large")).doesNotExist();
        // The tensor thread has survived it.
        assertThat(finish(TinyNetwork.plan(1), "after").epochs()).hasSize(1);
    }

    @Test
    void pairsThatDoNotFitIntoMemoryAreASentence() {
        assertThatThrownBy(() -> TrainNetwork.run(COMPUTE, tiny.request(pairs, pairs, TinyNetwork.plan(1), "none"),
                failing(TrainingCourseTest::askForAnArrayThatNoJvmHas, () -> {}), () -> false))
                .isInstanceOf(TrainingException.class).hasMessageContaining("not enough memory to prepare 96 pairs");
    }

    @ParameterizedTest
    @EnumSource(Learning.Part.class)
    void onlyWhatMayLearnChanges(Learning.Part part) {
        finish(TinyNetwork.plan(1), "start");
        var request = tiny.request(pairs, pairs, TinyNetwork.plan(1).withLearning(Learning.of(part)), "end");
        var from = new TrainingRequest(new TrainingRequest.Start.Checkpoint(folder.resolve("start")),
                request.teacher(), request.train(), request.validation(), request.test(), request.plan(),
                request.halves(), request.work(), request.folder(), request.name());
        TrainNetwork.run(COMPUTE, from, TrainingListener.NONE, () -> false);

        var changed = new LinkedHashMap<String, Boolean>();
        try (var before = SafeTensors.open(folder.resolve("start/model.safetensors"));
                var after = SafeTensors.open(folder.resolve("end/model.safetensors"))) {
            before.names().forEach(name -> changed.put(name, before.floats(name).mismatch(after.floats(name)) >= 0));
        }
        assertThat(changed.get("heads.sarcasm.weight")).isTrue();
        assertThat(changed.get("fusion.0.up.weight")).isEqualTo(part != Learning.Part.HEADS);
        assertThat(changed.get("text_encoder.encoder.layer.0.output.dense.weight"))
                .isEqualTo(part != Learning.Part.HEADS && part != Learning.Part.FUSION_AND_HEADS);
        assertThat(changed.get("text_encoder.embeddings.position_embeddings.weight"))
                .isEqualTo(part == Learning.Part.ALL || part == Learning.Part.ALL_BUT_IMAGE_ENCODER);
        assertThat(changed.get("image_encoder.encoder.layer.0.output.dense.weight"))
                .isEqualTo(part == Learning.Part.ALL || part == Learning.Part.LAST_LAYERS);
        assertThat(changed.get("image_encoder.embeddings.cls_token")).isEqualTo(part == Learning.Part.ALL);
    }

    @Test
    void accumulatedBatchesLearnAsOneLargeBatchDoes() {
        var plain = new TrainingPlan(1, 16, 1, new TrainingPlan.Optimisation(1e-3, 0.01, 0, 1),
                new TrainingPlan.LossPlan(0, 1, 0.1, false), 0, Learning.of(Learning.Part.ALL), 0, 3,
                Precision.FLOAT32);
        var large = new Course(0);
        run(plain, "large", large, Integer.MAX_VALUE);
        var small = new Course(0);
        run(plain.withBatches(8, 2), "small", small, Integer.MAX_VALUE);
        assertThat(small.losses).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(small.losses.get(i)).isCloseTo(large.losses.get(i), within(1e-4));
        }
    }

    @Test
    void theTeacherIsAskedOnceForAllTrainings() throws IOException {
        finish(TinyNetwork.plan(1), "first");
        var caches = caches();
        assertThat(caches).hasSize(2).allSatisfy((_, size) -> assertThat(size).isGreaterThan(0));
        finish(TinyNetwork.plan(2), "second");
        assertThat(caches()).isEqualTo(caches);
        // A record that was cut off is forgotten, the others stay.
        for (var file : caches.keySet()) {
            var bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        }
        finish(TinyNetwork.plan(3), "third");
        assertThat(caches()).isEqualTo(caches);
    }

    private Map<Path, Long> caches() throws IOException {
        var sizes = new LinkedHashMap<Path, Long>();
        try (var files = Files.list(folder.resolve("work"))) {
            for (var file : files.filter(file -> file.toString().matches(".*-(text|image)\\.f32")).sorted().toList()) {
                sizes.put(file, Files.size(file));
            }
        }
        return sizes;
    }

    @Test
    void rareClassesWeighMoreWhenBalanced() {
        double[] losses = COMPUTE.call(scope -> {
            var weights = Weights.of(scope.newSubManager(), List.of(), _ -> java.nio.FloatBuffer.allocate(0));
            var pass = Pass.over(scope, weights, 0);
            var logits = Map.of("t", scope.create(new float[][]{{2, 0}, {2, 0}, {2, 0}, {2, 0}}));
            var labels = Map.of("t", scope.create(new long[]{0, 0, 1, Losses.UNLABELLED}));
            var none = Map.of("t", scope.create(new long[]{-100, -100, -100, -100}));
            var balance = Map.of("t", scope.create(new float[]{0.75f, 1.5f}));
            return new double[]{Losses.classify(pass, logits, labels).getFloat(),
                    Losses.classify(pass, logits, labels, balance).getFloat(),
                    Losses.classify(pass, logits, none, balance).getFloat()};
        });
        double right = Math.log1p(Math.exp(-2));
        double wrong = 2 + right;
        assertThat(losses[0]).isCloseTo((2 * right + wrong) / 3, within(1e-6));
        assertThat(losses[1]).isCloseTo((2 * 0.75 * right + 1.5 * wrong) / 3, within(1e-6));
        assertThat(losses[2]).isZero();
    }

    @Test
    void balancedTrainingsRun() {
        var finished = finish(TinyNetwork.plan(2).withLosses(new TrainingPlan.LossPlan(1, 1, 0.1, true)), "balanced");
        assertThat(Objects.requireNonNull(finished.epochs()).getLast().trainLoss()).isPositive();
    }
}
