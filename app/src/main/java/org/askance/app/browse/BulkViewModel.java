package org.askance.app.browse;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.text.Strings;
import org.askance.app.ui.ActWords;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.ActOnMany;
import org.askance.app.work.Job;
import org.askance.app.work.ReviewAct;
import org.askance.app.work.ReviewAct.Reviewed;
import org.askance.app.work.TurnBack;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Gesture;

/// Acts on all that is selected: reviewed, asked about where it is much, then done as one step that can be taken back.
/// One at a time. FX thread only; touches no control.
public final class BulkViewModel {

    /// How far an act is.
    sealed interface State {
        record Ready() implements State {}

        /// Nothing else is done until it has ended; it can be stopped where jobs are shown.
        record Working() implements State {}

        /// Waits for [#confirm] or [#leave].
        record Asking(Reviewed reviewed) implements State {}
    }

    /// What came of the last act.
    ///
    /// @param sentence  empty for nothing to say
    /// @param undoable  whether it can be taken back with a press
    /// @param trouble   whether what was asked for was not done
    record Said(String sentence, boolean undoable, boolean trouble) {
        static final Said NOTHING = new Said("", false, false);
    }

    private final ProjectContext context;
    private final Jobs jobs;
    private final Strings strings;
    private final ActWords words;
    private final SelectionViewModel selection;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Ready());
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);

    public BulkViewModel(ProjectContext context, Jobs jobs, Strings strings, BrowseViewModel browse) {
        this.context = context;
        this.jobs = jobs;
        this.strings = strings;
        this.words = new ActWords(strings);
        this.selection = new SelectionViewModel(browse);
        context.workspace().subscribe(_ -> forget());
        context.annotator().subscribe(_ -> forget());
    }

    SelectionViewModel selection() {
        return selection;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    /// What was said belongs to the past.
    void forget() {
        said.set(Said.NOTHING);
    }

    /// Why nothing can be done, as a sentence; empty if it can.
    String whyNot() {
        var workspace = context.workspace().get();
        return workspace == null ? "" : workspace.project().whyReadOnly().in(strings::told);
    }

    /// Looks at what `act` would change in all that is selected; does it, or asks first. Ignored while nothing is
    /// selected or something else is being done.
    void act(Act act) {
        var workspace = context.workspace().get();
        if (workspace == null || selection.count().get() == 0 || isBusy()) {
            return;
        }
        if (refused()) {
            return;
        }
        long[] ids = selection.ids();
        var review = new ReviewAct(workspace, ids, act, context.annotator().get());
        state.set(new State.Working());
        run(ids.length, strings.get("bulk.reviewing", ids.length), review, reviewed -> {
            if (reviewed.changed() == 0) {
                ready(new Said(words.nothing(act, ids.length), false, false));
            } else if (reviewed.isAsked()) {
                state.set(new State.Asking(reviewed));
            } else {
                perform(workspace, reviewed);
            }
        });
    }

    private boolean isBusy() {
        return !(state.get() instanceof State.Ready);
    }

    private boolean refused() {
        String why = whyNot();
        if (!why.isEmpty()) {
            said.set(new Said(why, false, true));
        }
        return !why.isEmpty();
    }

    private <T> void run(int count, String title, Job<T> job, Consumer<T> then) {
        Runnable otherwise = () -> ready(new Said(strings.get("bulk.unchanged"), false, true));
        if (count > ReviewAct.UNASKED) {
            jobs.start(title, job, then, otherwise);
        } else {
            jobs.quietly(job, then, otherwise);
        }
    }

    private void ready(Said what) {
        said.set(what);
        state.set(new State.Ready());
    }

    /// Does what was asked about.
    void confirm() {
        var workspace = context.workspace().get();
        if (workspace != null && state.get() instanceof State.Asking(var reviewed)) {
            state.set(new State.Working());
            perform(workspace, reviewed);
        }
    }

    /// Leaves all as it is.
    void leave() {
        if (state.get() instanceof State.Asking) {
            ready(Said.NOTHING);
        }
    }

    private void perform(Workspace workspace, Reviewed reviewed) {
        int count = reviewed.changed();
        run(count, strings.get("bulk.working", words.of(reviewed.act(), count)),
                new ActOnMany(workspace, reviewed, context.guideline().get()), done -> {
                    int left = reviewed.selected() - done;
                    String sentence = strings.get("bulk.done", words.of(reviewed.act(), done));
                    ready(new Said(left == 0 ? sentence : sentence + " " + words.left(reviewed.act(), left), true,
                            false));
                    changed();
                });
    }

    /// Takes back what this annotator did last, here or anywhere.
    void undo() {
        turn(false);
    }

    /// Brings back what this annotator took back last.
    void redo() {
        turn(true);
    }

    private void turn(boolean again) {
        var workspace = context.workspace().get();
        if (workspace == null || isBusy() || refused()) {
            return;
        }
        state.set(new State.Working());
        String annotator = context.annotator().get();
        run(0, "", _ -> Optional.ofNullable(workspace.project().annotations().next(annotator, again)), next -> run(
                next.map(Gesture::examples).orElse(0), strings.get(again ? "bulk.redoing" : "bulk.undoing"),
                new TurnBack(workspace, annotator, again), gesture -> turned(gesture, again)));
    }

    private void turned(Optional<Gesture> gesture, boolean again) {
        if (gesture.isEmpty()) {
            ready(new Said(strings.get(again ? "bulk.redo.none" : "bulk.undo.none"), false, true));
            return;
        }
        var what = gesture.get();
        ready(new Said(strings.get(again ? "bulk.redone" : "bulk.undone", words.of(what)), again,
                false));
        changed();
    }

    /// Other views look again: a pair that is being asked may have changed too.
    private void changed() {
        context.answersChanged();
        context.examplesChanged();
    }
}
