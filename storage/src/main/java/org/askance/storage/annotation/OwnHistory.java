package org.askance.storage.annotation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of an annotator's own answers, newest first.
///
/// @param before where the next page goes on; 0 if this one is the last
public record OwnHistory(List<OwnAnswer> answers, long before) {

    public OwnHistory {
        answers = List.copyOf(answers);
    }

    /// Which answers are listed.
    ///
    /// @param since   not earlier than this; `null`: all
    /// @param task    of `label`; `null`: any label
    /// @param label   given then; `null`: any
    /// @param changed only those that the annotator has answered otherwise since
    public record Filter(@Nullable Instant since, @Nullable String task, @Nullable String label, boolean changed) {

        public static final Filter ALL = new Filter(null, null, null, false);
    }
}
