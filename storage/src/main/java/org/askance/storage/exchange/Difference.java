package org.askance.storage.exchange;

import org.jspecify.annotations.Nullable;

/// One respect in which an example of a source differs from the one of its id in the project, with both sides.
///
/// @param task    whose label differs; empty where it is no label
/// @param was     what the project has: a text, a split's key, a label, or where it looks for the picture; `null` if it
///                has none
/// @param becomes what the source says, in the same words; a picture whose contents alone differ has the same place
public record Difference(Change change, String task, @Nullable String was, String becomes) {

    /// Of a change that is no label's.
    static Difference of(Change change, @Nullable String was, String becomes) {
        return new Difference(change, "", was, becomes);
    }
}
