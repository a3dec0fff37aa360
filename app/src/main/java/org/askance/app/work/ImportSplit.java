package org.askance.app.work;

import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;

/// How training pairs of a source are divided. A test split that the source names is what others report on, so nothing
/// is ever added to it.
enum ImportSplit {
    /// Not at all: the source names its splits, or nobody wants it.
    NONE,
    /// 90 : 10, the tenth for validation.
    VALIDATION,
    /// 80 : 10 : 10.
    VALIDATION_AND_TEST;

    /// By the key alone, so that importing again, or more, never moves a pair.
    Split of(NewExample example) {
        if (this == NONE || example.split() == Split.TEST) {
            return example.split();
        }
        int tenth = Math.floorMod(Integer.reverse(example.key().hashCode() * 0x9E3779B9), 10);
        boolean tests = tenth == 1 && this == VALIDATION_AND_TEST;
        return tenth == 0 ? Split.VALIDATION : tests ? Split.TEST : Split.TRAIN;
    }
}
