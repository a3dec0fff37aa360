package org.askance.app.work;

import java.util.List;
import java.util.Map;
import org.askance.model.training.LabelledPair;
import org.askance.storage.Project;
import org.askance.storage.dataset.Split;

/// A project's pairs with the labels that count now, answers before given ones, as training reads them.
record LabelledPairs(Project project) {

    /// Those of `split` that have a label and a picture that can be used.
    List<LabelledPair> of(Split split) {
        var labels = project.annotations().labels(split);
        return project.examples().rows(labels.keySet().stream().mapToLong(Long::longValue).toArray()).stream()
                .filter(row -> row.example().image() != null && row.example().problem() == null)
                .map(row -> new LabelledPair(ScoreExamples.pair(row),
                        labels.getOrDefault(row.example().id(), Map.of())))
                .toList();
    }
}
