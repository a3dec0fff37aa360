package org.askance.storage.annotation;

import java.util.List;

/// Who gave which label in one task, for every example that someone answered.
///
/// @param examples   ascending
/// @param annotators who answered in this task, in the order in which they came
/// @param labels     of the task, retired ones included, in their order
/// @param answers    index into `labels` that annotator j gave example i, `[i][j]`; −1 for none
public record Ratings(String task, long[] examples, List<String> annotators, List<String> labels, int[][] answers) {

    public Ratings {
        annotators = List.copyOf(annotators);
        labels = List.copyOf(labels);
    }
}
