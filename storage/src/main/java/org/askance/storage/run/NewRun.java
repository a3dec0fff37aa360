package org.askance.storage.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A training about to begin.
///
/// @param plan as JSON
/// @param datasetHash `ExampleRepository.contentHash()` at the start
/// @param start the checkpoint it starts from
public record NewRun(String plan, long seed, String datasetHash, String programVersion, String device,
        @Nullable Long start, Instant startedAt) {}
