package org.askance.storage.annotation;

import java.time.Duration;
import java.time.Instant;

/// One answer that a queue asked for, and that was given by looking at the example.
///
/// @param took from shown to answered, as far as the clock can be believed: not positive if it was set back meanwhile
/// @param queue the lasting name of the queue that asked
public record Look(long example, Instant at, Duration took, String queue) {}
