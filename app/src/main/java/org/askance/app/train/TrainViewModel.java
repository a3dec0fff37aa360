package org.askance.app.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.FineTuneNetwork;
import org.askance.app.work.FineTuneNetwork.Ending;
import org.askance.app.work.Workspace;
import org.askance.model.device.DeviceInfo;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;
import org.jspecify.annotations.Nullable;

/// Trains by the settings and has old and new compared afterwards. FX thread only; touches no control.
public final class TrainViewModel {

    /// How the training stands.
    public sealed interface State {
        record Idle() implements State {}

        record Preparing(int done, int total) implements State {}

        /// @param remaining `null` until it can be told
        /// @param resumedAt the step after which it went on; 0 if it began anew
        record Training(int step, int steps, @Nullable Duration remaining, int resumedAt) implements State {}

        /// Both checkpoints are being evaluated.
        record Evaluating() implements State {}

        /// It left a checkpoint.
        record Ended(Ending.Trained trained) implements State {}

        /// A batch did not fit into memory.
        ///
        /// @param smaller learns the same in less memory; `null` where nothing smaller is left to try
        record TooLarge(TrainingPlan tried, @Nullable TrainingPlan smaller) implements State {}

        default boolean isBusy() {
            return switch (this) {
                case Idle(),Ended _,TooLarge _ -> false;
                case Preparing _,Training _,Evaluating() -> true;
            };
        }
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
    private final Executor fx;
    private final LongSupplier clockNs;
    private final String title;
    private final SettingsViewModel settings;
    private final CheckpointsViewModel comparing;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyObjectWrapper<Material> material = new ReadOnlyObjectWrapper<>(new Material(0, 0, 0, 0, 0));
    private final ObservableList<LossPoint> losses = FXCollections.observableArrayList();
    private final ObservableList<EpochRecord> epochs = FXCollections.observableArrayList();
    private final RemainingTime remaining = new RemainingTime();
    private RunningJob running = RunningJob.NONE;
    /// What the training of this project says; `null` while there is none.
    private @Nullable Told listening;
    private int resumedAt;

    /// @param fx      runs what it is given on the FX thread, in order
    /// @param clockNs only ever goes forward
    public TrainViewModel(ProjectContext context, Jobs jobs, Executor fx, LongSupplier clockNs, Strings strings,
            CheckpointsViewModel comparing) {
        this.context = context;
        this.jobs = jobs;
        this.fx = fx;
        this.clockNs = clockNs;
        this.title = strings.get("train.working");
        this.settings = new SettingsViewModel(jobs, strings);
        this.comparing = comparing;
    }

    public SettingsViewModel settings() {
        return settings;
    }

    public CheckpointsViewModel comparing() {
        return comparing;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What a training runs on; `null` while that is not known.
    public ObservableValue<@Nullable DeviceInfo> device() {
        return context.device();
    }

    public ReadOnlyObjectProperty<Material> material() {
        return material.getReadOnlyProperty();
    }

    public ObservableList<LossPoint> losses() {
        return losses;
    }

    public ObservableList<EpochRecord> epochs() {
        return epochs;
    }

    /// Looks at the project anew.
    public void load() {
        comparing.load();
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> material(workspace), material::set, () -> {});
            jobs.quietly(_ -> workspace.encoders(), settings::offer, () -> {});
        }
    }

    private static Material material(Workspace workspace) {
        var annotations = workspace.project().annotations();
        return new Material(annotations.labels(Split.TRAIN).size(), annotations.labels(Split.VALIDATION).size(),
                annotations.labels(Split.TEST).size(), annotations.answeredCount(), annotations.correctedCount());
    }

    /// Forgets how the last training went: another project is open.
    public void forget() {
        losses.clear();
        epochs.clear();
        listening = null;
        state.set(new State.Idle());
        load();
    }

    /// Trains by the settings. Ignored while one is running or a setting cannot be used.
    ///
    /// @param name of the new checkpoint
    public void train(String name) {
        var workspace = context.workspace().get();
        var wanted = settings.wanted();
        if (workspace == null || wanted.isEmpty() || state.get().isBusy()) {
            return;
        }
        losses.clear();
        epochs.clear();
        remaining.restart();
        resumedAt = 0;
        state.set(new State.Preparing(0, 1));
        var told = new Told();
        listening = told;
        var job = new FineTuneNetwork(workspace, wanted.get().from(), wanted.get().plan(), name, told);
        running = jobs.start(title, progress -> {
            var old = workspace.current();
            return new Done(old, job.run(progress));
        }, done -> told.now(() -> ended(done.old, done.ending)), () -> told.now(() -> state.set(new State.Idle())));
    }

    private record Done(Checkpoint old, Ending ending) {}

    /// Tries again at once with the batches that [State.TooLarge] offers.
    public void trainSmaller(String name) {
        if (state.get() instanceof State.TooLarge(TrainingPlan _, TrainingPlan smaller) && smaller != null) {
            settings.show(smaller);
            train(name);
        }
    }

    /// @param old the checkpoint that the new one is compared with
    void ended(Checkpoint old, Ending ending) {
        switch (ending) {
            case Ending.Stopped() -> state.set(new State.Idle());
            case Ending.NotEnoughMemory(TrainingPlan tried, @Nullable TrainingPlan smaller) ->
                state.set(new State.TooLarge(tried, smaller));
            case Ending.Trained trained -> {
                state.set(new State.Evaluating());
                var told = listening;
                running = comparing.evaluate(List.of(old, trained.checkpoint()), () -> {
                    if (told == listening) {
                        state.set(new State.Ended(trained));
                    }
                });
            }
        }
    }

    public void cancel() {
        running.cancel();
    }

    /// Brings what the training thread says to the FX thread, unless another project is open by then.
    private final class Told implements TrainingListener {

        void now(Runnable work) {
            if (listening == this) {
                work.run();
            }
        }

        private void later(Runnable work) {
            fx.execute(() -> now(work));
        }

        @Override
        public void preparing(int done, int total) {
            later(() -> state.set(new State.Preparing(done, total)));
        }

        @Override
        public void resumed(int step, int totalSteps) {
            later(() -> {
                resumedAt = step;
                state.set(new State.Training(step, totalSteps, null, step));
            });
        }

        @Override
        public void step(int step, int totalSteps, double loss) {
            long now = clockNs.getAsLong();
            later(() -> {
                losses.add(new LossPoint(step, loss));
                state.set(new State.Training(step, totalSteps, remaining.after(step, totalSteps, now).orElse(null),
                        resumedAt));
            });
        }

        @Override
        public void epoch(EpochRecord epoch) {
            later(() -> epochs.add(epoch));
        }
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
