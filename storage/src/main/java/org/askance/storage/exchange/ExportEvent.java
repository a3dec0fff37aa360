package org.askance.storage.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of an example's history.
///
/// @param gesture    events of one keypress share it
/// @param kind       what was done, for example `answer` or `undo`
/// @param value      the comment, the flag's reason, or the new split
/// @param former     the split it was moved from
/// @param target     the gesture that an undo takes back and a redo brings back
/// @param undone     whether it does not count now; of an undo or redo, whether a later one has the last word
public record ExportEvent(long id, long gesture, String kind, @Nullable String task, @Nullable String label,
        @Nullable String value, @Nullable String former, String annotator, Instant at, Surroundings around,
        @Nullable Long target,
        boolean undone) {

    /// @param checkpoint whose prediction was on screen
    /// @param durationMs from shown to answered
    /// @param deciding   settles what annotators disagree about
    /// @param blind      neither predictions nor others' answers were on screen
    /// @param queue      that asked
    /// @param guideline  version then in force
    /// @param bulk       done to all that was selected at once
    public record Surroundings(@Nullable String checkpoint, @Nullable Long durationMs, boolean deciding,
            boolean blind, @Nullable String queue, @Nullable Long guideline, boolean bulk) {}

    /// Whether it gives or takes away a label, and counts.
    boolean judges() {
        return task != null && !undone && (kind.equals("answer") || kind.equals("clear"));
    }
}
