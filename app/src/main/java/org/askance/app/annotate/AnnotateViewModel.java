package org.askance.app.annotate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.askance.app.error.NotSavedException;
import org.askance.app.ui.AskedQueue;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Opinion;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.Gesture;
import org.askance.storage.annotation.Marks;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.query.Queue;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Walks one annotator through the examples, unanswered ones first asked. Every keypress is on disk before
/// the next example shows. FX thread only; touches no control.
public final class AnnotateViewModel {

    /// What the view shows. `position` counts from 1.
    public sealed interface State {
        record Busy() implements State {}

        /// No project is open.
        record Closed() implements State {}

        /// The project has no examples yet.
        record Empty() implements State {}

        /// The queue finds none among those there are.
        record Nothing() implements State {}

        /// @param asked    names of the tasks that the queue asks; the others can be answered too
        /// @param chosen   what is answered, by task, while another task that is asked is not
        /// @param marks    flag and comments
        /// @param opinion  what the network believes; `null` while it is hidden
        /// @param problem  why the picture cannot be used; [Told#NOTHING] if it can
        /// @param boxes    whether the system lacks a font for the text
        /// @param answered how many examples have an answer to every task that is asked
        record Asking(ExampleRow row, List<TaskDefinition> tasks, Set<String> asked, Map<String, String> chosen,
                Marks marks, @Nullable Opinion opinion, Told problem, boolean boxes, int position, int total,
                int answered) implements State {

            public Asking {
                tasks = List.copyOf(tasks);
                asked = Set.copyOf(asked);
                chosen = Map.copyOf(chosen);
            }

            /// Without its picture a pair gets no prediction; it may have one from before.
            boolean lacksPicture() {
                return row.example().problem() != null || row.example().image() == null;
            }
        }

        /// Everything has an answer.
        record Done(int total) implements State {}

        record Unavailable() implements State {}
    }

    private final ProjectContext context;
    private final Jobs jobs;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyObjectWrapper<AskedPair.Ahead> upcoming = new ReadOnlyObjectWrapper<>(
            AskedPair.Ahead.NOTHING);
    private final ReadOnlyObjectWrapper<List<TaskDefinition>> tasks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Gesture> ofMany = new ReadOnlyObjectWrapper<>();
    /// Where one goes back to from a pair that one only looks at; `null` while one is there.
    private final ReadOnlyObjectWrapper<@Nullable Long> away = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Agreeing.@Nullable Nothing> unheard = new ReadOnlyObjectWrapper<>();
    private long here = Queue.NOWHERE;
    private long checkpoint;
    private boolean hidden;
    private Instant shownAt = Instant.EPOCH;
    private final TypedAhead ahead;
    private final PictureCheck picture;
    /// Only the newest request's pair is shown.
    private int newest;

