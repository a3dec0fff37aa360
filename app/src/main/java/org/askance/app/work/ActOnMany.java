package org.askance.app.work;

import org.askance.app.work.ReviewAct.Reviewed;
import org.askance.storage.annotation.Circumstances;

/// Does to many pairs what was reviewed, in one transaction: stopped, it has changed nothing.
///
/// @param guideline the version in force; 0 where there is none
public record ActOnMany(Workspace workspace, Reviewed reviewed, int guideline) implements Job<Integer> {

    /// How many pairs have changed.
    @Override
    public Integer run(Progress progress) {
        var circumstances = Circumstances.ofMany(workspace.current().id());
        workspace.project().annotations().bulk(reviewed.review().changed(), reviewed.act(), reviewed.annotator(),
                guideline == 0 ? circumstances : circumstances.under(guideline), (done, total) -> {
                    progress.checkCancelled();
                    progress.update(done, total);
                });
        return reviewed.changed();
    }
}
