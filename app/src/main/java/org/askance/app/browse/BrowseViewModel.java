package org.askance.app.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.Project;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.query.QueryProblem;
import org.askance.storage.query.SavedQueries;
import org.askance.storage.query.Suggestion;
import org.jspecify.annotations.Nullable;

/// What a filter finds, and the rows of what is on screen, a page at a time. FX thread only.
public final class BrowseViewModel {

    /// What the view shows.
    public sealed interface State {
        record Busy() implements State {}

        /// No project is open.
        record Closed() implements State {}

        /// The project has no examples.
        record Empty() implements State {}

        /// The filter finds nothing among `total`.
        record Nothing(int total, Query asked) implements State {}

        /// @param ids ascending
        record Found(long[] ids, int total, Query asked) implements State {}
    }

    private static final int PAGE = 64;

    /// @param problem why the query could not be asked; then there are no ids
    private record Search(@Nullable QueryProblem problem, Query asked, long[] ids, int total,
            List<TaskDefinition> tasks,
            List<SavedQueries.Saved> saved) {}

    private final ProjectContext context;
    private final Jobs jobs;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable QueryProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<SavedQueries.Saved>> saved = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyObjectWrapper<List<TaskDefinition>> tasks = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Integer, List<ExampleRow>> pages = new HashMap<>();
    private final Map<Integer, List<Waiting>> waiting = new HashMap<>();
    private RunningJob searching = RunningJob.NONE;
    // Answers of an older search are dropped.
    private int generation;

    private record Waiting(long id, Consumer<ExampleRow> ready) {}

    public BrowseViewModel(ProjectContext context, Jobs jobs) {
        this.context = context;
        this.jobs = jobs;
        query.subscribe(_ -> load());
    }

    /// What is looked for, as it was typed.
    public StringProperty query() {
        return query;
    }

    /// What cannot be understood of the query; then what the last good one found stays.
    public ReadOnlyObjectProperty<@Nullable QueryProblem> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<SavedQueries.Saved>> saved() {
        return saved.getReadOnlyProperty();
    }

    /// Hands what may be typed at `caret` to `ready`.
    public void complete(String text, int caret, Consumer<List<Suggestion>> ready) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> workspace.project().finder().complete(text, caret), ready, () -> {});
        }
    }

    /// Changes the saved queries, then shows them.
    public void change(Consumer<SavedQueries> change) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> {
                change.accept(workspace.project().savedQueries());
                return workspace.project().savedQueries().list();
            }, saved::set, () -> {});
        }
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<TaskDefinition>> tasks() {
        return tasks.getReadOnlyProperty();
    }

    /// Searches anew, as after answers or predictions have changed.
    public void load() {
        var workspace = context.workspace().get();
        searching.cancel();
        if (workspace == null) {
            state.set(new State.Closed());
            return;
        }
        int mine = ++generation;
        String wanted = query.get();
        searching = jobs.quietly(_ -> search(workspace.project(), wanted), found -> {
            if (mine == generation) {
                show(found);
            }
        }, () -> {});
    }

    private static Search search(Project project, String wanted) {
        var finder = project.finder();
        int total = finder.count(Query.ALL);
        var tasks = project.tasks().list();
        var saved = project.savedQueries().list();
        return switch (finder.parse(wanted)) {
            case Parsed.Good(var query) -> new Search(null, query, finder.ids(query), total, tasks, saved);
            case Parsed.Bad(var problem) -> new Search(problem, Query.ALL, new long[0], total, tasks, saved);
        };
    }

    private void show(Search found) {
        problem.set(found.problem);
        saved.set(found.saved);
        if (found.problem != null && state.get() instanceof State.Found) {
            return;
        }
        pages.clear();
        waiting.clear();
        if (!found.tasks.equals(tasks.get())) {
            tasks.set(found.tasks);
        }
        if (found.total == 0) {
            state.set(new State.Empty());
        } else if (found.ids.length == 0) {
            state.set(new State.Nothing(found.total, found.asked));
        } else {
            state.set(new State.Found(found.ids, found.total, found.asked));
        }
    }

    /// Hands the row at `index` of what was found to `ready`: at once, or when its page has been read.
    public void row(int index, Consumer<ExampleRow> ready) {
        if (!(state.get() instanceof State.Found found) || index < 0 || index >= found.ids.length) {
            return;
        }
        int page = index / PAGE;
        var rows = pages.get(page);
        if (rows != null) {
            give(rows, found.ids[index], ready);
            return;
        }
        var others = waiting.get(page);
        if (others != null) {
            others.add(new Waiting(found.ids[index], ready));
            return;
        }
        waiting.put(page, new ArrayList<>(List.of(new Waiting(found.ids[index], ready))));
        int mine = generation;
        long[] ids = java.util.Arrays.copyOfRange(found.ids, page * PAGE,
                Math.min(found.ids.length, (page + 1) * PAGE));
        var workspace = java.util.Objects.requireNonNull(context.workspace().get());
        jobs.quietly(_ -> workspace.project().examples().rows(ids), read -> {
            if (mine == generation) {
                pages.put(page, read);
                var all = waiting.remove(page);
                if (all != null) {
                    all.forEach(one -> give(read, one.id, one.ready));
                }
            }
        }, () -> waiting.remove(page));
    }

    private static void give(List<ExampleRow> rows, long id, Consumer<ExampleRow> ready) {
        rows.stream().filter(row -> row.example().id() == id).findFirst().ifPresent(ready);
    }
}
