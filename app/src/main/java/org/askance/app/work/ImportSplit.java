package org.askance.app.work;

import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;

/// Divides training pairs 80 : 10 : 10.
final class ImportSplit {

    private ImportSplit() {}

    /// By the key alone, so that importing again, or more, never moves a pair.
    static NewExample divided(NewExample example) {
        if (example.split() == Split.TEST) {
            return example;
        }
        int tenth = Math.floorMod(Integer.reverse(example.key().hashCode() * 0x9E3779B9), 10);
        return example.withSplit(tenth == 0 ? Split.VALIDATION : tenth == 1 ? Split.TEST : Split.TRAIN);
    }
}
