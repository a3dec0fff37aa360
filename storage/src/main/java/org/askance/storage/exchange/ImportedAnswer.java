package org.askance.storage.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an annotator of another program answered.
///
/// @param labels label by task, of this project
/// @param at     `null` if the source does not say
/// @param took   `null` if the source does not say
/// @param gold   whether the source holds it for the right answer, to measure annotators by
/// @param deciding whether it settles what annotators disagree about, and is nobody's own
public record ImportedAnswer(String annotator, Map<String, String> labels, @Nullable Instant at,
        @Nullable Duration took, boolean gold, boolean deciding) {

    public ImportedAnswer {
        labels = Map.copyOf(labels);
    }
}
