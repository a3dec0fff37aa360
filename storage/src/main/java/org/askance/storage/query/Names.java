package org.askance.storage.query;

import java.util.List;

/// What a project's queries may name.
///
/// @param flags reasons that were given
public record Names(List<Task> tasks, List<String> annotators, List<String> flags) {

    /// @param id in the project
    public record Label(long id, String name) {}

    /// @param id      in the project
    /// @param former  what it was called before
    /// @param retired names that are understood and not offered: former ones, the latest first, and those of labels that
    ///                are retired or have become part of another
    public record Task(long id, String name, List<Label> labels, List<String> former, List<Label> retired) {
        public Task {
            labels = List.copyOf(labels);
            former = List.copyOf(former);
            retired = List.copyOf(retired);
        }

        public Task(long id, String name, List<Label> labels) {
            this(id, name, labels, List.of(), List.of());
        }
    }

    static final List<String> SPLITS = List.of("train", "validation", "test", "none");

    public Names {
        tasks = List.copyOf(tasks);
        annotators = List.copyOf(annotators);
        flags = List.copyOf(flags);
    }
}
