package org.askance.storage.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// The record of a trained network. The weights are in `folder`.
///
/// @param folder its name under the project's `checkpoints`, or the name of a bundled one
/// @param bundled whether it ships with the program rather than lying in the project
/// @param parent the checkpoint that training started from
/// @param current whether predictions are shown by this one; true for at most one
public record Checkpoint(long id, String name, String folder, boolean bundled, Instant createdAt, @Nullable Long parent,
        boolean current) {}
