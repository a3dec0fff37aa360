package org.askance.storage.exchange;

import org.askance.storage.dataset.Split;

/// Two examples that are the same, or nearly, in one half.
///
/// @param first  the key of the one that was there first
/// @param second the key of the later one
public record Duplicate(Kind kind, long firstId, String first, Split firstSplit, long secondId, String second,
        Split secondSplit) {

    public enum Kind {
        SAME_IMAGE, NEAR_IMAGE, SAME_TEXT, NEAR_TEXT
    }

    /// Whether one is learnt from and the other is measured on, or both are measured on in different splits.
    public boolean straddles() {
        return firstSplit != secondSplit && firstSplit != Split.NONE && secondSplit != Split.NONE;
    }
}
