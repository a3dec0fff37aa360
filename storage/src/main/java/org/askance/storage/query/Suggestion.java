package org.askance.storage.query;

/// Something that may be typed.
///
/// @param text what stands from `from` to `to` afterwards
/// @param name without quotation marks, as people know it
public record Suggestion(String text, String name, Kind kind, int from, int to) {

    /// What it is.
    public enum Kind {
        FIELD, TASK, VALUE, WORD
    }
}
