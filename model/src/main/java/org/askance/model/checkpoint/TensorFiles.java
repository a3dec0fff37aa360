package org.askance.model.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.model.told.OfCheckpoint;

/// Finds the weights of a folder: `model.safetensors`, several of them with an index, or an older
/// `pytorch_model.bin`.
final class TensorFiles {

    private static final List<String> NAMES = List.of("model.safetensors", "model.safetensors.index.json",
            "pytorch_model.bin", "pytorch_model.bin.index.json");

    private TensorFiles() {}

    /// @throws CheckpointException if there are none, or they cannot be read
    static TensorFile open(Path folder) {
        for (var name : NAMES) {
            var file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return openFile(file);
            }
        }
        throw new CheckpointException(OfCheckpoint.NO_WEIGHTS.with(folder, String.join(", ", NAMES)));
    }

    static TensorFile openFile(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".index.json")) {
            return ShardedTensors.open(file);
        }
        return name.endsWith(".bin") ? PickledTensors.open(file) : SafeTensors.open(file);
    }
}
