package org.askance.app.annotate;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ProjectContext;
import org.askance.storage.query.Queue;

/// Whether what lies in the place of the asked pair's picture is another one than was imported, or only a part of it: who
/// answers would judge what nobody meant. Looked at where a pair stays for a moment: reading a photo through would hold up
/// the next. FX thread only; touches no control.
final class PictureCheck {

    private final ProjectContext context;
    private final Jobs jobs;
    private final ReadOnlyBooleanWrapper another = new ReadOnlyBooleanWrapper();
    private long asked = Queue.NOWHERE;
    private boolean looked;

    PictureCheck(ReadOnlyObjectProperty<State> state, ProjectContext context, Jobs jobs) {
        this.context = context;
        this.jobs = jobs;
        context.workspace().subscribe(_ -> asked = Queue.NOWHERE);
        state.subscribe(now -> {
            if (now instanceof State.Asking asking && asking.row().example().id() != asked) {
                asked = asking.row().example().id();
                looked = false;
                another.set(false);
            }
        });
    }

    ReadOnlyBooleanProperty another() {
        return another.getReadOnlyProperty();
    }

    /// Looks at the asked pair's, unless that was done.
    void look() {
        long id = asked;
        var workspace = context.workspace().get();
        if (workspace != null && id != Queue.NOWHERE && !looked) {
            looked = true;
            jobs.quietly(_ -> workspace.project().missingImages().isAnother(id), is -> {
                if (asked == id) {
                    another.set(is);
                }
            }, () -> {});
        }
    }
}
