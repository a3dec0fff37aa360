package org.askance.app.work;

import java.util.List;
import java.util.Map;
import org.askance.model.Task;
import org.askance.model.training.LabelledPair;
import org.askance.storage.Project;
import org.askance.storage.dataset.Split;

/// A project's pairs with the labels that count now, answers before given ones, as training reads them.
final class LabelledPairs {

    /// No checkpoint has it yet.
    static final long NEW = -1;

    private final Project project;
    private final NetworkLabels labels;

    /// @param checkpoint of the network that learns; [#NEW] for one that is not made yet
    /// @param tasks      that it learns
    LabelledPairs(Project project, long checkpoint, List<Task> tasks) {
        this.project = project;
        this.labels = new NetworkLabels(project, checkpoint, tasks);
    }

    /// Those of `split` that have a label which the network knows, and a picture that can be used.
    List<LabelledPair> of(Split split) {
        var known = labels.of(split);
        known.values().removeIf(Map::isEmpty);
        return project.examples().rows(known.keySet().stream().mapToLong(Long::longValue).toArray()).stream()
                .filter(row -> row.example().image() != null && row.example().problem() == null)
                .map(row -> new LabelledPair(ScoreExamples.pair(row),
                        known.getOrDefault(row.example().id(), Map.of())))
                .toList();
    }
}
