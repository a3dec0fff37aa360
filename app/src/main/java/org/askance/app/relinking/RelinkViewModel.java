package org.askance.app.relinking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.ShownProgress;
import org.askance.app.work.RelinkImages;
import org.askance.app.work.Workspace;
import org.askance.storage.exchange.MissingImages;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.told.Told;

/// Which pictures are missing, and the search for them. FX thread; touches no control.
final class RelinkViewModel {

    sealed interface State {
        record Counting() implements State {}

        /// @param back how many were found again in their place
        record Missing(int back, List<MissingImages.Missing> missing) implements State {}

        /// @param share 0 to 1; negative while unknown
        record Searching(double share) implements State {}

        /// @param still missing after the search
        record Searched(Path folder, RelinkImages.Relinked relinked, List<MissingImages.Missing> still)
                implements
                    State {}

        record Failed(Told told, List<MissingImages.Missing> missing) implements State {}
    }

    private final Workspace workspace;
    private final Jobs jobs;
    private final Strings strings;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Counting());
    private RunningJob running = RunningJob.NONE;

    /// @param changed runs after pictures were found again
    RelinkViewModel(Workspace workspace, Jobs jobs, Strings strings, Runnable changed) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.strings = strings;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Pictures that came back to their place are taken at once.
    void load() {
        state.set(new State.Counting());
        jobs.quietly(progress -> {
            var back = new RelinkImages(workspace.project(), List.of(), false).run(progress);
            return new State.Missing(back.found().size(), workspace.project().missingImages().list());
        }, missing -> {
            state.set(missing);
            if (missing.back > 0) {
                changed.run();
            }
        }, () -> state.set(new State.Missing(0, List.of())));
    }

    boolean isBusy() {
        return state.get() instanceof State.Searching;
    }

    /// Looks through `folder` and all below it, and links what it finds.
    void search(Path folder) {
        if (isBusy() || state.get() instanceof State.Counting) {
            return;
        }
        state.set(new State.Searching(-1));
        running = jobs.start(strings.get("relink.working"), progress -> {
            try {
                var relinked = new RelinkImages(workspace.project(), List.of(folder), false)
                        .run(new ShownProgress(progress, this::tell));
                return new State.Searched(folder, relinked, workspace.project().missingImages().list());
            } catch (IOException e) {
                return new State.Failed(FileTrouble.told(e), workspace.project().missingImages().list());
            }
        }, (State ending) -> {
            state.set(ending);
            if (ending instanceof State.Searched searched && !searched.relinked.found().isEmpty()) {
                changed.run();
            }
        }, this::load);
    }

    private void tell(double share) {
        if (isBusy()) {
            state.set(new State.Searching(share));
        }
    }

    void cancel() {
        running.cancel();
    }
}
