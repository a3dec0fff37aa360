package org.askance.model.training;

import java.util.Map;
import org.askance.model.Pair;

/// A pair to learn from, or to test on.
///
/// @param labels class index by task name; a task without an entry has no label here and does not count
public record LabelledPair(Pair pair, Map<String, Integer> labels) {

    public LabelledPair {
        labels = Map.copyOf(labels);
    }
}
