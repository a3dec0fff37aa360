package org.askance.storage.annotation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One event in the history of an example: who said what, when. Never changed and never removed.
///
/// @param label absent says that the example has no label in this task; always absent for an undo
/// @param reverts the event that this undo, or redo, takes back
public record Annotation(long id, long exampleId, String task, @Nullable String label, String annotator,
        Instant answeredAt, Kind kind, @Nullable Long reverts) {

    /// A redo says the undone answer again.
    public enum Kind {
        ANSWER, UNDO, REDO
    }
}
