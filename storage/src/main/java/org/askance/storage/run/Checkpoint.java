package org.askance.storage.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// A checkpoint that the project knows.
///
/// @param folder  where it lies
/// @param current whether its predictions are the ones shown
/// @param metrics by split, then by name, for example `test` → `sarcasm.macro_f1`
public record Checkpoint(long id, String name, Path folder, Instant createdAt, boolean current,
        Map<String, Map<String, Double>> metrics) {

    public Checkpoint {
        metrics = Map.copyOf(metrics);
    }
}
