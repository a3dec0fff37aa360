package org.askance.model.inference;

import java.nio.file.Path;
import java.util.List;
import org.askance.model.Pair;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.CheckpointInfo;
import org.askance.model.device.Compute;

/// Scores pairs with one checkpoint. Safe from any thread; holds the weights until closed.
public final class Scorer implements AutoCloseable {

    private final CheckpointInfo checkpoint;

    private Scorer(CheckpointInfo checkpoint) {
        this.checkpoint = checkpoint;
    }

    /// Reads the weights of `checkpointFolder` onto the device of `compute`, which stays the caller's.
    ///
    /// @throws org.askance.model.checkpoint.CheckpointException if the folder cannot be used
    public static Scorer open(Compute compute, Path checkpointFolder) {
        return new Scorer(CheckpointFolder.inspect(checkpointFolder));
    }

    /// One answer per pair, in their order.
    public List<Scored> score(List<Pair> pairs) {
        throw new UnsupportedOperationException("score " + pairs.size());
    }

    /// The checkpoint that answers.
    public CheckpointInfo checkpoint() {
        return checkpoint;
    }

    @Override
    public void close() {}
}
