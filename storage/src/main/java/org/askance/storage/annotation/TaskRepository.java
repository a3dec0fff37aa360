package org.askance.storage.annotation;

import java.util.List;
import java.util.Optional;

/// The tasks of a project; a new project has the presets. Tasks and labels can be added but not taken away, since
/// answers refer to them.
public final class TaskRepository {

    /// In the order they were added.
    public List<TaskDefinition> list() {
        throw new UnsupportedOperationException();
    }

    public Optional<TaskDefinition> find(String name) {
        throw new UnsupportedOperationException();
    }

    /// @throws IllegalArgumentException if the name is taken, or there are fewer than two labels, or a label's name
    ///     or key occurs twice
    public TaskDefinition add(String name, List<LabelDefinition> labels) {
        throw new UnsupportedOperationException();
    }
}
