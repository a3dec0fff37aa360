package org.askance.storage.annotation;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an annotator just answered, with one keypress or several tasks at once.
///
/// @param labels label by task, at least one
public record Answer(long example, Map<String, String> labels, String annotator, Circumstances circumstances) {

    public Answer {
        labels = Map.copyOf(labels);
        if (labels.isEmpty() || annotator.isBlank()) {
            throw new IllegalArgumentException("an answer needs a label and an annotator");
        }
    }

    /// @param checkpoint whose prediction was on screen; `null` if none was
    /// @param took       from the example being shown to the answer
    public Answer(long example, Map<String, String> labels, String annotator, @Nullable Long checkpoint,
            Duration took) {
        this(example, labels, annotator, Circumstances.seen(checkpoint, took));
    }
}
