package org.askance.app.adjudicate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.error.NotSavedException;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.app.work.Workspace;
import org.askance.storage.annotation.AnnotationRepository;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.query.Queue;
import org.jspecify.annotations.Nullable;

/// Walks through what annotators disagree about. A deciding answer counts before theirs, and can be undone; theirs
/// stay. FX thread only; touches no control.
public final class AdjudicateViewModel {

    /// What the view shows.
    public sealed interface State {
        record Busy() implements State {}

        /// Nobody disagrees, or all is settled.
        record Nothing() implements State {}

        /// @param position from 1
        record Deciding(Dispute dispute, int position, int total) implements State {}

        record Unavailable() implements State {}
    }

    private static final int PAGE = 50;

    private final ProjectContext context;
    private final Jobs jobs;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private long[] disputes = {};
    private int at;
    private Instant shownAt = Instant.EPOCH;
    /// How many deciding answers were taken back since the last was given: so many come back.
    private int undone;
    /// Only the newest request's dispute is shown.
    private int newest;

    public AdjudicateViewModel(ProjectContext context, Jobs jobs, Clock clock) {
        this.context = context;
        this.jobs = jobs;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The example that is disputed; [Queue#NOWHERE] if none is shown.
    public long example() {
        return state.get() instanceof State.Deciding deciding ? deciding.dispute().row().example().id() : Queue.NOWHERE;
    }

    /// Looks for disputes anew, and stays at the one that is shown if it is still among them.
    public void load() {
        load(example());
    }

    private void load(long example) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            state.set(new State.Nothing());
            return;
        }
        int mine = ++newest;
        jobs.quietly(_ -> workspace.project().agreement().disputes(), found -> {
            if (mine == newest) {
                disputes = found;
                at = Math.max(0, Arrays.binarySearch(found, example));
                show(workspace);
            }
        }, this::unavailable);
    }

    private void unavailable() {
        state.set(new State.Unavailable());
    }

    private void show(Workspace workspace) {
        if (disputes.length == 0) {
            state.set(new State.Nothing());
            return;
        }
        int index = at;
        int mine = ++newest;
        jobs.quietly(_ -> Optional.ofNullable(Dispute.of(workspace.project(), disputes[index])), found -> {
            if (mine == newest && found.isPresent()) {
                shownAt = clock.instant();
                state.set(new State.Deciding(found.get(), index + 1, disputes.length));
            }
        }, this::unavailable);
    }

    /// Reads the one that is shown anew.
    public void refresh() {
        move(0);
    }

    public void next() {
        move(1);
    }

    public void previous() {
        move(-1);
    }

    private void move(int by) {
        var workspace = context.workspace().get();
        if (workspace != null && state.get() instanceof State.Deciding) {
            at = Math.clamp(at + by, 0, disputes.length - 1);
            show(workspace);
        }
    }

    /// Decides for the label that `key` stands for, in whichever task has it.
    ///
    /// @return whether there is one
    public boolean press(String key) {
        if (state.get() instanceof State.Deciding deciding) {
            for (var task : deciding.dispute().tasks()) {
                for (var label : task.labels()) {
                    if (label.key().equalsIgnoreCase(key)) {
                        decide(task.name(), label.name());
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Saves a deciding answer; once every disputed task has one, goes to the next dispute. Ignored unless one is
    /// shown, so a bouncing key cannot decide twice.
    public void decide(String task, String label) {
        var workspace = context.workspace().get();
        if (workspace == null || !(state.get() instanceof State.Deciding deciding)) {
            return;
        }
        long example = deciding.dispute().row().example().id();
        var circumstances = Circumstances.seen(null, Duration.between(shownAt, clock.instant())).asDeciding();
        var answer = new Answer(example, Map.of(task, label), context.annotator().get(),
                context.guideline().get() == 0 ? circumstances : circumstances.under(context.guideline().get()));
        int mine = ++newest;
        state.set(new State.Busy());
        jobs.quietly(_ -> {
            var _ = NotSavedException.unless(() -> workspace.project().annotations().save(answer));
            return Optional.ofNullable(Dispute.of(workspace.project(), example));
        }, now -> {
            undone = 0;
            if (mine == newest) {
                decided(workspace, deciding, now);
            }
            context.answersChanged();
        }, () -> state.set(deciding));
    }

    /// Notes something about the dispute that is shown, beside what its annotators wrote; ignored without words.
    public void comment(String text) {
        var workspace = context.workspace().get();
        if (workspace == null || text.isBlank() || !(state.get() instanceof State.Deciding deciding)) {
            return;
        }
        long example = deciding.dispute().row().example().id();
        String annotator = context.annotator().get();
        int mine = ++newest;
        state.set(new State.Busy());
        jobs.quietly(_ -> {
            var _ = NotSavedException.unless(
                    () -> workspace.project().annotations().comment(example, text.strip(), annotator));
            return Optional.ofNullable(Dispute.of(workspace.project(), example));
        }, now -> {
            undone = 0;
            if (mine == newest) {
                now.ifPresent(dispute -> state
                        .set(new State.Deciding(dispute, deciding.position(), deciding.total())));
            }
            context.answersChanged();
        }, () -> state.set(deciding));
    }

    private void decided(Workspace workspace, State.Deciding before, Optional<Dispute> now) {
        boolean settled = now.map(Dispute::isSettled).orElse(true);
        if (!settled) {
            now.ifPresent(dispute -> state.set(new State.Deciding(dispute, before.position(), before.total())));
        } else if (at < disputes.length - 1) {
            at++;
            show(workspace);
        } else {
            // The last one: see whether any was left out.
            load(Queue.NOWHERE);
        }
    }

    /// Takes back this person's last deciding answer, or their comment on the dispute that is shown, and shows its
    /// dispute; ignored if they have done anything else since, which is not seen here.
    public void undo() {
        long shown = example();
        turn((annotations, annotator) -> isSeen(annotations, annotator, shown)
                ? annotations.undoLast(annotator)
                : null, 1);
    }

    /// Brings back what was taken back last.
    public void redo() {
        if (undone > 0) {
            turn(AdjudicateViewModel::redo, -1);
        }
    }

    /// What was done to many at once is brought back where all of it is seen.
    private static @Nullable Long redo(AnnotationRepository annotations, String annotator) {
        var next = annotations.next(annotator, true);
        return next == null || next.bulk() ? null : annotations.redo(annotator);
    }

    private static boolean isSeen(AnnotationRepository annotations, String annotator, long shown) {
        long before = Long.MAX_VALUE;
        while (true) {
            var page = annotations.history(annotator, before, PAGE);
            for (var event : page) {
                if (event.target() == null && event.counts()) {
                    var example = event.example();
                    return event.circumstances().deciding()
                            || (event.kind() == EventKind.COMMENT && example != null && example == shown);
                }
            }
            if (page.size() < PAGE) {
                return false;
            }
            before = page.getLast().id();
        }
    }

    private void turn(BiFunction<AnnotationRepository, String, @Nullable Long> way, int count) {
        var workspace = context.workspace().get();
        if (workspace == null || state.get() instanceof State.Busy) {
            return;
        }
        String annotator = context.annotator().get();
        jobs.quietly(
                _ -> NotSavedException.unless(
                        () -> Optional.ofNullable(way.apply(workspace.project().annotations(), annotator))),
                turned -> turned.ifPresent(example -> {
                    undone += count;
                    context.answersChanged();
                    int index = state.get() instanceof State.Nothing ? -1 : Arrays.binarySearch(disputes, example);
                    if (index < 0) {
                        load(example);
                    } else {
                        at = index;
                        show(workspace);
                    }
                }), () -> {});
    }
}
