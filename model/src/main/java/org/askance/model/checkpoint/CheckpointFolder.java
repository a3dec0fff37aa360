package org.askance.model.checkpoint;

import java.nio.file.Path;

/// A folder of `config.json`, `model.safetensors`, `tokenizer.json` and `training.json`.
public final class CheckpointFolder {

    private CheckpointFolder() {}

    /// Reads what the folder says about itself; no weights.
    ///
    /// @throws CheckpointException if something is missing, damaged, or from a newer version
    @SuppressWarnings("DoNotCallSuggester")
    public static CheckpointInfo inspect(Path folder) {
        throw new UnsupportedOperationException("inspect " + folder);
    }
}
