package org.askance.storage.annotation;

import java.time.Instant;
import java.util.Map;

/// One answer in its annotator's own history.
///
/// @param event     the earliest of its rows: pages go on before it
/// @param labels    by task
/// @param undone    whether it was taken back
/// @param changed   whether the annotator has answered otherwise, or cleared it, since
/// @param flagged   whether the example has a flag up, whoever put it there
/// @param commented whether the annotator wrote about the example
public record OwnAnswer(long event, long example, String key, String text, Map<String, String> labels, Instant at,
        boolean undone, boolean changed, boolean flagged, boolean commented) {

    public OwnAnswer {
        labels = Map.copyOf(labels);
    }
}
