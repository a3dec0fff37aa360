package org.askance.model.training;

import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.askance.model.block.Clfa;
import org.askance.model.block.Values;
import org.askance.model.block.Weights;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.checkpoint.SafeTensors;

/// A network that goes on from a checkpoint with other labels: labels that the old one knew keep their rows, others
/// start anew, all else stays. Tensor thread only.
final class HeadTransfer {

    private static final String WEIGHTS = "model.safetensors";

    private HeadTransfer() {}

    static CheckpointConfig.Student config(Path folder, List<Head> heads) {
        var old = CheckpointFolder.student(folder);
        return heads.isEmpty()
                ? old
                : new CheckpointConfig.Student(old.network().with(heads.stream().map(Head::task).toList()), old.image(),
                        old.mostTokens());
    }

    /// @param heads empty: as the checkpoint has them
    /// @param seed  of the rows that start anew
    static Weights weights(Path folder, List<Head> heads, NDManager manager, long seed) {
        var config = config(folder, heads);
        if (heads.isEmpty()) {
            return CheckpointFolder.weights(folder, manager, config.weights());
        }
        var weights = Weights.random(manager, config.weights(), seed);
        try (var file = SafeTensors.open(folder.resolve(WEIGHTS))) {
            file.check(CheckpointFolder.student(folder).weights(), Set.of());
            for (var spec : config.weights()) {
                if (!spec.name().startsWith(Clfa.HEADS)) {
                    weights.set(spec.name(), file.floats(spec.name()));
                }
            }
            for (var head : heads) {
                if (!head.before().isEmpty()) {
                    keep(file, weights, head, ".weight", config.network().width());
                    keep(file, weights, head, ".bias", 1);
                }
            }
            return weights;
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    private static void keep(SafeTensors file, Weights weights, Head head, String part, int width) {
        String name = Clfa.HEADS + head.task().name() + part;
        float[] values = Values.of(weights.get(name));
        var old = file.floats(Clfa.HEADS + head.before() + part);
        for (int row = 0; row < head.rows().size(); row++) {
            if (head.rows().get(row) >= 0) {
                old.get(old.position() + head.rows().get(row) * width, values, row * width, width);
            }
        }
        weights.set(name, FloatBuffer.wrap(values));
    }
}
