package org.askance.app.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.askance.app.report.EvaluationReport;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.EvaluateCheckpoint;
import org.askance.app.work.Evaluation;
import org.askance.app.work.Evaluations;
import org.askance.app.work.MeasureBaselines;
import org.askance.app.work.ScoreExamples;
import org.askance.app.work.Workspace;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.Checkpoint;
import org.jspecify.annotations.Nullable;

/// The checkpoints, and what one or two chosen ones evaluated to. FX thread only; touches no control.
public final class CheckpointsViewModel {

    /// Two are compared; more would need a correction for many tests.
    private static final int MOST_CHOSEN = 2;

    /// What the chosen checkpoints have to show.
    public sealed interface Shown {
        record Nothing() implements Shown {}

        /// At least one of them was never evaluated on the split.
        record Unevaluated(List<Checkpoint> chosen) implements Shown {}

        /// @param report   the newer one, held against the older if two are chosen
        /// @param outdated whether labels have changed since
        record Evaluated(List<Checkpoint> chosen, EvaluationReport report, boolean outdated) implements Shown {}
    }

    private final ProjectContext context;
    private final Jobs jobs;
    private final Strings strings;
    private final ReadOnlyObjectWrapper<Split> comparedOn = new ReadOnlyObjectWrapper<>(Split.TEST);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Checkpoint>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<Checkpoint> checkpoints = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Path> savedReport = new ReadOnlyObjectWrapper<>();
    private int newest;
    private boolean loading;

    public CheckpointsViewModel(ProjectContext context, Jobs jobs, Strings strings) {
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
    }

    /// The split on which checkpoints are compared: test, or validation where test has no labels.
    public ReadOnlyObjectProperty<Split> comparedOn() {
        return comparedOn.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether something is being evaluated or measured.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// One or two, the newer last; empty if none is chosen.
    public ReadOnlyObjectProperty<List<Checkpoint>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Newest first.
    public ObservableList<Checkpoint> checkpoints() {
        return checkpoints;
    }

    /// Looks at the project anew; what is chosen stays chosen if it is still there.
    public void load() {
        load(chosen.get());
    }

    private record Loaded(Split split, List<Checkpoint> checkpoints) {}

    private void load(List<Checkpoint> choose) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            checkpoints.clear();
            choose(List.of());
            return;
        }
        jobs.quietly(_ -> {
            var project = workspace.project();
            return new Loaded(project.annotations().labels(Split.TEST).isEmpty() ? Split.VALIDATION : Split.TEST,
                    project.checkpoints().list());
        }, loaded -> {
            comparedOn.set(loaded.split);
            loading = true;
            checkpoints.setAll(loaded.checkpoints.reversed());
            loading = false;
            var ids = choose.stream().map(Checkpoint::id).toList();
            choose(loaded.checkpoints.stream().filter(one -> ids.contains(one.id())).toList());
        }, () -> {});
    }

    /// Shows one checkpoint, or compares two; of more, the two newest.
    public void choose(List<Checkpoint> wanted) {
        if (loading) {
            return; // a list that is replaced tells that nothing is selected
        }
        var two = wanted.stream().sorted(Comparator.comparingLong(Checkpoint::id).reversed()).limit(MOST_CHOSEN)
                .toList().reversed();
        int request = ++newest;
        chosen.set(two);
        var workspace = context.workspace().get();
        if (workspace == null || two.isEmpty()) {
            shown.set(new Shown.Nothing());
            return;
        }
        var split = comparedOn.get();
        jobs.quietly(_ -> look(workspace, split, two), looked -> {
            if (request == newest) {
                shown.set(looked);
            }
        }, () -> {});
    }

    private static Shown look(Workspace workspace, Split split, List<Checkpoint> chosen) {
        var evaluations = new Evaluations(workspace.project());
        var found = new ArrayList<Evaluation>();
        chosen.forEach(one -> evaluations.of(one, split).ifPresent(found::add));
        if (found.size() < chosen.size()) {
            return new Shown.Unevaluated(chosen);
        }
        String labels = evaluations.labels(split);
        var baselines = evaluations.baselines(split).filter(one -> one.labels().equals(labels)).orElse(null);
        boolean outdated = found.stream().anyMatch(one -> !one.about().labels().equals(labels));
        return new Shown.Evaluated(chosen, new EvaluationReport(found.getLast(), baselines,
                found.size() == MOST_CHOSEN ? found.getFirst() : null), outdated);
    }

    /// Evaluates `wanted` on the split that is compared on, and shows them.
    ///
    /// @param afterwards runs however it ends
    RunningJob evaluate(List<Checkpoint> wanted, Runnable afterwards) {
        return start("train.evaluating", (workspace, split) -> {
            return progress -> {
                for (var checkpoint : wanted) {
                    new EvaluateCheckpoint(workspace, checkpoint, split).run(progress);
                }
                return wanted.size();
            };
        }, _ -> load(wanted.size() > MOST_CHOSEN ? chosen.get() : wanted), afterwards);
    }

    public void evaluateChosen() {
        evaluate(chosen.get(), () -> {});
    }

    public void evaluateAll() {
        evaluate(List.copyOf(checkpoints), () -> {});
    }

    /// Measures what each half alone gives, which takes two short trainings.
    public void measureBaselines() {
        start("train.measuring", MeasureBaselines::new, (MeasureBaselines.Measured _) -> load(), () -> {});
    }

    /// Makes a job for an open project.
    private interface Work<T> {
        org.askance.app.work.Job<T> of(Workspace workspace, Split split);
    }

    private <T> RunningJob start(String titleKey, Work<T> work, Consumer<T> onSuccess, Runnable afterwards) {
        var workspace = context.workspace().get();
        if (workspace == null || busy.get()) {
            afterwards.run();
            return RunningJob.NONE;
        }
        busy.set(true);
        return jobs.start(strings.get(titleKey), work.of(workspace, comparedOn.get()), answer -> {
            busy.set(false);
            onSuccess.accept(answer);
            afterwards.run();
        }, () -> {
            busy.set(false);
            load();
            afterwards.run();
        });
    }

    /// Writes what is shown: JSON where the file is called so, else Markdown.
    public void saveReport(Path file) {
        if (shown.get() instanceof Shown.Evaluated evaluated) {
            jobs.start(strings.get("train.report.saving"), _ -> {
                evaluated.report.write(file, strings);
                return file;
            }, savedReport::set, () -> {});
        }
    }

    /// The report that was saved last; `null` before the first.
    public ReadOnlyObjectProperty<@Nullable Path> savedReport() {
        return savedReport.getReadOnlyProperty();
    }

    /// From now on `checkpoint` predicts; what it has not scored yet is scored.
    public void makeCurrent(Checkpoint checkpoint) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        context.scoringBegan();
        jobs.start(strings.get("score.working"), progress -> {
            workspace.makeCurrent(checkpoint);
            return new ScoreExamples(workspace).run(progress);
        }, _ -> scored(), this::scored);
    }

    private void scored() {
        context.scoringEnded();
        changed();
    }

    private void changed() {
        load();
        context.examplesChanged();
    }

    /// Metrics of `checkpoint` on the compared split; empty if it was not evaluated there.
    public Map<String, Double> metrics(Checkpoint checkpoint) {
        return Objects.requireNonNullElse(checkpoint.metrics().get(comparedOn.get().key()), Map.of());
    }
}
