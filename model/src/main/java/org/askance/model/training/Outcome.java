package org.askance.model.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.askance.model.checkpoint.CheckpointInfo;
import org.askance.model.evaluation.Classification;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// How a training ended.
public sealed interface Outcome {

    /// @param checkpoint the new one, with the weights of the best epoch
    /// @param bestEpoch  from 1
    /// @param test       how the request's test pairs were classified, by task; a task without labels there is not
    ///                   in it
    /// @param unreadable one sentence per pair that was left out, naming its file
    /// @param note       why it ended before its last epoch, as a sentence; `null` if it did not
    record Finished(CheckpointInfo checkpoint, List<EpochRecord> epochs, int bestEpoch,
            Map<String, Classification> test, List<Told> unreadable, @Nullable Told note) implements Outcome {}

    /// No checkpoint was written; the same request goes on where it stood.
    record Cancelled(List<EpochRecord> epochs) implements Outcome {}

    /// A batch did not fit into memory. No checkpoint was written, and a smaller batch may fit.
    ///
    /// @param smaller learns the same from batches of half the size; `null` where they cannot be smaller
    record NotEnoughMemory(TrainingPlan tried, @Nullable TrainingPlan smaller) implements Outcome {}

    /// Accuracy and macro-F1, by `TASK.METRIC`.
    static Map<String, Double> metrics(Map<String, Classification> byTask) {
        var metrics = new TreeMap<String, Double>();
        byTask.forEach((task, result) -> {
            metrics.put(task + ".accuracy", result.accuracy());
            metrics.put(task + ".macro_f1", result.macro().f1());
        });
        return metrics;
    }
}