    public AnnotateViewModel(ProjectContext context, Jobs jobs, Clock clock) {
        this.context = context;
        this.jobs = jobs;
        this.clock = clock;
        this.ahead = new TypedAhead(clock);
        this.picture = new PictureCheck(state(), context, jobs);
        context.queue().subscribe((_, _) -> load());
        state.subscribe(_ -> unheard.set(null));
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What will most likely be needed.
    ReadOnlyObjectProperty<AskedPair.Ahead> upcoming() {
        return upcoming.getReadOnlyProperty();
    }

    /// What is answered.
    public ReadOnlyObjectProperty<List<TaskDefinition>> tasks() {
        return tasks.getReadOnlyProperty();
    }

    /// Why it led to nothing that one just agreed with the network; `null` if one did not.
    ReadOnlyObjectProperty<Agreeing.@Nullable Nothing> unheard() {
        return unheard.getReadOnlyProperty();
    }

    /// Whether the network is at pairs just now.
    ObservableValue<Boolean> scoring() {
        return context.scorings().map(count -> count.intValue() > 0);
    }

    /// Whether the picture is not the one that was imported any more.
    ReadOnlyBooleanProperty anotherPicture() {
        return picture.another();
    }

    /// Looks whether it is.
    void lookAtPicture() {
        picture.look();
    }

    /// An act on many that [#undo] or [#redo] just left alone; `null` for none.
    public ReadOnlyObjectProperty<@Nullable Gesture> ofMany() {
        return ofMany.getReadOnlyProperty();
    }

    /// Looks at the project anew and goes on in the queue where the annotator stopped, or with its first open example.
    public void load() {
        away.set(null);
        go(Move.FIRST_OPEN, null);
    }

    /// Looks at the project anew and stays at the example asked now, if there is one.
    public void refresh() {
        if (state.get() instanceof State.Asking asking) {
            go(Move.HERE, asking.row().example().id());
        } else {
            load();
        }
    }

    /// Asks one example, wherever it stands.
    public void open(long id) {
        away.set(null);
        go(Move.HERE, id);
    }

    /// Asks one example again, such as one answered long ago. An answer there is like any other, but one stays, and the
    /// queue waits where one was.
    public void visit(long id) {
        if (away.get() == null) {
            away.set(here);
        }
        go(Move.HERE, id);
    }

    /// Where one goes back to; `null` while one visits none.
    public ReadOnlyObjectProperty<@Nullable Long> away() {
        return away.getReadOnlyProperty();
    }

    /// From a visit back to where one was.
    ///
    /// @return whether one was on a visit
    public boolean back() {
        var to = away.get();
        if (to == null) {
            return false;
        }
        if (to == Queue.NOWHERE) {
            load();
        } else {
            open(to);
        }
        return true;
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
            state.set(new State.Closed());
            return;
        }
        long from = id == null ? here : id;
        String annotator = context.annotator().get();
        var queue = context.queue().get();
        int mine = ++newest;
        jobs.quietly(_ -> {
            long stopped = move == Move.FIRST_OPEN
                    ? AskedPair.begin(workspace, queue, annotator)
                    : Queue.NOWHERE;
            return ReadPair.of(stopped == Queue.NOWHERE
                    ? AskedPair.find(workspace, queue, move, from, annotator)
                    : AskedPair.find(workspace, queue, Move.HERE, stopped, annotator));
        }, pair -> {
            if (mine == newest) {
                show(pair, Map.of());
            }
        }, () -> {
            if (mine == newest) {
                state.set(new State.Unavailable());
            }
        });
    }

    private void show(ReadPair read, Map<String, String> chosen) {
        var pair = read.pair();
        tasks.set(pair.tasks());
        var place = pair.place();
        var row = pair.row();
        checkpoint = pair.checkpoint();
        hidden = pair.hidden();
        shownAt = clock.instant();
        if (place.count() == 0) {
            here = Queue.NOWHERE;
            state.set(pair.examples() == 0 ? new State.Empty() : new State.Nothing());
        } else if (row == null) {
            // One stays where one was: looking back starts there.
            state.set(new State.Done(place.count()));
        } else {
            here = place.id();
            state.set(new State.Asking(row, pair.tasks(), pair.asked(), chosen.isEmpty() ? pair.begun() : chosen,
                    pair.marks(), pair.opinion(), read.problem(), pair.boxes(),
                    // One that the queue no longer has, such as after an undo, has the place behind its last.
                    Math.min(place.position(), place.count()), place.count(), place.answered()));
        }
        follow(pair);
    }

