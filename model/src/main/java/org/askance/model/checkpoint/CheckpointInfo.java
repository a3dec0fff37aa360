package org.askance.model.checkpoint;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.askance.model.Task;

/// What a checkpoint folder says about itself, read without touching the weights.
///
/// @param tasks   one per head, in the order of the network's outputs; empty for a teacher
/// @param metrics from the record of its training, for example `sarcasm.macro_f1`; may be empty
/// @param bytes   size of the weights' file
public record CheckpointInfo(Path folder, String name, List<Task> tasks, Instant createdAt, Map<String, Double> metrics,
        long bytes) {

    public CheckpointInfo {
        tasks = List.copyOf(tasks);
        metrics = Map.copyOf(metrics);
    }
}
