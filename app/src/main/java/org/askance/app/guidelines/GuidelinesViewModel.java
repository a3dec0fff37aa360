package org.askance.app.guidelines;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.error.NotSavedException;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Preferences;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.annotation.GuidelineRepository.Guideline;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.query.Query;

/// The guidelines in force and the versions before them; which is in force is recorded with every answer. FX thread
/// only; touches no control.
public final class GuidelinesViewModel {

    /// What is shown.
    public sealed interface State {
        record Busy() implements State {}

        /// @param versions the newest, which is in force, first; empty where nothing has been written
        /// @param draft    what was written and is not in force
        /// @param readOnly whether nothing can be written
        record Ready(List<Guideline> versions, String draft, boolean readOnly) implements State {
            public Ready {
                versions = List.copyOf(versions);
            }

            Guideline current() {
                return versions.isEmpty() ? Guideline.NONE : versions.getFirst();
            }
        }

        record Unavailable() implements State {}
    }

    private static final String SHOWN = "guidelines.shown";
    private static final String DRAFT = "guideline.draft";

    private final ProjectContext context;
    private final Jobs jobs;
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Busy());
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

    public GuidelinesViewModel(ProjectContext context, Jobs jobs, Preferences preferences) {
        this.context = context;
        this.jobs = jobs;
        this.preferences = preferences;
        shown.set(Boolean.parseBoolean(preferences.get(SHOWN, "false")));
        context.workspace().subscribe(this::load);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether they stand beside the pair; remembered.
    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    public void toggle() {
        shown.set(!shown.get());
        preferences.put(SHOWN, Boolean.toString(shown.get()));
        preferences.save();
    }

    /// Shows them where they are not shown.
    public void open() {
        if (!shown.get()) {
            toggle();
        }
    }

    public void load() {
        context.guideline().set(0);
        state.set(new State.Busy());
        read();
    }

    private void read() {
        var workspace = context.workspace().get();
        if (workspace == null) {
            return;
        }
        jobs.quietly(_ -> {
            var project = workspace.project();
            var versions = project.guidelines().versions();
            return new State.Ready(versions, Objects.requireNonNullElse(project.settings().get(DRAFT), ""),
                    project.isReadOnly());
        }, ready -> {
            if (workspace.equals(context.workspace().get())) {
                context.guideline().set(ready.current().version());
                state.set(ready);
            }
        }, () -> state.set(new State.Unavailable()));
    }

    /// Puts `text` in force: answers name this version from now on.
    public void save(String text) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> {
                var saved = NotSavedException.unless(() -> workspace.project().guidelines().save(text));
                workspace.project().settings().put(DRAFT, "");
                return saved;
            }, _ -> read(), () -> {});
        }
    }

    /// Keeps what is being written, so that it is there again at the next start.
    public void keep(String draft) {
        var workspace = context.workspace().get();
        if (workspace != null && state.get() instanceof State.Ready ready && !ready.readOnly()) {
            String kept = draft.equals(ready.current().text()) ? "" : draft;
            jobs.quietly(_ -> {
                workspace.project().settings().put(DRAFT, kept);
                return kept;
            }, _ -> {}, () -> {});
        }
    }

    /// Reads the example of `key`.
    ///
    /// @param found gets it, or nothing if there is none
    void example(String key, Consumer<Optional<ExampleRow>> found) {
        var workspace = context.workspace().get();
        if (workspace == null) {
            found.accept(Optional.empty());
            return;
        }
        jobs.quietly(_ -> {
            var ids = workspace.project().finder().ids(new Query.Keyed(key, false));
            return Optional.ofNullable(ids.length == 0 ? null : workspace.project().examples().row(ids[0]));
        }, found, () -> found.accept(Optional.empty()));
    }
}
