package org.askance.app.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.askance.app.NowJobs;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Engine;
import org.askance.app.work.Home;
import org.askance.app.work.Job;
import org.askance.app.work.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits that come faster than they are saved.
class LabelsViewModelTest {

    @TempDir
    Path folder;

    private Engine engine;
    private Workspace workspace;
    private LabelsViewModel model;
    private final Held jobs = new Held();

    /// Jobs that run when they are told to, in the order in which they were started.
    private static final class Held implements Jobs {
        private final Jobs now = new NowJobs();
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> RunningJob start(String title, Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
            return quietly(job, onSuccess, otherwise);
        }

        @Override
        public <T> RunningJob quietly(Job<T> job, Consumer<? super T> onSuccess, Runnable otherwise) {
            waiting.add(() -> now.quietly(job, onSuccess, otherwise));
            return RunningJob.NONE;
        }

        void run() {
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        engine = Engine.start();
        workspace = Workspace.openOrCreate(folder.resolve("p"), engine, new Home(folder.resolve("home")));
        var context = new ProjectContext();
        context.open(workspace);
        model = new LabelsViewModel(context, jobs, Strings.english(), _ -> Optional.empty());
        model.load();
        jobs.run();
    }

    @AfterEach
    void close() {
        workspace.close();
        engine.close();
    }

    @Test
    void whatIsRefusedWhileAnotherEditIsSavedStaysToBeRead() {
        model.changeKey("sarcasm", "sarcastic", "x");
        model.changeKey("sarcasm", "sarcastic", "p");
        jobs.run();
        assertThat(model.refusal().get()).startsWith("The key P is that of “positive”");
        model.changeKey("sarcasm", "sarcastic", "y");
        jobs.run();
        assertThat(model.refusal().get()).isEmpty();
    }

    @Test
    void whatIsRefusedInOneTaskIsNotToldBesideAnother() {
        model.select("sarcasm");
        model.changeKey("sarcasm", "sarcastic", "p");
        model.select("sarcasm");
        assertThat(model.refusal().get()).isNotEmpty();
        model.select("sentiment");
        assertThat(model.refusal().get()).isEmpty();
    }

    @Test
    void editsAreSavedOneAfterTheOtherInTheirOrder() {
        model.renameLabel("sarcasm", "sarcastic", "ironic");
        model.addLabel("sarcasm");
        model.addTask(Preset.OWN);
        jobs.run();
        assertThat(workspace.project().tasks().list().getFirst().labelNames()).containsExactly("not sarcastic",
                "ironic", "new label");
        assertThat(workspace.project().tasks().edits(9)).hasSize(3);
        assertThat(model.selected().get()).isEqualTo("new task");
        for (int i = 0; i < 3; i++) {
            model.undo();
            jobs.run();
        }
        assertThat(workspace.project().tasks().list().getFirst().labelNames()).isEqualTo(
                List.of("not sarcastic", "sarcastic"));
    }
}
