package org.askance.storage.annotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something done to an example in another program.
///
/// @param at   `null` if nobody knows: then the time of the import counts
/// @param gold whether its labels are agreed to be right
public record OutsideAct(long example, String annotator, Act act, @Nullable Instant at, Circumstances circumstances,
        boolean gold) {}
