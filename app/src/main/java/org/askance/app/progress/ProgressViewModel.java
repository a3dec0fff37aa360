package org.askance.app.progress;

import java.time.Clock;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.QueryProblem;
import org.jspecify.annotations.Nullable;

/// The figures of whoever annotates now, and of nobody else: there is no way to ask for another. FX thread only;
/// touches no control.
public final class ProgressViewModel {

    /// What the page shows.
    sealed interface State {
        record Busy() implements State {}

        record Shown(Report report) implements State {}

        record Unavailable() implements State {}
    }

    /// Two weeks fit beside each other.
    static final int DAYS = 14;

    private final ProjectContext context;
    private final Jobs jobs;
    private final Clock clock;
    private final Choices choices;
    private final ReadOnlyObjectWrapper<@Nullable Report> brief = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final BooleanProperty strip;
    private boolean looking;
    private Goal goal = new Goal.None();
    /// Only the newest reading of it counts.
    private int newestGoal;
    private int newestBrief;
    private int newest;

    /// @param clock in the zone whose midnight parts the days
    public ProgressViewModel(ProjectContext context, Jobs jobs, Preferences preferences, Clock clock) {
        this.context = context;
        this.jobs = jobs;
        this.clock = clock;
        this.choices = new Choices(preferences);
        this.strip = new SimpleBooleanProperty(choices.showsStrip());
        context.answers().subscribe((_, _) -> refresh());
        context.examples().subscribe((_, _) -> refresh());
        context.annotator().subscribe((_, _) -> forget());
        context.workspace().subscribe(this::forget);
        strip.subscribe((_, wanted) -> {
            choices.showStrip(wanted);
            keep();
            refresh();
        });
    }

    /// Today alone, after each answer; `null` while there is nothing to tell.
    ReadOnlyObjectProperty<@Nullable Report> brief() {
        return brief.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether figures stand above the pair.
    BooleanProperty strip() {
        return strip;
    }

    /// @param now whether someone looks at the page: else only today is read
    void look(boolean now) {
        looking = now;
        refresh();
    }

    /// Nobody sees what the one before did.
    private void forget() {
        brief.set(null);
        state.set(new State.Busy());
        goal = new Goal.None();
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        String annotator = context.annotator().get();
        int mine = ++newestGoal;
        jobs.quietly(_ -> Whose.of(workspace.project(), annotator), whose -> {
            if (mine == newestGoal) {
                goal = choices.goal(whose);
                if (!(goal instanceof Goal.None)) {
                    // From where it was kept before.
                    choices.goal(whose, goal);
                    keep();
                }
                refresh();
            }
        }, this::refresh);
    }

    void refresh() {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        String annotator = context.annotator().get();
        var aimed = goal;
        if (strip.get()) {
            int mine = ++newestBrief;
            jobs.quietly(_ -> Report.of(workspace.project(), annotator, aimed, clock, 1), report -> {
                if (mine == newestBrief) {
                    brief.set(report);
                }
            }, () -> {});
        }
        if (looking) {
            int mine = ++newest;
            jobs.quietly(_ -> Report.of(workspace.project(), annotator, aimed, clock, DAYS), report -> {
                if (mine == newest) {
                    state.set(new State.Shown(report));
                }
            }, () -> {
                if (mine == newest) {
                    state.set(new State.Unavailable());
                }
            });
        }
    }

    Goal goal() {
        return goal;
    }

    /// From now on `goal` is aimed at.
    ///
    /// @param refused hears why not: its query cannot be understood
    void aim(Goal wanted, Runnable done, Consumer<QueryProblem> refused) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        String annotator = context.annotator().get();
        int mine = ++newestGoal;
        jobs.quietly(
                _ -> new Wanted(Whose.of(workspace.project(), annotator),
                        wanted instanceof Goal.Whole(String query, var _)
                                && workspace.project().finder().parse(query) instanceof Parsed.Bad(var problem)
                                        ? problem
                                        : null),
                looked -> {
                    var problem = looked.problem();
                    if (problem != null) {
                        refused.accept(problem);
                    } else if (mine == newestGoal) {
                        goal = wanted;
                        choices.goal(looked.whose(), wanted);
                        keep();
                        refresh();
                        done.run();
                    }
                }, () -> {});
    }

    /// @param problem why it cannot be aimed at; `null` if it can
    private record Wanted(Whose whose, @Nullable QueryProblem problem) {}

    private void keep() {
        jobs.quietly(_ -> {
            choices.save();
            return true;
        }, _ -> {}, () -> {});
    }
}
