package org.askance.model.training;

import java.util.List;
import java.util.Map;
import org.askance.model.checkpoint.CheckpointInfo;
import org.jspecify.annotations.Nullable;

/// How a training ended.
public sealed interface Outcome {

    /// @param checkpoint the new one, with the weights of the best epoch
    /// @param bestEpoch  from 1
    /// @param test       metrics on the request's test pairs, by `TASK.METRIC`
    /// @param unreadable one sentence per pair that was left out, naming its file
    /// @param note       why it ended before its last epoch, as a sentence; `null` if it did not
    record Finished(CheckpointInfo checkpoint, List<EpochRecord> epochs, int bestEpoch,
            Map<String, Double> test, List<String> unreadable, @Nullable String note) implements Outcome {}

    /// No checkpoint was written; the same request goes on where it stood.
    record Cancelled(List<EpochRecord> epochs) implements Outcome {}
}
