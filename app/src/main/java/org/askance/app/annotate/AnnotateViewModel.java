package org.askance.app.annotate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;
import org.jspecify.annotations.Nullable;

/// Walks one annotator through the examples, unanswered ones first asked. Every keypress is on disk before
/// the next example shows. FX thread only; touches no control.
public final class AnnotateViewModel {

    /// What the view shows. `position` counts from 1.
    public sealed interface State {
        record Busy() implements State {}

        /// The project has no examples yet.
        record Empty() implements State {}

        /// @param chosen what this annotator has answered about it just now, by task
        /// @param answered how many examples have an answer
        record Asking(ExampleRow row, List<TaskDefinition> tasks, Map<String, String> chosen, int position, int total,
                int answered) implements State {

            public Asking {
                tasks = List.copyOf(tasks);
                chosen = Map.copyOf(chosen);
            }
        }

        /// Everything has an answer.
        record Done(int total) implements State {}

        record Unavailable() implements State {}
    }

    private record Loaded(List<TaskDefinition> tasks, long[] ids, int index, @Nullable ExampleRow row,
            @Nullable ExampleRow next, int answered, long checkpoint) {}

    private final ProjectContext context;
    private final Jobs jobs;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyObjectWrapper<@Nullable Path> upcoming = new ReadOnlyObjectWrapper<>();
    private List<TaskDefinition> tasks = List.of();
    private long[] ids = {};
    private int index;
    private long checkpoint;
    private Instant shownAt = Instant.EPOCH;

