package org.askance.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.app.NowJobs;
import org.askance.app.text.Strings;
import org.askance.app.train.CheckpointsViewModel.Shown;
import org.askance.app.train.SettingsViewModel.Field;
import org.askance.app.train.SettingsViewModel.Preset;
import org.askance.app.train.TrainViewModel.State;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Engine;
import org.askance.app.work.FineTuneNetwork.Ending;
import org.askance.app.work.Home;
import org.askance.app.work.MakePostcards;
import org.askance.app.work.Progress;
import org.askance.app.work.Workspace;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training and comparing on a real project, without a window.
class TrainViewModelTest {

    private static final Engine ENGINE = Engine.start();
    private static final PostcardsPlan PLAN = new PostcardsPlan(80, 9);

    @TempDir
    private Path folder;

    private final NowJobs jobs = new NowJobs();
    private final ProjectContext context = new ProjectContext();
    private final List<State> states = new ArrayList<>();
    private long nowNs;
    private Workspace workspace;
    private TrainViewModel model;

    @BeforeEach
    void open() throws IOException {
        openAgain();
        new MakePostcards(workspace.project(), PLAN, _ -> {}).run(Progress.NONE);
        model.load();
    }

    private void openAgain() throws IOException {
        workspace = Workspace.openOrCreate(folder.resolve("project"), ENGINE, new Home(folder.resolve("home")));
        context.open(workspace);
        model = new TrainViewModel(context, jobs, Runnable::run, () -> nowNs += 1_000_000_000L, Strings.english(),
                new CheckpointsViewModel(context, jobs, Strings.english()));
        model.state().addListener((_, _, now) -> states.add(now));
        model.settings().preset().set(Preset.QUICK);
        model.settings().typed(Field.EPOCHS).set("2");
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
        assertThat(jobs.failures()).isEmpty();
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private Shown.Evaluated shown() {
        return (Shown.Evaluated) model.comparing().shown().get();
    }

    @Test
    void aTrainingEndsWithOldBesideNewAndThatIsThereAfterARestart() throws IOException {
        model.train("more");

        assertThat(states.getFirst()).isEqualTo(new State.Preparing(0, 1));
        assertThat(states).contains(new State.Preparing(64, 72), new State.Training(1, 4, null, 0),
                new State.Training(4, 4, Duration.ZERO, 0), new State.Evaluating());
        var ended = (State.Ended) model.state().get();
        assertThat(ended.trained().checkpoint().name()).isEqualTo("more");
        assertThat(model.losses()).hasSize(4);
        assertThat(model.epochs()).hasSize(2);
        assertThat(shown().chosen()).extracting(Checkpoint::name).containsExactly("Postcards", "more");
        assertThat(shown().outdated()).isFalse();
        assertThat(shown().report().baselines()).isNull();

        model.comparing().measureBaselines();
        var report = shown().report();
        assertThat(report.baselines()).isNotNull();

        workspace.close();
        openAgain();
        model.load();
        assertThat(model.comparing().shown().get()).isEqualTo(new Shown.Nothing());
        model.comparing().choose(model.comparing().checkpoints());
        assertThat(shown().report().json()).isEqualTo(report.json());
        assertThat(shown().report().json()).contains("\"compared_with\"", "\"text_only\"", "\"mcnemar\"");
    }

    @Test
    void labelsThatChangedMakeAnEvaluationOutOfDate() {
        var current = model.comparing().checkpoints();
        model.comparing().choose(current);
        assertThat(model.comparing().shown().get()).isEqualTo(new Shown.Unevaluated(current));
        model.comparing().evaluateChosen();
        assertThat(shown().outdated()).isFalse();

        long id = workspace.project().examples().ids(ExampleFilter.ALL.withSplits(java.util.Set.of(Split.TEST)))[0];
        int given = Objects.requireNonNull(workspace.project().annotations().labels(Split.TEST).get(id))
                .getOrDefault("sentiment", 0);
        var labels = workspace.project().tasks().list().getLast().labelNames();
        workspace.project().annotations().save(answer(id, labels.get((given + 1) % labels.size())));
        model.load();

        assertThat(shown().outdated()).isTrue();
        model.comparing().evaluateChosen();
        assertThat(shown().outdated()).isFalse();
    }

    private static Answer answer(long id, String label) {
        return new Answer(id, Map.of("sentiment", label), "ada", null, Duration.ZERO);
    }

    @Test
    void aReportIsWrittenAsItsNameSays() throws IOException {
        model.comparing().choose(model.comparing().checkpoints());
        model.comparing().evaluateChosen();
        var markdown = folder.resolve("report.md");
        model.comparing().saveReport(markdown);
        assertThat(model.comparing().savedReport().get()).isEqualTo(markdown);
        assertThat(Files.readString(markdown)).startsWith("# Postcards on the split test");
        model.comparing().saveReport(folder.resolve("report.json"));
        assertThat(Files.readString(folder.resolve("report.json"))).startsWith("{");
    }

    @Test
    void aCancelledTrainingSaysWhereItWentOn() {
        model.losses().addListener((javafx.collections.ListChangeListener<TrainViewModel.LossPoint>) _ -> {
            if (model.losses().size() == 2) {
                jobs.cancelRunning();
            }
        });
        model.train("more");
        assertThat(model.state().get()).isEqualTo(new State.Idle());
        assertThat(workspace.project().checkpoints().list()).hasSize(1);
        states.clear();

        model.train("more");

        assertThat(states).contains(new State.Training(2, 4, null, 2), new State.Training(4, 4, null, 2));
        assertThat(model.state().get()).isInstanceOf(State.Ended.class);
    }

    @Test
    void smallerBatchesAreOneButtonAway() {
        var tried = TrainingPlan.quick().withEpochs(1);
        var old = workspace.current();
        model.ended(old, new Ending.NotEnoughMemory(tried, tried.smaller().orElseThrow()));
        assertThat(model.state().get()).isEqualTo(new State.TooLarge(tried, tried.withBatches(16, 2)));

        model.trainSmaller("small");

        assertThat(model.settings().typed(Field.BATCH).get()).isEqualTo("16");
        assertThat(model.settings().typed(Field.ACCUMULATION).get()).isEqualTo("2");
        assertThat(model.state().get()).isInstanceOf(State.Ended.class);
        model.ended(old, new Ending.NotEnoughMemory(tried.withBatches(2, 16), null));
        states.clear();
        model.trainSmaller("none");
        assertThat(states).isEmpty();
    }

    @Test
    void settingsThatCannotBeUsedStartNothing() {
        model.settings().typed(Field.EPOCHS).set("no");
        model.train("none");
        assertThat(states).isEmpty();
    }

    @Test
    void lossesAreThinnedByAveraging() {
        var points = new ArrayList<TrainViewModel.LossPoint>();
        for (int i = 1; i <= 10; i++) {
            points.add(new TrainViewModel.LossPoint(i, i));
        }
        assertThat(TrainViewModel.thinned(points, 5)).hasSize(5).last()
                .isEqualTo(new TrainViewModel.LossPoint(10, 9.5));
    }
}
