package org.askance.app.duplicates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.error.NotSavedException;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.app.ui.ShownProgress;
import org.askance.app.work.HashImages;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.dataset.Split;

/// Finds duplicates, and moves one of a group to another split as an act that can be undone. FX thread; touches no
/// control.
final class DuplicatesViewModel {

    sealed interface State {
        /// @param share 0 to 1; negative while unknown
        record Searching(double share) implements State {}

        /// @param total      resemblances that were found
        /// @param straddling groups across splits
        record Found(List<DuplicateGroup> groups, long total, long straddling) implements State {}
    }

    private record Moved(String annotator, long gesture) {}

    private final Workspace workspace;
    private final ProjectContext context;
    private final Jobs jobs;
    private final Strings strings;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Searching(-1));
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
    private RunningJob running = RunningJob.NONE;
    private int newest;
    /// Gestures of this dialog's that may be undone, the latest last.
    private final Deque<Moved> moves = new ArrayDeque<>();

    DuplicatesViewModel(Workspace workspace, ProjectContext context, Jobs jobs, Strings strings) {
        this.workspace = workspace;
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether there is a move of this dialog's to undo.
    ReadOnlyBooleanProperty moved() {
        return moved.getReadOnlyProperty();
    }

    boolean isReadOnly() {
        return workspace.project().isReadOnly();
    }

    /// Pictures that were never compared are looked at first. Stopped, it shows what is known by then.
    void load() {
        state.set(new State.Searching(-1));
        running = jobs.start(strings.get("duplicates.working"), progress -> {
            if (!isReadOnly()) {
                new HashImages(workspace.project()).run(new ShownProgress(progress, this::tell));
            }
            return progress;
        }, _ -> refresh(), this::refresh);
    }

    private void tell(double share) {
        if (state.get() instanceof State.Searching) {
            state.set(new State.Searching(share));
        }
    }

    private void refresh() {
        int mine = ++newest;
        jobs.quietly(_ -> {
            var found = workspace.project().duplicates().find(0);
            var groups = DuplicateGroup.of(found.listed());
            return new State.Found(groups, found.total(),
                    groups.stream().filter(DuplicateGroup::straddles).count());
        }, found -> show(mine, found), () -> show(mine, new State.Found(List.of(), 0, 0)));
    }

    private void show(int mine, State found) {
        if (mine == newest) {
            state.set(found);
        }
    }

    void cancel() {
        running.cancel();
    }

    /// Loads what is shown of a group.
    void rows(DuplicateGroup group, Consumer<List<ExampleRow>> shown) {
        long[] ids = group.members().stream().mapToLong(DuplicateGroup.Member::id).toArray();
        jobs.quietly(_ -> workspace.project().examples().rows(ids), shown, () -> {});
    }

    /// Where the others of its group are, if that is somewhere else.
    static Optional<Split> other(DuplicateGroup group, DuplicateGroup.Member of) {
        return group.members().stream().map(DuplicateGroup.Member::split)
                .filter(split -> split != of.split() && split != Split.NONE).findFirst();
    }

    void move(long example, Split to) {
        var annotator = context.annotator().get();
        jobs.quietly(_ -> NotSavedException.unless(() -> workspace.project().annotations().bulk(new long[]{example},
                new Act.Move(to), annotator, Circumstances.NONE)), gesture -> {
                    moves.addLast(new Moved(annotator, gesture));
                    changed();
                }, () -> {});
    }

    /// Takes the latest move of this dialog's back, whatever was done in the window since.
    void undo() {
        var last = moves.pollLast();
        if (last != null) {
            jobs.quietly(_ -> Optional.ofNullable(workspace.project().annotations().undo(last.annotator,
                    last.gesture)), _ -> changed(), this::changed);
        }
    }

    private void changed() {
        moved.set(!moves.isEmpty());
        context.examplesChanged();
        refresh();
    }
}
