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
/// @param bulk       done to all that was selected at once, not looked at one by one: it says nothing about time, and
///                   nobody is measured by it
public record Circumstances(@Nullable Long checkpoint, Duration took, boolean deciding, boolean blind,
        @Nullable String queue, @Nullable Integer guideline, boolean bulk) {

    public static final Circumstances NONE = new Circumstances(null, Duration.ZERO, false, false, null, null,
            false);

    /// @param checkpoint whose prediction was on screen; `null` if none was
    public static Circumstances seen(@Nullable Long checkpoint, Duration took) {
        return new Circumstances(checkpoint, took, false, false, null, null, false);
    }

    public Circumstances asDeciding() {
        return new Circumstances(checkpoint, took, true, blind, queue, guideline, bulk);
    }

    public Circumstances asBlind() {
        return new Circumstances(checkpoint, took, deciding, true, queue, guideline, bulk);
    }

    public Circumstances in(String askingQueue) {
        return new Circumstances(checkpoint, took, deciding, blind, askingQueue, guideline, bulk);
    }

    public Circumstances under(int guidelineVersion) {
        return new Circumstances(checkpoint, took, deciding, blind, queue, guidelineVersion, bulk);
    }

    /// One act on all that was selected. Nobody measured how long it took, no queue asked, and predictions may have
    /// been on screen.
    ///
    /// @param shown the checkpoint whose predictions stand beside the pairs; noted for those that have one of it
    public static Circumstances ofMany(@Nullable Long shown) {
        return new Circumstances(shown, Duration.ZERO, false, false, null, null, true);
    }
}
