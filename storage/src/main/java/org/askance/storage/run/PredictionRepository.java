package org.askance.storage.run;

import java.util.List;
import java.util.Optional;

/// Predictions by checkpoint. Derived: they can be made again from the checkpoint. Safe from any thread but the FX thread.
public final class PredictionRepository {

    /// Stores predictions in one transaction, in place of earlier ones of this checkpoint for the same examples.
    ///
    /// @throws IllegalArgumentException if a task is unknown or has another number of labels
    public void save(long checkpointId, List<Prediction> predictions) {
        throw new UnsupportedOperationException();
    }

    public Optional<Prediction> find(long checkpointId, long exampleId) {
        throw new UnsupportedOperationException();
    }

    /// The predictions for `exampleIds`, in their order; an example without one is left out.
    public List<Prediction> find(long checkpointId, long[] exampleIds) {
        throw new UnsupportedOperationException();
    }

    /// The usable examples without a prediction by this checkpoint, in the order they were added.
    public long[] missing(long checkpointId) {
        throw new UnsupportedOperationException();
    }

    /// How many examples have a prediction by this checkpoint.
    public int count(long checkpointId) {
        throw new UnsupportedOperationException();
    }
}
