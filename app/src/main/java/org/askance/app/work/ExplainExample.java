package org.askance.app.work;

import org.askance.model.inference.Explanation;
import org.askance.model.input.UnreadableImageException;
import org.askance.model.told.Told;
import org.askance.storage.dataset.ExampleRow;

/// Why the current checkpoint predicts what it predicts for one example: about as much work as scoring an example per
/// patch and word. Nothing is stored.
///
/// @param row with a picture
public record ExplainExample(Workspace workspace, ExampleRow row) implements Job<ExplainExample.Explained> {

    private static final int SHARES = 1_000;

    /// How it ended.
    public sealed interface Explained {
        record Because(Explanation explanation) implements Explained {}

        /// @param told a sentence that names the file
        record Unreadable(Told told) implements Explained {}
    }

    @Override
    public Explained run(Progress progress) {
        try {
            return new Explained.Because(workspace.scorer().explain(ScoreExamples.pair(row),
                    share -> progress.update(Math.round(SHARES * share), SHARES), progress::isCancelled));
        } catch (UnreadableImageException e) {
            return new Explained.Unreadable(e.told());
        }
    }
}
