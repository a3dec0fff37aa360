package org.askance.storage.annotation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What surrounded an annotator's act.
///
/// @param checkpoint whose prediction was on screen; `null` if none was
/// @param took       from the example being shown to the act; zero where nothing was shown
/// @param deciding   settles what annotators disagree about: it counts before their answers
/// @param blind      neither predictions nor others' answers were on screen
/// @param queue      that asked; `null` where the annotator chose the example
/// @param guideline  version then in force; `null` where there is none
public record Circumstances(@Nullable Long checkpoint, Duration took, boolean deciding, boolean blind,
        @Nullable String queue, @Nullable Integer guideline) {

    public static final Circumstances NONE = new Circumstances(null, Duration.ZERO, false, false, null, null);

    /// @param checkpoint whose prediction was on screen; `null` if none was
    public static Circumstances seen(@Nullable Long checkpoint, Duration took) {
        return new Circumstances(checkpoint, took, false, false, null, null);
    }

    public Circumstances asDeciding() {
        return new Circumstances(checkpoint, took, true, blind, queue, guideline);
    }

    public Circumstances asBlind() {
        return new Circumstances(checkpoint, took, deciding, true, queue, guideline);
    }

    public Circumstances in(String askingQueue) {
        return new Circumstances(checkpoint, took, deciding, blind, askingQueue, guideline);
    }

    public Circumstances under(int guidelineVersion) {
        return new Circumstances(checkpoint, took, deciding, blind, queue, guidelineVersion);
    }
}
