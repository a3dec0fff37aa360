package org.askance.model.checkpoint;

import java.util.List;
import org.askance.model.block.Clfa;
import org.askance.model.block.Teacher;
import org.askance.model.block.WeightSpec;
import org.askance.model.input.ImageShape;

/// What is needed, beside weights and tokenizer, to use a checkpoint: the network's sizes and how inputs
/// are prepared. Written as `config.json`.
public sealed interface CheckpointConfig {

    /// @param mostTokens longer texts are cut
    record Student(Clfa network, ImageShape image, int mostTokens) implements CheckpointConfig {
        @Override
        public List<WeightSpec> weights() {
            return network.weights();
        }
    }

    /// @param mostTokens longer texts are cut
    record ForTeacher(Teacher network, ImageShape image, int mostTokens) implements CheckpointConfig {
        @Override
        public List<WeightSpec> weights() {
            return network.weights();
        }
    }

    ImageShape image();

    int mostTokens();

    List<WeightSpec> weights();
}
