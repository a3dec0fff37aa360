package org.askance.app.exporting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ShownProgress;
import org.askance.app.work.ArchiveProject;
import org.askance.app.work.ExportExamples;
import org.askance.app.work.Job;
import org.askance.app.work.Workspace;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.run.Checkpoint;
import org.jspecify.annotations.Nullable;

/// What is chosen in the export dialog, and the export while it runs. FX thread; touches no control.
final class ExportViewModel {

    /// How far it is.
    sealed interface State {
        record Choosing() implements State {}

        /// @param share 0 to 1; negative while unknown
        record Running(double share) implements State {}

        /// @param count   pairs, or files of an archive
        /// @param missing pictures that could not come along
        record Done(int count, int missing, Path out, boolean archive) implements State {}
    }

    /// Which pairs.
    ///
    /// @param kind  names it in the strings: `all`, `search`, or a split
    record Pairs(String kind, Query query, int count) {}

    /// What the project offers.
    record Offer(List<Pairs> pairs, List<ExportLabels> labels, List<Checkpoint> checkpoints) {}

    final ObjectProperty<ExportTarget> target = new SimpleObjectProperty<>(ExportTarget.CSV);
    final ObjectProperty<ExportLabels> labels = new SimpleObjectProperty<>(new ExportLabels.Current());
    final ObjectProperty<@Nullable Pairs> pairs = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Checkpoint> checkpoint = new SimpleObjectProperty<>();
    final BooleanProperty copyImages = new SimpleBooleanProperty();
    final BooleanProperty withCheckpoints = new SimpleBooleanProperty();
    final BooleanProperty withTimes = new SimpleBooleanProperty();
    final ObjectProperty<@Nullable Path> destination = new SimpleObjectProperty<>();

    private final Workspace workspace;
    private final Jobs jobs;
    private final String title;
    private final String search;
    private final String annotator;
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Choosing());
    private RunningJob running = RunningJob.NONE;

    /// @param title  what the status bar says while it runs
    /// @param search    what is looked for in Browse
    /// @param annotator who asks: nobody else's answer times can be had
    ExportViewModel(Workspace workspace, Jobs jobs, String title, String search, String annotator) {
        this.annotator = annotator;
        this.workspace = workspace;
        this.jobs = jobs;
        this.title = title;
        this.search = search;
        // A place that was chosen for one format is none for another.
        target.subscribe((_, _) -> {
            destination.set(null);
            if (state.get() instanceof State.Done) {
                state.set(new State.Choosing());
            }
        });
    }

    /// `null` until the project has been asked.
    ReadOnlyObjectProperty<@Nullable Offer> offer() {
        return offer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether nothing more must be chosen.
    BooleanBinding ready() {
        return Bindings.createBooleanBinding(() -> destination.get() != null
                && !(state.get() instanceof State.Running)
                && (target.get() == ExportTarget.ARCHIVE || hasPairs()), destination, state, target, pairs);
    }

    private boolean hasPairs() {
        var chosen = pairs.get();
        return chosen != null && chosen.count > 0;
    }

    /// Keys of sentences that say what stays behind of what is chosen, and what would keep it.
    List<String> staying() {
        var sentences = new ArrayList<String>();
        if (target.get() == ExportTarget.ATLAS) {
            sentences.add("export.stays.unplaced");
        }
        if (target.get() != ExportTarget.ARCHIVE && !(labels.get() instanceof ExportLabels.Events)) {
            sentences.add("export.stays.history");
        }
        return sentences;
    }

    String projectName() {
        return workspace.project().name();
    }

    void load() {
        jobs.quietly(_ -> {
            var project = workspace.project();
            var found = new ArrayList<Pairs>();
            found.add(pairs("all", Query.ALL));
            if (!search.isBlank() && project.finder().parse(search) instanceof Parsed.Good(var query)) {
                found.add(pairs("search", query));
            }
            for (var split : Split.values()) {
                found.add(pairs(split.key(), new Query.InSplit(Set.of(split.key()))));
            }
            var which = new ArrayList<ExportLabels>(List.of(new ExportLabels.Current(), new ExportLabels.Consensus(),
                    new ExportLabels.Annotators(), new ExportLabels.Events()));
            project.exportRows().annotators().forEach(name -> which.add(new ExportLabels.Annotator(name)));
            return new Offer(List.copyOf(found), List.copyOf(which), project.checkpoints().list());
        }, now -> {
            offer.set(now);
            pairs.set(now.pairs.size() > 1 && now.pairs.get(1).kind.equals("search") && now.pairs.get(1).count > 0
                    ? now.pairs.get(1)
                    : now.pairs.getFirst());
            checkpoint.set(now.checkpoints.stream().filter(Checkpoint::current).findFirst().orElse(null));
        }, () -> {});
    }

    private Pairs pairs(String kind, Query query) {
        return new Pairs(kind, query, workspace.project().finder().count(query));
    }

    /// Begins, if everything is chosen.
    void start() {
        var out = destination.get();
        if (out == null || !ready().get()) {
            return;
        }
        var job = target.get().format() == null ? archive(out) : export(out);
        state.set(new State.Running(-1));
        running = jobs.start(title, progress -> job.run(new ShownProgress(progress, this::tell)), state::set,
                () -> state.set(new State.Choosing()));
    }

    private Job<State> archive(Path out) {
        var wanted = new ArchiveProject(workspace.project(), workspace.journal(), out, withCheckpoints.get());
        return progress -> {
            var archived = wanted.run(progress);
            return new State.Done(archived.files(), archived.missing(), out, true);
        };
    }

    private Job<State> export(Path out) {
        var chosen = java.util.Objects.requireNonNull(pairs.get());
        var of = checkpoint.get();
        var wanted = new ExportExamples(workspace, new ExportExamples.Request(
                java.util.Objects.requireNonNull(target.get().format()),
                project -> project.finder().ids(chosen.query), labels.get(), of == null ? null : of.name(),
                copyImages.get(), withTimes.get() ? annotator : null, out));
        return progress -> {
            var written = wanted.run(progress);
            return new State.Done(written.rows(), written.missingImages(), out, false);
        };
    }

    private void tell(double share) {
        if (state.get() instanceof State.Running) {
            state.set(new State.Running(share));
        }
    }

    /// Asks a running export to stop; nothing of it is left.
    void cancel() {
        running.cancel();
    }
}
