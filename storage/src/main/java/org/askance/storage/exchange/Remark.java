package org.askance.storage.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an annotator of another program did beside answering.
///
/// @param text empty in a skip
/// @param at   `null` if the source does not say
public record Remark(String annotator, Kind kind, String text, @Nullable Instant at) {

    public enum Kind {
        COMMENT, FLAG, SKIP
    }
}
