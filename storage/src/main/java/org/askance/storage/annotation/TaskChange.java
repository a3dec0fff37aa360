package org.askance.storage.annotation;

import java.util.List;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;

/// A change to the project's tasks. Labels keep their order and new ones come last, unless they are ordered. What is
/// renamed is still found by its former names: networks that were trained before use them.
public sealed interface TaskChange {

    record AddTask(TaskDefinition task) implements TaskChange {}

    record RenameTask(String task, String name) implements TaskChange {}

    /// @param tasks all names, in their new order
    record OrderTasks(List<String> tasks) implements TaskChange {
        public OrderTasks {
            tasks = List.copyOf(tasks);
        }
    }

    /// No longer asks it; its answers stay in the history.
    record RetireTask(String task) implements TaskChange {}

    /// Asks it again.
    record RestoreTask(String task) implements TaskChange {}

    /// Takes away a task that nothing holds: neither answers nor given labels, gold pairs or networks.
    record RemoveTask(String task) implements TaskChange {}

    /// A label of that name which was retired comes back, with its history.
    record AddLabel(String task, LabelDefinition label) implements TaskChange {}

    /// Changes name, key and colour; answers that were given stay with it.
    ///
    /// @param label its name so far
    record ChangeLabel(String task, String label, LabelDefinition to) implements TaskChange {}

    /// @param labels all names that are offered, in their new order
    record OrderLabels(String task, List<String> labels) implements TaskChange {
        public OrderLabels {
            labels = List.copyOf(labels);
        }
    }

    /// No longer offers it; answers that gave it stay in the history and no longer count in training.
    record RetireLabel(String task, String label) implements TaskChange {}

    /// Offers it again; one that was merged takes back what was its own.
    ///
    /// @param key what annotators press for it from now on
    record RestoreLabel(String task, String label, String key) implements TaskChange {}

    /// Retires `label`; its answers, given labels and gold pairs count as `into` from now on. The history keeps what
    /// was answered, and predictions keep what the network said.
    record MergeLabel(String task, String label, String into) implements TaskChange {}

    /// Takes away a label that nothing holds.
    record RemoveLabel(String task, String label) implements TaskChange {}
}
