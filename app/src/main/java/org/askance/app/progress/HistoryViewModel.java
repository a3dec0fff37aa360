package org.askance.app.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.annotation.OwnAnswer;
import org.askance.storage.annotation.OwnHistory;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// The answers of whoever annotates now, newest first, read page by page as one scrolls. FX thread only; touches no
/// control.
public final class HistoryViewModel {

    /// What can be read of it.
    enum State {
        BUSY, LISTED, UNAVAILABLE
    }

    /// A label to look for; neither has any.
    record OfLabel(@Nullable String task, @Nullable String label) {
        static final OfLabel ANY = new OfLabel(null, null);
    }

    private static final int ROWS = 200;

    private final ProjectContext context;
    private final Jobs jobs;
    private final Clock clock;
    private final ObservableList<OwnAnswer> answers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.BUSY);
    private final ReadOnlyObjectWrapper<List<TaskDefinition>> tasks = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty today = new SimpleBooleanProperty();
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final ObjectProperty<OfLabel> label = new SimpleObjectProperty<>(OfLabel.ANY);
    private boolean looking;
    private long before;
    private boolean reading;
    private int newest;

    private record Read(OwnHistory page, List<TaskDefinition> tasks) {}

    public HistoryViewModel(ProjectContext context, Jobs jobs, Clock clock) {
        this.context = context;
        this.jobs = jobs;
        this.clock = clock;
        context.answers().subscribe((_, _) -> load());
        context.annotator().subscribe((_, _) -> forget());
        context.workspace().subscribe(this::forget);
        today.subscribe((_, _) -> load());
        changed.subscribe((_, _) -> load());
        label.subscribe((_, _) -> load());
    }

    ObservableList<OwnAnswer> answers() {
        return answers;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<TaskDefinition>> tasks() {
        return tasks.getReadOnlyProperty();
    }

    BooleanProperty today() {
        return today;
    }

    BooleanProperty changed() {
        return changed;
    }

    ObjectProperty<OfLabel> label() {
        return label;
    }

    /// @param now whether someone looks: else nothing is read
    void look(boolean now) {
        looking = now;
        load();
    }

    private void forget() {
        answers.clear();
        label.set(OfLabel.ANY);
        load();
    }

    /// Reads the first page anew.
    void load() {
        read(Long.MAX_VALUE);
    }

    /// Reads the page after what is listed, if there is one.
    void more() {
        if (before != 0 && !reading) {
            read(before);
        }
    }

    private void read(long from) {
        var workspace = context.workspace().get();
        if (!looking || workspace == null) {
            return;
        }
        boolean first = from == Long.MAX_VALUE;
        String annotator = context.annotator().get();
        var since = today.get() ? LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant() : null;
        var filter = new OwnHistory.Filter(since, label.get().task(), label.get().label(), changed.get());
        int mine = ++newest;
        reading = true;
        jobs.quietly(_ -> new Read(workspace.project().ownWork().history(annotator, filter, from, ROWS),
                workspace.project().tasks().list()), read -> {
                    if (mine == newest) {
                        reading = false;
                        before = read.page.before();
                        tasks.set(read.tasks);
                        if (first) {
                            answers.setAll(read.page.answers());
                        } else {
                            answers.addAll(read.page.answers());
                        }
                        state.set(State.LISTED);
                    }
                }, () -> {
                    if (mine == newest) {
                        reading = false;
                        state.set(State.UNAVAILABLE);
                    }
                });
    }
}
