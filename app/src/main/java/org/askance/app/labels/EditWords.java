package org.askance.app.labels;

import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.TaskEdit;
import org.jspecify.annotations.Nullable;

/// Edits in people's words.
record EditWords(Strings strings) {

    /// What was done, for example `‘positive’ renamed to ‘good’`.
    String what(TaskEdit edit) {
        return strings.get("labels.edit." + edit.action().name().toLowerCase(java.util.Locale.ROOT).replace("_", "."),
                task(edit.task()), label(edit.label()), value(edit));
    }

    /// Who did it, and when.
    String who(TaskEdit edit) {
        return strings.get("labels.edit.who", edit.annotator(),
                Dates.moment(strings).format(edit.at()));
    }

    private String value(TaskEdit edit) {
        return switch (edit.action()) {
            case MERGE_LABEL -> label(edit.value());
            case ADD_TASK, RENAME_TASK, ORDER_TASKS, RETIRE_TASK, RESTORE_TASK, REMOVE_TASK, ADD_LABEL, RENAME_LABEL,
                    CHANGE_KEY, CHANGE_COLOUR, CHANGE_LABEL, ORDER_LABELS, RETIRE_LABEL, RESTORE_LABEL, REMOVE_LABEL,
                    UNDO, REDO ->
                edit.value() == null ? "" : edit.value();
        };
    }

    String task(@Nullable String name) {
        return name == null ? "" : strings.getOr("task." + name, name);
    }

    String label(@Nullable String name) {
        return name == null ? "" : strings.getOr("label." + name, name);
    }
}
