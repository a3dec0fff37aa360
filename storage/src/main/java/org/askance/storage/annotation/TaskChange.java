package org.askance.storage.annotation;

import java.util.List;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;

/// A change to the project's tasks. Labels keep their order and new ones come last. What is renamed is still found by
/// its former names: networks that were trained before use them.
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

    /// A label of that name which was retired comes back, with its history.
    record AddLabel(String task, LabelDefinition label) implements TaskChange {}

    /// Changes name, key and colour; answers that were given stay with it.
    ///
    /// @param label its name so far
    record ChangeLabel(String task, String label, LabelDefinition to) implements TaskChange {}

    /// No longer offers it; answers that gave it stay in the history and no longer count in training.
    record RetireLabel(String task, String label) implements TaskChange {}
}
