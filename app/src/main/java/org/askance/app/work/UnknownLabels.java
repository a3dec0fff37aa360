package org.askance.app.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.Task;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.storage.run.Checkpoint;
import org.askance.storage.run.OfferedLabels;

/// What the current network does not know, and so never predicts, until one is trained that does.
///
/// @param network its name
/// @param byTask  labels by task, both as they are called now; a task that it knows altogether is left out
public record UnknownLabels(String network, Map<String, List<String>> byTask) {

    /// A network whose folder cannot be read says nothing of itself: that is told where it is asked to predict.
    public static UnknownLabels of(Workspace workspace) {
        var current = workspace.current();
        try {
            return of(workspace, current, CheckpointFolder.inspect(current.folder()).tasks());
        } catch (CheckpointException _) {
            return new UnknownLabels(current.name(), Map.of());
        }
    }

    private static UnknownLabels of(Workspace workspace, Checkpoint current, List<Task> network) {
        var offered = workspace.project().predictions().offered(current.id(), NetworkLabels.named(network));
        var unknown = new LinkedHashMap<String, List<String>>();
        for (var task : workspace.project().tasks().list()) {
            var known = offered.stream().filter(one -> one.task().equals(task.name())).findFirst()
                    .map(OfferedLabels::indices).orElse(List.of());
            var names = task.labelNames();
            var missing = java.util.stream.IntStream.range(0, names.size()).filter(index -> !known.contains(index))
                    .mapToObj(names::get).toList();
            if (!missing.isEmpty()) {
                unknown.put(task.name(), missing);
            }
        }
        return new UnknownLabels(current.name(), unknown);
    }
}
