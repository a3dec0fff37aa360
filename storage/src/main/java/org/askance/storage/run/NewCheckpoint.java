package org.askance.storage.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A checkpoint about to be recorded.
///
/// @param folder its name under the project's `checkpoints`, or the name of a bundled one
/// @param parent the checkpoint that training started from
public record NewCheckpoint(String name, String folder, boolean bundled, Instant createdAt, @Nullable Long parent) {}
