package org.askance.app.work;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.Task;
import org.askance.storage.Project;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.OfferedLabels;
import org.askance.storage.run.TaskLabels;

/// The project's labels as a network numbers them. It was trained with tasks and labels of its own, of which the
/// project may have renamed, retired or added some since.
final class NetworkLabels {

    private final Project project;
    private final List<OfferedLabels> offered;

    /// @param checkpoint the network's
    /// @param tasks      its tasks
    NetworkLabels(Project project, long checkpoint, List<Task> tasks) {
        this.project = project;
        this.offered = project.predictions().offered(checkpoint, named(tasks));
    }

    static List<TaskLabels> named(List<Task> tasks) {
        return tasks.stream().map(task -> new TaskLabels(task.name(), task.labels())).toList();
    }

    /// The labels that count in `split`, by example, by the network's name of the task. What it does not know is left
    /// out, but an example that has any label stays.
    Map<Long, Map<String, Integer>> of(Split split) {
        var labels = new LinkedHashMap<Long, Map<String, Integer>>();
        project.annotations().labels(split).forEach((example, byTask) -> {
            var known = new HashMap<String, Integer>();
            for (var task : offered) {
                int index = task.indices().indexOf(byTask.getOrDefault(task.task(), Integer.MIN_VALUE));
                if (index >= 0) {
                    known.put(task.network(), index);
                }
            }
            labels.put(example, known);
        });
        return labels;
    }
}
