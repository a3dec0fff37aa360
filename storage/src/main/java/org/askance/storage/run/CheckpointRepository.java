package org.askance.storage.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.askance.storage.dataset.Split;

/// The checkpoints known to a project, and the metrics measured on them. Safe from any thread but the FX thread.
public final class CheckpointRepository {

    /// Records a checkpoint, not yet the current one. The same folder twice gives back the first record.
    public Checkpoint add(NewCheckpoint checkpoint) {
        throw new UnsupportedOperationException();
    }

    /// Newest first.
    public List<Checkpoint> list() {
        throw new UnsupportedOperationException();
    }

    public Optional<Checkpoint> find(long id) {
        throw new UnsupportedOperationException();
    }

    /// The checkpoint whose predictions are shown.
    public Optional<Checkpoint> current() {
        throw new UnsupportedOperationException();
    }

    /// @throws IllegalArgumentException if there is no such checkpoint
    public void makeCurrent(long id) {
        throw new UnsupportedOperationException();
    }

    /// Stores metrics, such as `sarcasm.macro_f1`, in place of those of the same name.
    public void saveMetrics(long id, Split split, Map<String, Double> metrics) {
        throw new UnsupportedOperationException();
    }

    /// Sorted by name; empty if this split was not evaluated.
    public Map<String, Double> metrics(long id, Split split) {
        throw new UnsupportedOperationException();
    }
}
