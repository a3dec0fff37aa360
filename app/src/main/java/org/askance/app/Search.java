package org.askance.app;

import java.util.List;
import java.util.function.Consumer;
import org.askance.app.queues.QueuesDialog;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.query.SavedQueries;
import org.askance.storage.query.Suggestion;

/// Completes queries of the open project, and changes those that are saved. FX thread.
///
/// @param changed runs once what is saved has changed
record Search(ProjectContext context, Jobs jobs, Runnable changed) implements QueuesDialog.Search {

    @Override
    public void complete(String text, int caret, Consumer<List<Suggestion>> ready) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> workspace.project().finder().complete(text, caret), ready, () -> {});
        }
    }

    @Override
    public void change(Consumer<SavedQueries> change) {
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> {
                change.accept(workspace.project().savedQueries());
                return workspace;
            }, _ -> changed.run(), () -> {});
        }
    }
}
