package org.askance.storage.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The trainings of a project. Each is stored before its first step, so that even a crash leaves a record. Safe from any
/// thread but the FX thread.
public final class RunRepository {

    /// Stores a run as `RUNNING`; on return it is on disk.
    public Run start(NewRun run) {
        throw new UnsupportedOperationException();
    }

    /// Stores the figures of one epoch, counted from 1, in place of those it had.
    public void saveEpoch(long id, int epoch, Map<String, Double> metrics) {
        throw new UnsupportedOperationException();
    }

    /// The figures of each stored epoch, by epoch and name.
    public Map<Integer, Map<String, Double>> epochs(long id) {
        throw new UnsupportedOperationException();
    }

    public void finish(long id, long checkpoint, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void cancel(long id, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void fail(long id, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /// Newest first.
    public List<Run> list() {
        throw new UnsupportedOperationException();
    }

    public Optional<Run> find(long id) {
        throw new UnsupportedOperationException();
    }
}
