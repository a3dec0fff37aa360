package org.askance.storage.annotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the history. Never changed: a later one follows it, and order is by `id`, since clocks go back.
///
/// @param gesture rows of one keypress, or of one action on many examples, share it
/// @param example `null` in an undo and a redo
/// @param task    in an answer and a clear
/// @param label   in an answer
/// @param value   the comment, the flag's reason, or the new split
/// @param former  the split it was moved from; `null` where that was not noted yet
/// @param target  the gesture that an undo takes back and a redo brings back
/// @param counts  whether it has not been undone; of an undo or redo, whether it has the last word
public record Event(long id, long gesture, EventKind kind, Instant at, String annotator, @Nullable Long example,
        @Nullable String task, @Nullable String label, @Nullable String value, @Nullable String former,
        @Nullable Long target, Circumstances circumstances, boolean counts) {}
