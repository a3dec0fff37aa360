package org.askance.model.training;

import java.util.List;
import java.util.Map;
import org.askance.model.checkpoint.CheckpointInfo;

/// How a training ended.
public sealed interface Outcome {

    /// @param checkpoint the new one, with the weights of the best epoch
    /// @param bestEpoch  from 1
    /// @param test       metrics on the request's test pairs, by `TASK.METRIC`
    /// @param unreadable one sentence per pair that was left out, naming its file
    record Finished(CheckpointInfo checkpoint, List<EpochRecord> epochs, int bestEpoch,
            Map<String, Double> test, List<String> unreadable) implements Outcome {}

    /// Nothing was written.
    record Cancelled(List<EpochRecord> epochs) implements Outcome {}
}
