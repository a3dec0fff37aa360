package org.askance.app.work;

import java.util.Optional;
import org.askance.storage.annotation.Gesture;
import org.askance.storage.annotation.Stepping;

/// Takes back what an annotator did last, or brings back what they took back, wherever they did it: one keypress or an
/// act on many pairs. In one transaction: stopped, it has changed nothing. Empty if there is nothing of the kind.
///
/// @param again whether to bring back
public record TurnBack(Workspace workspace, String annotator, boolean again) implements Job<Optional<Gesture>> {

    @Override
    public Optional<Gesture> run(Progress progress) {
        Stepping stepping = (done, total) -> {
            progress.checkCancelled();
            progress.update(done, total);
        };
        var annotations = workspace.project().annotations();
        return Optional.ofNullable(again
                ? annotations.redo(annotator, stepping)
                : annotations.undoLast(annotator, stepping));
    }
}
