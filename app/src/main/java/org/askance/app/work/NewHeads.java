package org.askance.app.work;

import java.util.List;
import java.util.stream.IntStream;
import org.askance.model.Task;
import org.askance.model.training.Head;
import org.askance.storage.Project;
import org.askance.storage.run.OfferedLabels;

/// The heads of a network that goes on from another one, for the labels that the project asks now: labels that were
/// added since start anew, retired ones go, the others keep what was learnt.
final class NewHeads {

    private NewHeads() {}

    /// @param checkpoint the old network's
    /// @param network    its tasks
    /// @return empty if its labels still are those of the project
    static List<Head> of(Project project, long checkpoint, List<Task> network) {
        var offered = project.predictions().offered(checkpoint, NetworkLabels.named(network));
        var heads = asked(project).stream()
                .map(task -> offered.stream().filter(one -> one.task().equals(task.name())).findFirst()
                        .map(old -> head(task, old.network(), old.indices()))
                        .orElseGet(() -> head(task, "", List.of())))
                .toList();
        return isSame(heads, offered, network) ? List.of() : heads;
    }

    /// The tasks that a network can learn: of one label there is nothing to learn.
    static List<Task> asked(Project project) {
        return project.tasks().list().stream().filter(task -> task.labels().size() > 1)
                .map(task -> new Task(task.name(), task.labelNames())).toList();
    }

    private static Head head(Task task, String before, List<Integer> indices) {
        return new Head(task, before,
                IntStream.range(0, task.labels().size()).mapToObj(indices::indexOf).toList());
    }

    /// Whatever they are called by now, and in whatever order.
    private static boolean isSame(List<Head> heads, List<OfferedLabels> offered, List<Task> network) {
        return heads.size() == network.size() && offered.size() == network.size()
                && heads.stream().allMatch(head -> offered.stream()
                        .anyMatch(old -> old.network().equals(head.before())
                                && old.indices().size() == head.rows().size() && !head.rows().contains(-1)));
    }
}
