package org.askance.app.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;

/// What a filter finds, and the rows of what is on screen, a page at a time. FX thread only.
public final class BrowseViewModel {

    /// What the view shows.
    public sealed interface State {
        record Busy() implements State {}

        /// The project has no examples.
        record Empty() implements State {}

        /// The filter finds nothing among `total`.
        record Nothing(int total) implements State {}

        record Found(long[] ids, int total) implements State {}
    }

    private static final int PAGE = 64;

    private record Search(long[] ids, int total, List<TaskDefinition> tasks) {}

    private final ProjectContext context;
    private final Jobs jobs;
    private final ObjectProperty<ExampleFilter> filter = new SimpleObjectProperty<>(ExampleFilter.ALL);
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
        filter.subscribe(_ -> load());
    }

    public ObjectProperty<ExampleFilter> filter() {
        return filter;
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
            state.set(new State.Empty());
            return;
        }
        int mine = ++generation;
        var wanted = filter.get();
        searching = jobs.quietly(_ -> {
            var examples = workspace.project().examples();
            return new Search(examples.ids(wanted), examples.count(ExampleFilter.ALL),
                    workspace.project().tasks().list());
        }, found -> {
            if (mine == generation) {
                show(found);
            }
        }, () -> {});
    }

    private void show(Search found) {
        pages.clear();
        waiting.clear();
        if (!found.tasks.equals(tasks.get())) {
            tasks.set(found.tasks);
        }
        if (found.total == 0) {
            state.set(new State.Empty());
        } else if (found.ids.length == 0) {
            state.set(new State.Nothing(found.total));
        } else {
            state.set(new State.Found(found.ids, found.total));
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
