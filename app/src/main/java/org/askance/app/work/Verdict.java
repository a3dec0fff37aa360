package org.askance.app.work;

import org.askance.model.evaluation.McNemar;

/// Whether one checkpoint is better than another on a task, as far as the pairs can tell. McNemar's test on the
/// pairs that only one of them gets right decides, at 5 %.
public sealed interface Verdict {

    /// Both gain, accuracy and macro-F1.
    record Better(Shift shift) implements Verdict {}

    /// Both lose.
    record Worse(Shift shift) implements Verdict {}

    /// More or fewer pairs are right, yet macro-F1 moves the other way: frequent classes pay for rare ones.
    record Mixed(Shift shift) implements Verdict {}

    /// Chance explains the difference.
    ///
    /// @param detectable the difference in accuracy that would have been told, 0 to 1
    record Undecided(Shift shift, double detectable) implements Verdict {}

    /// The two differ on so few pairs that no outcome could have told.
    record TooFew(Shift shift) implements Verdict {}

    /// They were not asked the same pairs with the same labels.
    record Incomparable() implements Verdict {}

    /// From the older checkpoint to the newer one.
    ///
    /// @param test  its first is the older one
    /// @param count pairs that both were asked
    record Shift(double oldAccuracy, double newAccuracy, double oldF1, double newF1, McNemar test, int count) {}

    /// The largest p-value that counts as a difference.
    double LEVEL = 0.05;

    /// With fewer pairs that only one gets right, the test never comes below its level.
    int LEAST_DIFFERING = 6;

    /// How `newer` compares with `older` on `task`.
    static Verdict of(Evaluation older, Evaluation newer, String task) {
        var before = older.byTask().get(task);
        var after = newer.byTask().get(task);
        var test = older.against(newer, task);
        if (before == null || after == null || test.isEmpty()) {
            return new Incomparable();
        }
        var shift = new Shift(before.result().accuracy(), after.result().accuracy(), before.result().macro().f1(),
                after.result().macro().f1(), test.get(), after.result().count());
        return of(shift);
    }

    private static Verdict of(Shift shift) {
        var test = shift.test;
        if (test.onlyFirst() + test.onlySecond() < LEAST_DIFFERING) {
            return new TooFew(shift);
        }
        if (test.p() >= LEVEL) {
            return new Undecided(shift, test.detectable(shift.count));
        }
        boolean moreRight = test.onlySecond() > test.onlyFirst();
        if (moreRight != shift.newF1 > shift.oldF1) {
            return new Mixed(shift);
        }
        return moreRight ? new Better(shift) : new Worse(shift);
    }
}
