package org.askance.app.work;

import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.BulkReview.Review;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Duplicates;

/// Looks at what an act on many pairs would change, before anyone is asked whether it should.
///
/// @param examples their ids
public record ReviewAct(Workspace workspace, long[] examples, Act act, String annotator)
        implements
            Job<ReviewAct.Reviewed> {

    /// So many change without a question.
    public static final int UNASKED = 100;

    /// What is known before.
    ///
    /// @param selected how many pairs it was asked for
    /// @param apart    duplicates that it would put into different splits
    public record Reviewed(Act act, String annotator, int selected, Review review, Duplicates apart) {

        public int changed() {
            return review.changed().length;
        }

        /// Whether what is measured on the test split would be another thing.
        public boolean touchesTest() {
            return review.touches(Split.TEST, act);
        }

        /// Whether it is asked before: where it is about many, or about what is measured on.
        public boolean isAsked() {
            return changed() > UNASKED || touchesTest() || apart.total() > 0;
        }
    }

    @Override
    public Reviewed run(Progress progress) {
        var project = workspace.project();
        var review = project.bulkReview().of(examples, act, annotator);
        progress.checkCancelled();
        var apart = act instanceof Act.Move(var to)
                ? project.duplicates().apart(review.changed(), to)
                : Duplicates.NONE;
        progress.checkCancelled();
        return new Reviewed(act, annotator, examples.length, review, apart);
    }
}
