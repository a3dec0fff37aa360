package org.askance.storage.annotation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row of the history of tasks and labels: who changed what, and when. Never changed itself.
///
/// @param task   as it was called then; `null` in an undo and a redo, and where tasks were ordered
/// @param label  as it was called then; `null` where the whole task is meant
/// @param value  the new name, key or colour, or the label merged into
/// @param target the edit that an undo takes back and a redo brings back
/// @param counts whether it has not been undone
public record TaskEdit(long id, Instant at, String annotator, Action action, @Nullable String task,
        @Nullable String label, @Nullable String value, @Nullable Long target, boolean counts) {

    /// What was done.
    public enum Action {
        ADD_TASK, RENAME_TASK, ORDER_TASKS, RETIRE_TASK, RESTORE_TASK, REMOVE_TASK, ADD_LABEL, RENAME_LABEL, CHANGE_KEY,
        CHANGE_COLOUR, CHANGE_LABEL, ORDER_LABELS, RETIRE_LABEL, RESTORE_LABEL, MERGE_LABEL, REMOVE_LABEL, UNDO, REDO;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
