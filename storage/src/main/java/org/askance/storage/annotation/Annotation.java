package org.askance.storage.annotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the history. Never changed: a later one follows it.
///
/// @param label  `null` where this takes another row back
/// @param undoes the row taken back
public record Annotation(long id, long example, String task, @Nullable String label, String annotator,
        Instant answeredAt, @Nullable Long undoes) {}