    private void follow(AskedPair pair) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            var queue = context.queue().get();
            String annotator = context.annotator().get();
            boolean stays = away.get() != null;
            int mine = newest;
            jobs.quietly(_ -> AskedPair.follow(workspace, queue, pair.place(), annotator, !stays), next -> {
                if (mine == newest) {
                    upcoming.set(next);
                }
            }, () -> {});
        }
    }

    /// Answers one task; once every task that is asked has an answer, moves on.
    public void answer(String task, String label) {
        answer(Map.of(task, label));
    }

    /// Answers several tasks in one gesture; once every task that is asked has an answer, moves on. Ignored unless an
    /// example is being asked, so a bouncing key cannot answer twice.
    public void answer(Map<String, String> labels) {
        if (!(state.get() instanceof State.Asking asking)) {
            ahead.add(labels, () -> answer(labels));
        } else if (ahead.takes(labels)) {
            save(asking, labels);
        }
    }

    /// Agrees with the network in every task that is asked and not answered yet, and moves on. Where there is nothing to
    /// agree with, [#unheard] says why.
    public void accept() {
        if (!(state.get() instanceof State.Asking asking)) {
            ahead.add("accept", this::accept);
        } else if (ahead.takes("accept")) {
            switch (Agreeing.of(asking)) {
                case Agreeing.Saying(var labels) -> save(asking, labels);
                case Agreeing.Nothing why -> unheard.set(why);
            }
        }
    }

    private void save(State.Asking asking, Map<String, String> labels) {
        var chosen = new HashMap<>(asking.chosen());
        chosen.putAll(labels);
        boolean complete = chosen.keySet().containsAll(asking.asked());
        boolean goesOn = complete && away.get() == null;
        act(asking, new Act.Label(labels), goesOn ? Move.NEXT_OPEN : Move.HERE, goesOn ? Map.of() : chosen);
    }

    /// Puts the example off and moves on; it comes again when the others are answered.
    public void skip() {
        if (!(state.get() instanceof State.Asking asking)) {
            ahead.miss("skip");
        } else if (ahead.takes("skip")) {
            act(asking, new Act.Skip(), Move.NEXT_OPEN, Map.of());
        }
    }

    /// Marks the example for everyone to look at, or takes the mark away.
    public void flag() {
        if (state.get() instanceof State.Asking asking) {
            act(asking, asking.marks().flag() == null ? new Act.Flag(null) : new Act.Unflag(), Move.HERE,
                    asking.chosen());
        }
    }

    /// Notes something about the example; ignored without words.
    public void comment(String text) {
        if (state.get() instanceof State.Asking asking && !text.isBlank()) {
            act(asking, new Act.Comment(text.strip()), Move.HERE, asking.chosen());
        }
    }

    /// Saves `act`, then moves. Where one stays, what was chosen and when it was shown stay too.
    private void act(State.Asking asking, Act act, Move move, Map<String, String> chosen) {
        var workspace = Objects.requireNonNull(context.workspace().get());
        long id = asking.row().example().id();
        String annotator = context.annotator().get();
        var queue = context.queue().get();
        var circumstances = circumstances(asking, queue.key());
        var since = shownAt;
        ahead.begin(move == Move.HERE);
        int mine = ++newest;
        state.set(new State.Busy());
        jobs.quietly(_ -> {
            var _ = NotSavedException.unless(
                    () -> workspace.project().annotations().bulk(new long[]{id}, act, annotator, circumstances));
            return ReadPair.of(AskedPair.find(workspace, queue, move, id, annotator));
        }, read -> {
            if (mine == newest) {
                show(read, read.pair().place().id() == id ? chosen : Map.of());
                shownAt = move == Move.HERE ? since : shownAt;
            }
            context.answersChanged();
            ahead.goOn(() -> state.get() instanceof State.Asking);
        }, () -> {
            if (mine == newest) {
                state.set(asking);
            }
            ahead.goOn(() -> state.get() instanceof State.Asking);
        });
    }

    private Circumstances circumstances(State.Asking asking, String queue) {
        var seen = Circumstances.seen(asking.row().predicted().isEmpty() ? null : checkpoint,
                Duration.between(shownAt, clock.instant())).in(queue);
        var blind = hidden ? seen.asBlind() : seen;
        return context.guideline().get() == 0 ? blind : blind.under(context.guideline().get());
    }

    /// Takes back this annotator's last keypress and shows its example; ignored if there is none. What was done to many
    /// at once is told and left: it is taken back where all of it is seen.
    public void undo() {
        turn(false);
    }

    /// Brings back what this annotator took back last and shows its example; ignored if there is none, and told where
    /// it was done to many at once.
    public void redo() {
        turn(true);
    }

    private void turn(boolean again) {
        var workspace = context.workspace().get();
        if (workspace == null || state.get() instanceof State.Busy) {
            return;
        }
        String annotator = context.annotator().get();
        var queue = context.queue().get();
        int mine = ++newest;
        jobs.quietly(_ -> turn(workspace, annotator, queue, again), turned -> {
            ofMany.set(turned.ofMany);
            if (turned.pair != null) {
                if (mine == newest) {
                    show(turned.pair, Map.of());
                }
                context.answersChanged();
            }
        }, () -> {});
    }

    /// @param ofMany what was left alone
    private record Turned(@Nullable ReadPair pair, @Nullable Gesture ofMany) {}

    private static Turned turn(Workspace workspace, String annotator, AskedQueue queue, boolean again)
            throws Exception {
        var annotations = workspace.project().annotations();
        var next = annotations.next(annotator, again);
        if (next != null && next.bulk()) {
            return new Turned(null, next);
        }
        var turned = NotSavedException.unless(
                () -> Optional.ofNullable(again ? annotations.redo(annotator) : annotations.undoLast(annotator)));
        var example = turned.orElse(null);
        return new Turned(example == null
                ? null
                : ReadPair.of(AskedPair.find(workspace, queue, Move.HERE, example, annotator)), null);
    }
}
