package org.askance.app.people;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.TaskAgreement;

/// How far annotators agree, measured anew with every answer while someone looks. FX thread only; touches no
/// control.
public final class AgreementViewModel {

    /// What the dialog shows.
    public sealed interface State {
        record Busy() implements State {}

        /// @param tasks with at least one example that two annotators answered
        record Shown(List<TaskAgreement> tasks) implements State {
            public Shown {
                tasks = List.copyOf(tasks);
            }
        }

        /// No example has two answers yet.
        record Nothing() implements State {}

        record Unavailable() implements State {}
    }

    private final ProjectContext context;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private boolean looking;
    private boolean measuring;
    /// Answers come faster than many of them are measured.
    private boolean stale;

    public AgreementViewModel(ProjectContext context, Jobs jobs) {
        this.context = context;
        this.jobs = jobs;
        context.answers().subscribe(this::measure);
        context.workspace().subscribe(this::measure);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// @param look whether someone looks: else nothing is measured
    public void look(boolean look) {
        looking = look;
        measure();
    }

    /// Measures anew, once what is being measured is done.
    public void measure() {
        var workspace = context.workspace().get();
        if (!looking || workspace == null || measuring) {
            stale = measuring;
            return;
        }
        measuring = true;
        jobs.quietly(TaskAgreement.of(workspace.project()), all -> {
            var tasks = all.stream().filter(task -> task.overall().items() > 0).toList();
            ended(tasks.isEmpty() ? new State.Nothing() : new State.Shown(tasks));
        }, () -> ended(new State.Unavailable()));
    }

    private void ended(State measured) {
        measuring = false;
        state.set(measured);
        if (stale) {
            stale = false;
            measure();
        }
    }
}
