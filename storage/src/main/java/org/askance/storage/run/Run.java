package org.askance.storage.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One training, finished or not.
///
/// @param checkpoint what it left; present once finished
/// @param reason why it failed, as a sentence
public record Run(long id, NewRun setup, RunState state, @Nullable Instant endedAt, @Nullable Long checkpoint,
        @Nullable String reason) {}
