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
import org.askance.app.ui.AskedQueue;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Workspace;
import org.askance.storage.Project;
import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.query.Query;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.query.Queue.Place;
import org.jspecify.annotations.Nullable;

/// Walks one annotator through the examples, unanswered ones first asked. Every keypress is on disk before
/// the next example shows. FX thread only; touches no control.
public final class AnnotateViewModel {

    /// What the view shows. `position` counts from 1.
    public sealed interface State {
        record Busy() implements State {}

        /// The project has no examples yet.
        record Empty() implements State {}

        /// The queue finds none among those there are.
        record Nothing() implements State {}

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

    /// @param hidden   whether predictions and others' answers were taken out of `row`
    /// @param examples at least as many there are
    private record Loaded(List<TaskDefinition> tasks, Place place, @Nullable ExampleRow row, boolean hidden,
            @Nullable ExampleRow next, long checkpoint, int examples) {}

    private final ProjectContext context;
    private final Jobs jobs;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyObjectWrapper<@Nullable Path> upcoming = new ReadOnlyObjectWrapper<>();
    private List<TaskDefinition> tasks = List.of();
    private long here = Queue.NOWHERE;
    private long checkpoint;
    private boolean hidden;
    private Instant shownAt = Instant.EPOCH;

    public AnnotateViewModel(ProjectContext context, Jobs jobs, Clock clock) {
        this.context = context;
        this.jobs = jobs;
        this.clock = clock;
        context.queue().subscribe((_, _) -> load());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The picture that will most likely be needed next.
    public ReadOnlyObjectProperty<@Nullable Path> upcoming() {
        return upcoming.getReadOnlyProperty();
    }

    /// Looks at the project anew and goes on in the queue where the annotator stopped, or with its first open example.
    public void load() {
        go(Move.FIRST_OPEN, null);
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
        go(Move.HERE, id);
    }

    public void next() {
        go(Move.NEXT, null);
    }

    public void previous() {
        go(Move.PREVIOUS, null);
    }

    private void go(Move move, @Nullable Long id) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            state.set(new State.Empty());
            return;
        }
        long from = id == null ? here : id;
        String annotator = context.annotator().get();
        var queue = context.queue().get();
        jobs.quietly(_ -> {
            long stopped = move == Move.FIRST_OPEN
                    ? workspace.project().queuePlaces().get(annotator, queue.key())
                    : Queue.NOWHERE;
            return stopped == Queue.NOWHERE
                    ? find(workspace, queue, move, from, annotator)
                    : find(workspace, queue, Move.HERE, stopped, annotator);
        }, this::show, () -> state.set(new State.Unavailable()));
    }

    private static Loaded find(Workspace workspace, AskedQueue asked, Move move, long from, String annotator) {
        var project = workspace.project();
        var queue = asked.queue();
        var place = project.finder().find(queue, move, from, annotator);
        if (place.id() == Queue.NOWHERE && move == Move.HERE) {
            place = project.finder().find(queue, Move.NEXT, Queue.NOWHERE, annotator);
        }
        if (place.id() != Queue.NOWHERE && !project.isReadOnly()) {
            project.queuePlaces().put(annotator, asked.key(), place.id());
        }
        var row = project.examples().row(place.id());
        var tasks = project.tasks().list();
        boolean hidden = row != null && asked.blind() && !answered(project, tasks, place.id(), annotator);
        return new Loaded(tasks, place, row == null || !hidden ? row : blind(row), hidden,
                project.examples().row(place.following()), workspace.current().id(),
                place.count() == 0 ? project.finder().count(Query.ALL) : place.count());
    }

    /// Whether `annotator` has answered in all tasks: one that is still to do could be swayed.
    private static boolean answered(Project project, List<TaskDefinition> tasks, long example, String annotator) {
        var given = project.annotations().labelsByAnnotator(example).getOrDefault(annotator, Map.of());
        return tasks.stream().allMatch(task -> given.containsKey(task.name()));
    }

    /// What could sway an answer is not told before it is given.
    private static ExampleRow blind(ExampleRow row) {
        return new ExampleRow(row.example(), Map.of(), Map.of(), Map.of());
    }

    private void show(Loaded loaded) {
        tasks = loaded.tasks;
        var place = loaded.place;
        checkpoint = loaded.checkpoint;
        hidden = loaded.hidden;
        shownAt = clock.instant();
        if (place.count() == 0) {
            here = Queue.NOWHERE;
            state.set(loaded.examples == 0 ? new State.Empty() : new State.Nothing());
        } else if (loaded.row == null) {
            // One stays where one was: looking back starts there.
            state.set(new State.Done(place.count()));
        } else {
            here = place.id();
            state.set(new State.Asking(loaded.row, tasks, Map.of(), place.position(), place.count(),
                    place.answered()));
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
        var queue = context.queue().get();
        var circumstances = Circumstances.seen(asking.row().predicted().isEmpty() ? null : checkpoint,
                Duration.between(shownAt, clock.instant())).in(queue.key());
        circumstances = hidden ? circumstances.asBlind() : circumstances;
        circumstances = context.guideline().get() == 0
                ? circumstances
                : circumstances.under(context.guideline().get());
        var answer = new Answer(id, labels, context.annotator().get(), circumstances);
        state.set(new State.Busy());
        jobs.quietly(_ -> {
            workspace.project().annotations().save(answer);
            return find(workspace, queue, complete ? Move.NEXT_OPEN : Move.HERE, id, answer.annotator());
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
        String annotator = context.annotator().get();
        var queue = context.queue().get();
        jobs.quietly(_ -> {
            var example = way.apply(workspace.project().annotations(), annotator);
            return java.util.Optional.ofNullable(
                    example == null ? null : find(workspace, queue, Move.HERE, example, annotator));
        }, found -> found.ifPresent(loaded -> {
            show(loaded);
            context.answersChanged();
        }), () -> {});
    }
}