    public AnnotateViewModel(ProjectContext context, Jobs jobs, Clock clock) {
        this.context = context;
        this.jobs = jobs;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The picture that will most likely be needed next.
    public ReadOnlyObjectProperty<@Nullable Path> upcoming() {
        return upcoming.getReadOnlyProperty();
    }

    /// Looks at the project anew and asks the first unanswered example.
    public void load() {
        go(Direction.FIRST_UNANSWERED, null);
    }

    /// Looks at the project anew and stays at the example asked now, if there is one.
    public void refresh() {
        if (state.get() instanceof State.Asking asking) {
            open(asking.row().example().id());
        } else {
            load();
        }
    }

    /// Asks one example, wherever it stands.
    public void open(long id) {
        go(Direction.OPEN, id);
    }

    public void next() {
        go(Direction.NEXT, null);
    }

    public void previous() {
        go(Direction.PREVIOUS, null);
    }

    private enum Direction {
        FIRST_UNANSWERED, NEXT_UNANSWERED, NEXT, PREVIOUS, OPEN
    }

    private void go(Direction direction, @Nullable Long id) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            state.set(new State.Empty());
            return;
        }
        long here = ids.length == 0 ? -1 : ids[Math.min(index, ids.length - 1)];
        jobs.quietly(_ -> find(workspace, direction, id == null ? here : id), this::show,
                () -> state.set(new State.Unavailable()));
    }

    private static Loaded find(Workspace workspace, Direction direction, long from) {
        var examples = workspace.project().examples();
        long[] ids = examples.ids(ExampleFilter.ALL);
        int at = java.util.Arrays.binarySearch(ids, from);
        int last = ids.length - 1;
        int index = switch (direction) {
            case OPEN -> Math.max(0, at);
            case NEXT -> Math.min(last, at + 1);
            case PREVIOUS -> Math.max(0, at - 1);
            case FIRST_UNANSWERED, NEXT_UNANSWERED -> {
                long[] open = examples.ids(ExampleFilter.ALL.withAnswers(ExampleFilter.Answers.UNANSWERED));
                int place = java.util.Arrays.binarySearch(open, from + 1);
                int following = place < 0 ? -place - 1 : place;
                // Past the end it starts over: what was skipped comes again.
                yield open.length == 0
                        ? ids.length
                        : java.util.Arrays.binarySearch(ids,
                                open[direction == Direction.FIRST_UNANSWERED || following == open.length
                                        ? 0
                                        : following]);
            }
        };
        return loaded(workspace, ids, index);
    }

    private static Loaded loaded(Workspace workspace, long[] ids, int index) {
        var project = workspace.project();
        var rows = index < ids.length
                ? project.examples().rows(index + 1 < ids.length
                        ? new long[]{ids[index], ids[index + 1]}
                        : new long[]{ids[index]})
                : List.<ExampleRow>of();
        return new Loaded(project.tasks().list(), ids, index, rows.isEmpty() ? null : rows.getFirst(),
                rows.size() < 2 ? null : rows.getLast(), project.annotations().answeredCount(),
                workspace.current().id());
    }

    private void show(Loaded loaded) {
        tasks = loaded.tasks;
        ids = loaded.ids;
        index = loaded.index;
        checkpoint = loaded.checkpoint;
        shownAt = clock.instant();
        if (ids.length == 0) {
            state.set(new State.Empty());
        } else if (loaded.row == null) {
            state.set(new State.Done(ids.length));
        } else {
            state.set(new State.Asking(loaded.row, tasks, Map.of(), index + 1, ids.length, loaded.answered));
        }
        upcoming.set(loaded.next == null ? null : loaded.next.example().image());
    }

    /// Answers with the label that `key` stands for, in whichever task has it; ignored if none has.
    public boolean press(String key) {
        for (var task : tasks) {
            for (var label : task.labels()) {
                if (label.key().equalsIgnoreCase(key)) {
                    answer(task.name(), label.name());
                    return true;
                }
            }
        }
        return false;
    }

    /// Saves one label; once every task has one, moves on. Ignored unless an example is being asked, so a
    /// bouncing key cannot answer twice.
    public void answer(String task, String label) {
        if (state.get() instanceof State.Asking asking) {
            save(asking, Map.of(task, label));
        }
    }

    /// Agrees with the network in every task not answered yet, and moves on; ignored without a prediction.
    public void accept() {
        if (state.get() instanceof State.Asking asking) {
            var labels = new HashMap<String, String>();
            asking.row().predicted().forEach((task, cell) -> {
                if (!asking.chosen().containsKey(task)) {
                    labels.put(task, cell.label());
                }
            });
            if (!labels.isEmpty()) {
                save(asking, labels);
            }
        }
    }

    private void save(State.Asking asking, Map<String, String> labels) {
        var workspace = Objects.requireNonNull(context.workspace().get());
        var chosen = new HashMap<>(asking.chosen());
        chosen.putAll(labels);
        boolean complete = tasks.stream().allMatch(task -> chosen.containsKey(task.name()));
        long id = asking.row().example().id();
        var answer = new Answer(id, labels, context.annotator().get(),
                asking.row().predicted().isEmpty() ? null : checkpoint, Duration.between(shownAt, clock.instant()));
        state.set(new State.Busy());
        jobs.quietly(_ -> {
            workspace.project().annotations().save(answer);
            return complete
                    ? find(workspace, Direction.NEXT_UNANSWERED, id)
                    : loaded(workspace, ids, index);
        }, loaded -> {
            var since = shownAt;
            show(loaded);
            if (!complete && state.get() instanceof State.Asking same) {
                shownAt = since;
                state.set(new State.Asking(same.row(), same.tasks(), chosen, same.position(), same.total(),
                        same.answered()));
            }
            context.answersChanged();
        }, () -> state.set(asking));
    }

    /// Takes back this annotator's last keypress and shows its example; ignored if there is none.
    public void undo() {
        turn((annotations, annotator) -> annotations.undoLast(annotator));
    }

    /// Brings back what this annotator took back last and shows its example; ignored if there is none.
    public void redo() {
        turn((annotations, annotator) -> annotations.redo(annotator));
    }

    private void turn(BiFunction<AnnotationRepository, String, @Nullable Long> way) {
        var workspace = context.workspace().get();
        if (workspace == null || state.get() instanceof State.Busy) {
            return;
        }
        jobs.quietly(_ -> {
            var example = way.apply(workspace.project().annotations(), context.annotator().get());
            return java.util.Optional.ofNullable(
                    example == null ? null : find(workspace, Direction.OPEN, example));
        }, found -> found.ifPresent(loaded -> {
            show(loaded);
            context.answersChanged();
        }), () -> {});
    }
}
