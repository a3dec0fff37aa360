package org.askance.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.EvaluateCheckpoint;
import org.askance.app.work.FineTuneNetwork;
import org.askance.app.work.ScoreExamples;
import org.askance.app.work.Workspace;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;

/// Fine-tunes, evaluates old and new on the same split, and lets one be made current. FX thread only.
public final class TrainViewModel {

    /// How the training stands.
    public sealed interface State {
        record Idle() implements State {}

        record Preparing(int done, int total) implements State {}

        record Training(int step, int steps) implements State {}

        /// Both checkpoints are being evaluated.
        record Evaluating() implements State {}
    }

    /// What there is to learn from.
    ///
    /// @param train      pairs with a label that counts
    /// @param corrected  pairs whose answer contradicts the dataset
    public record Material(int train, int validation, int test, int answered, int corrected) {}

    /// A loss, at a step from 1.
    public record LossPoint(int step, double loss) {}

    private final ProjectContext context;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyObjectWrapper<Material> material = new ReadOnlyObjectWrapper<>(new Material(0, 0, 0, 0, 0));
    private final ReadOnlyObjectWrapper<Split> comparedOn = new ReadOnlyObjectWrapper<>(Split.TEST);
    private final ObservableList<LossPoint> losses = FXCollections.observableArrayList();
    private final ObservableList<EpochRecord> epochs = FXCollections.observableArrayList();
    private final ObservableList<Checkpoint> checkpoints = FXCollections.observableArrayList();
    private RunningJob running = RunningJob.NONE;

    /// Titles of the jobs, as the status bar shows them.
    public record Titles(String training, String evaluating, String scoring) {}

    private final Titles titles;

    public TrainViewModel(ProjectContext context, Jobs jobs, Titles titles) {
        this.context = context;
        this.jobs = jobs;
        this.titles = titles;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Material> material() {
        return material.getReadOnlyProperty();
    }

    /// The split on which checkpoints are compared: test, or validation where test has no labels.
    public ReadOnlyObjectProperty<Split> comparedOn() {
        return comparedOn.getReadOnlyProperty();
    }

    public ObservableList<LossPoint> losses() {
        return losses;
    }

    public ObservableList<EpochRecord> epochs() {
        return epochs;
    }

    /// Newest first.
    public ObservableList<Checkpoint> checkpoints() {
        return checkpoints;
    }

    /// Looks at the project anew.
    public void load() {
        var workspace = context.workspace().get();
        if (workspace == null) {
            checkpoints.clear();
            return;
        }
        jobs.quietly(_ -> new Loaded(material(workspace), workspace.project().checkpoints().list()), this::show,
                () -> {});
    }

    private record Loaded(Material material, List<Checkpoint> checkpoints) {}

    private void show(Loaded loaded) {
        material.set(loaded.material);
        comparedOn.set(loaded.material.test > 0 ? Split.TEST : Split.VALIDATION);
        checkpoints.setAll(loaded.checkpoints.reversed());
    }

    private static Material material(Workspace workspace) {
        var annotations = workspace.project().annotations();
        return new Material(annotations.labels(Split.TRAIN).size(), annotations.labels(Split.VALIDATION).size(),
                annotations.labels(Split.TEST).size(), annotations.answeredCount(), annotations.correctedCount());
    }

    /// Fine-tunes the current checkpoint. Ignored while one is running.
    public void train(TrainingPlan plan, String name) {
        var workspace = context.workspace().get();
        if (workspace == null || !(state.get() instanceof State.Idle)) {
            return;
        }
        losses.clear();
        epochs.clear();
        state.set(new State.Preparing(0, 1));
        running = jobs.start(titles.training, new FineTuneNetwork(workspace, plan, name, new Told()),
                trained -> ended(workspace, trained), () -> state.set(new State.Idle()));
    }

    private void ended(Workspace workspace, Optional<FineTuneNetwork.Trained> trained) {
        if (trained.isEmpty()) {
            state.set(new State.Idle());
            return;
        }
        load();
        state.set(new State.Evaluating());
        evaluate(workspace, List.of(workspace.current(), trained.get().checkpoint()));
    }

    /// Evaluates checkpoints on the split that they are compared on.
    public void evaluate(List<Checkpoint> chosen) {
        var workspace = context.workspace().get();
        if (workspace != null && state.get() instanceof State.Idle) {
            state.set(new State.Evaluating());
            evaluate(workspace, chosen);
        }
    }

    private void evaluate(Workspace workspace, List<Checkpoint> chosen) {
        var split = comparedOn.get();
        running = jobs.start(titles.evaluating, progress -> {
            for (var checkpoint : chosen) {
                new EvaluateCheckpoint(workspace, checkpoint, split).run(progress);
            }
            return chosen.size();
        }, _ -> {
            state.set(new State.Idle());
            load();
        }, () -> state.set(new State.Idle()));
    }

    public void cancel() {
        running.cancel();
    }

    /// From now on `checkpoint` predicts; what it has not scored yet is scored.
    public void makeCurrent(Checkpoint checkpoint) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        jobs.start(titles.scoring, progress -> {
            workspace.makeCurrent(checkpoint);
            return new ScoreExamples(workspace).run(progress);
        }, _ -> changed(), this::changed);
    }

    private void changed() {
        load();
        context.examplesChanged();
    }

    /// Brings what the training thread says to the FX thread.
    private final class Told implements TrainingListener {

        @Override
        public void preparing(int done, int total) {
            Platform.runLater(() -> state.set(new State.Preparing(done, total)));
        }

        @Override
        public void step(int step, int totalSteps, double loss) {
            Platform.runLater(() -> {
                losses.add(new LossPoint(step, loss));
                state.set(new State.Training(step, totalSteps));
            });
        }

        @Override
        public void epoch(EpochRecord epoch) {
            Platform.runLater(() -> epochs.add(epoch));
        }
    }

    /// Metrics of `checkpoint` on the compared split; empty if it was not evaluated there.
    public Map<String, Double> metrics(Checkpoint checkpoint) {
        return checkpoint.metrics().getOrDefault(comparedOn.get().key(), Map.of());
    }

    /// Losses averaged over so many steps that no more than `most` points are left.
    public static List<LossPoint> thinned(List<LossPoint> all, int most) {
        int each = Math.max(1, Math.ceilDiv(all.size(), most));
        var thin = new ArrayList<LossPoint>();
        for (int from = 0; from < all.size(); from += each) {
            var part = all.subList(from, Math.min(all.size(), from + each));
            thin.add(new LossPoint(part.getLast().step(),
                    part.stream().mapToDouble(LossPoint::loss).average().orElse(Double.NaN)));
        }
        return thin;
    }
}
