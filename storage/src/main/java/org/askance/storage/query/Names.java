package org.askance.storage.query;

import java.util.List;

/// What a project's queries may name.
///
/// @param flags reasons that were given
public record Names(List<Task> tasks, List<String> annotators, List<String> flags) {

    /// @param id in the project
    public record Label(long id, String name) {}

    /// @param id in the project
    public record Task(long id, String name, List<Label> labels) {
        public Task {
            labels = List.copyOf(labels);
        }
    }

    static final List<String> SPLITS = List.of("train", "validation", "test", "none");

    public Names {
        tasks = List.copyOf(tasks);
        annotators = List.copyOf(annotators);
        flags = List.copyOf(flags);
    }
}
