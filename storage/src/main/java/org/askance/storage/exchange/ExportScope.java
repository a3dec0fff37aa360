package org.askance.storage.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// What all rows of one export have in common.
///
/// @param annotators everyone who ever answered
/// @param checkpoint name of the one whose predictions are written; `null`: none
record ExportScope(List<TaskDefinition> tasks, List<String> annotators, ExportLabels labels,
        @Nullable String checkpoint, ExportImages images) {

    /// Columns that are there whatever the tasks are called.
    static final List<String> FIXED = List.of("id", "text", "ocr_text", "image", "split", "image_sha256", "problem",
            "imported_at", "flagged", "flag_reason", "flagged_by", "flagged_at", "comments", "checkpoint");

    private static final Set<String> TAKEN = new HashSet<>(FIXED);

    static {
        TAKEN.addAll(List.of("given", "answers", "consensus", "predicted", "events", "vector", "projection_x",
                "projection_y", "neighbors", "file_name", "label", "image_id"));
        TAKEN.addAll(OwnColumns.JSON);
    }

    ExportScope {
        tasks = List.copyOf(tasks);
        annotators = List.copyOf(annotators);
    }

    List<String> taskNames() {
        return tasks.stream().map(TaskDefinition::name).toList();
    }

    /// The column that holds the labels of `task`: its name, unless that is taken.
    static String column(String task) {
        return TAKEN.contains(task) ? task + "_label" : task;
    }

    /// Whether labels of different tasks are called alike, so that a label alone does not say its task.
    boolean isAmbiguous() {
        var names = tasks.stream().flatMap(task -> task.labelNames().stream()).toList();
        return new HashSet<>(names).size() < names.size();
    }

    /// A label as one word of its own, for formats with one list of labels.
    String single(String task, String label) {
        return isAmbiguous() ? task + ": " + label : label;
    }
}
