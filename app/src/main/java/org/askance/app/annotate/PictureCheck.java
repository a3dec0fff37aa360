package org.askance.app.annotate;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.query.Queue;

/// Whether what lies in the place of the asked pair's picture is another one than was imported, or only a part of it: who
/// answers would judge what nobody meant. Looked at once the pair shows, so that it need not wait. FX thread only; touches
/// no control.
final class PictureCheck {

    private final ProjectContext context;
    private final Jobs jobs;
    private final ReadOnlyBooleanWrapper another = new ReadOnlyBooleanWrapper();
    private long looked = Queue.NOWHERE;

    PictureCheck(ReadOnlyObjectProperty<State> state, ProjectContext context, Jobs jobs) {
        this.context = context;
        this.jobs = jobs;
        context.workspace().subscribe(_ -> looked = Queue.NOWHERE);
        state.subscribe(now -> {
            if (now instanceof State.Asking asking && asking.row().example().id() != looked) {
                look(asking.row().example().id());
            }
        });
    }

    ReadOnlyBooleanProperty another() {
        return another.getReadOnlyProperty();
    }

    private void look(long id) {
        looked = id;
        another.set(false);
        var workspace = context.workspace().get();
        if (workspace != null) {
            jobs.quietly(_ -> workspace.project().missingImages().isAnother(id), is -> {
                if (looked == id) {
                    another.set(is);
                }
            }, () -> {});
        }
    }
}
