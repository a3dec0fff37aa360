package org.askance.app.annotate.explain;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.ExplainExample;
import org.askance.app.work.ExplainExample.Explained;
import org.askance.model.inference.Explanation;
import org.askance.model.told.Told;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;

/// Explains one example when asked, and which view of that is shown. FX thread only; touches no control.
public final class ExplanationViewModel {

    /// What the view shows.
    public sealed interface State {
        record Closed() implements State {}

        record Working() implements State {}

        /// @param hidden whether it would tell the prediction before the answer; else there is no picture
        record Refused(boolean hidden) implements State {}

        /// @param told a sentence
        record Unreadable(Told told) implements State {}

        /// @param reading one of `readings`
        /// @param token   whose look is shown; −1 for all
        record Shown(Explanation explanation, List<TaskDefinition> tasks, List<Reading> readings, Reading reading,
                int token) implements State {}
    }

    private static final double OPACITY = 0.65;
    private static final double STEP = 0.1;

    private final ProjectContext context;
    private final Jobs jobs;
    private final String working;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final DoubleProperty opacity = new SimpleDoubleProperty(OPACITY);
    private RunningJob running = RunningJob.NONE;
    private int newest;

    /// @param working what the status line says meanwhile
    public ExplanationViewModel(ProjectContext context, Jobs jobs, String working) {
        this.context = context;
        this.jobs = jobs;
        this.working = working;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Of the overlay, 0 to 1.
    public DoubleProperty opacity() {
        return opacity;
    }

    /// Closes what is open, or explains `row`.
    ///
    /// @param hidden whether its predictions are hidden
    public void toggle(ExampleRow row, List<TaskDefinition> tasks, boolean hidden) {
        var workspace = context.workspace().get();
        if (!(state.get() instanceof State.Closed) || workspace == null) {
            close();
            return;
        }
        if (hidden || row.example().image() == null || row.example().problem() != null) {
            state.set(new State.Refused(hidden));
            return;
        }
        int mine = ++newest;
        state.set(new State.Working());
        running = jobs.start(working, new ExplainExample(workspace, row), explained -> {
            if (mine == newest) {
                show(explained, tasks);
            }
        }, () -> {
            if (mine == newest) {
                state.set(new State.Closed());
            }
        });
    }

    private void show(Explained explained, List<TaskDefinition> tasks) {
        switch (explained) {
            case Explained.Because(var explanation) -> {
                var readings = Reading.of(explanation, tasks.stream().map(TaskDefinition::name).toList());
                state.set(new State.Shown(explanation, tasks, readings, readings.getFirst(), -1));
            }
            case Explained.Unreadable(Told told) -> state.set(new State.Unreadable(told));
        }
    }

    /// Takes the explanation away and stops what works on one.
    public void close() {
        newest++;
        running.cancel();
        running = RunningJob.NONE;
        state.set(new State.Closed());
    }

    public void read(Reading reading) {
        if (state.get() instanceof State.Shown shown) {
            state.set(new State.Shown(shown.explanation, shown.tasks, shown.readings, reading, -1));
        }
    }

    /// The next view; after the last one the first.
    public void next() {
        if (state.get() instanceof State.Shown shown) {
            read(shown.readings.get((shown.readings.indexOf(shown.reading) + 1) % shown.readings.size()));
        }
    }

    /// Where one token looks; all tokens if it is chosen already.
    public void look(int token) {
        if (state.get() instanceof State.Shown shown && !(shown.reading instanceof Reading.Hiding)) {
            state.set(new State.Shown(shown.explanation, shown.tasks, shown.readings, shown.reading,
                    token == shown.token ? -1 : token));
        }
    }

    /// @param steps above 0: stronger
    public void strengthen(int steps) {
        opacity.set(Math.clamp(opacity.get() + steps * STEP, STEP, 1));
    }
}
