package org.askance.app.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.app.work.Workspace;
import org.askance.model.geometry.Neighbours;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.jspecify.annotations.Nullable;

/// Projected embeddings, what colours them, the chosen pair and its neighbours. FX thread only.
public final class MapViewModel {

    /// What the view shows.
    public sealed interface State {
        record Busy() implements State {}

        /// Nothing is scored yet.
        record NotScored() implements State {}

        record Shown(ProjectEmbeddings.Projected projected) implements State {}

        record Unavailable() implements State {}
    }

    /// What a point's colour says: the label that counts, or the predicted one, of a task.
    public record Colouring(TaskDefinition task, boolean predicted) {}

    /// A neighbour to look at.
    public record Near(ExampleRow row, double cosine) {}

    /// The chosen pair.
    ///
    /// @param index of it among the projected
    public record Chosen(int index, ExampleRow row, List<Near> near) {

        public Chosen {
            near = List.copyOf(near);
        }
    }

    /// In which vectors neighbours are looked for.
    public enum Space {
        TEXT, IMAGE, FUSED
    }

    private static final int NEIGHBOURS = 8;

    private final ProjectContext context;
    private final Jobs jobs;
    private final String title;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<TaskDefinition>> tasks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<int[]> categories = new ReadOnlyObjectWrapper<>(new int[0]);
    private final ObjectProperty<@Nullable Colouring> colouring = new SimpleObjectProperty<>();
    private final ObjectProperty<Space> space = new SimpleObjectProperty<>(Space.FUSED);
    private final ObjectProperty<ProjectEmbeddings.Method> method = new SimpleObjectProperty<>(
            ProjectEmbeddings.Method.PCA);
    private RunningJob running = RunningJob.NONE;
    private int newest;
    private ProjectEmbeddings.Method shownMethod = ProjectEmbeddings.Method.PCA;

    /// @param title what the status bar says while embeddings are projected
    public MapViewModel(ProjectContext context, Jobs jobs, String title) {
        this.context = context;
        this.jobs = jobs;
        this.title = title;
        colouring.subscribe(_ -> colour());
        space.subscribe(_ -> {
            var now = chosen.get();
            if (now != null) {
                choose(now.index);
            }
        });
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Chosen> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<TaskDefinition>> tasks() {
        return tasks.getReadOnlyProperty();
    }

    /// Index of each projected example's label in the colouring's task; −1 where it has none.
    public ReadOnlyObjectProperty<int[]> categories() {
        return categories.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Colouring> colouring() {
        return colouring;
    }

    public ObjectProperty<Space> space() {
        return space;
    }

    public ObjectProperty<ProjectEmbeddings.Method> method() {
        return method;
    }

    private record Loaded(ProjectEmbeddings.Projected projected, List<TaskDefinition> tasks) {}

    /// Projects anew; what is known is only read.
    public void load() {
        var workspace = context.workspace().get();
        running.cancel();
        if (workspace == null) {
            state.set(new State.NotScored());
            return;
        }
        if (!(state.get() instanceof State.Shown)) {
            state.set(new State.Busy());
        }
        var with = method.get();
        running = jobs.start(title, progress -> new Loaded(
                new ProjectEmbeddings(workspace, with).run(progress), workspace.project().tasks().list()), loaded -> {
                    if (context.workspace().get() == workspace) {
                        shownMethod = with;
                        show(loaded);
                    }
                }, () -> {
                    if (!(state.get() instanceof State.Shown)) {
                        state.set(new State.Unavailable());
                    } else if (method.get() == with) {
                        // What is shown was projected otherwise: say so.
                        method.set(shownMethod);
                    }
                });
    }

    private void show(Loaded loaded) {
        var old = chosen.get();
        chosen.set(null);
        if (!loaded.tasks.equals(tasks.get())) {
            tasks.set(loaded.tasks);
            colouring.set(loaded.tasks.isEmpty() ? null : new Colouring(loaded.tasks.getLast(), true));
        }
        if (loaded.projected.examples().length == 0) {
            state.set(new State.NotScored());
            return;
        }
        state.set(new State.Shown(loaded.projected));
        colour();
        if (old != null) {
            int again = indexOf(loaded.projected.examples(), old.row.example().id());
            if (again >= 0) {
                choose(again);
            }
        }
    }

    private void colour() {
        var by = colouring.get();
        var workspace = context.workspace().get();
        if (by == null || workspace == null || !(state.get() instanceof State.Shown(var projected))) {
            return;
        }
        jobs.quietly(_ -> categories(workspace, by, projected.examples()), found -> {
            if (Objects.equals(by, colouring.get()) && state.get() instanceof State.Shown(var now)
                    && now.equals(projected)) {
                categories.set(found);
            }
        }, () -> {});
    }

    private static int[] categories(Workspace workspace, Colouring by, long[] ids) {
        var names = by.task.labelNames();
        var rows = workspace.project().examples().rows(ids);
        var found = new java.util.HashMap<Long, Integer>();
        for (var row : rows) {
            found.put(row.example().id(), names.indexOf(label(by, row)));
        }
        return Arrays.stream(ids).mapToInt(id -> found.getOrDefault(id, -1)).toArray();
    }

    private static String label(Colouring by, ExampleRow row) {
        String task = by.task.name();
        if (by.predicted) {
            return Optional.ofNullable(row.predicted().get(task)).map(ExampleRow.PredictionCell::label).orElse("");
        }
        return row.answered().getOrDefault(task, row.given().getOrDefault(task, ""));
    }

    /// Chooses the pair at `index` of the projected and looks for its neighbours.
    public void choose(int index) {
        var workspace = context.workspace().get();
        if (workspace == null || !(state.get() instanceof State.Shown shown)) {
            return;
        }
        var projected = shown.projected();
        var vectors = switch (space.get()) {
            case TEXT -> projected.textVectors();
            case IMAGE -> projected.imageVectors();
            case FUSED -> projected.fusedVectors();
        };
        int mine = ++newest;
        jobs.quietly(_ -> find(workspace, projected.examples(), vectors, index), found -> {
            if (mine == newest && found.isPresent() && shown.equals(state.get())) {
                chosen.set(found.get());
            }
        }, () -> {});
    }

    private static Optional<Chosen> find(Workspace workspace, long[] examples, float[][] vectors, int index) {
        var examplesOf = workspace.project().examples();
        var row = examplesOf.row(examples[index]);
        if (row == null) {
            return Optional.empty();
        }
        var near = new ArrayList<Near>();
        for (var neighbour : Neighbours.nearest(vectors, index, NEIGHBOURS)) {
            var other = examplesOf.row(examples[neighbour.row()]);
            if (other != null) {
                near.add(new Near(other, neighbour.cosine()));
            }
        }
        return Optional.of(new Chosen(index, row, near));
    }

    /// Chooses by example.
    public void chooseExample(long id) {
        if (state.get() instanceof State.Shown(var projected)) {
            int index = indexOf(projected.examples(), id);
            if (index >= 0) {
                choose(index);
            }
        }
    }

    static int indexOf(long[] ids, long id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /// How many points have each label; the last count is of those without.
    static int[] counts(int[] categories, int labels) {
        var counts = new int[labels + 1];
        for (int category : categories) {
            counts[category < 0 ? labels : category]++;
        }
        return counts;
    }
}
