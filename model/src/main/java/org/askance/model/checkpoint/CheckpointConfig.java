package org.askance.model.checkpoint;

import java.util.List;
import java.util.Objects;
import org.askance.model.Pair;
import org.askance.model.block.Clfa;
import org.askance.model.block.Teacher;
import org.askance.model.block.WeightSpec;
import org.askance.model.input.ImageShape;
import org.askance.model.input.Tokenizer;
import org.jspecify.annotations.Nullable;

/// What is needed, beside weights and tokenizer, to use a checkpoint: the network's sizes and how inputs
/// are prepared. Written as `config.json`.
public sealed interface CheckpointConfig {

    /// @param mostTokens longer texts are cut
    record Student(Clfa network, ImageShape image, int mostTokens) implements CheckpointConfig {

        /// The most tokens of a knowledge text, as in the paper's published code.
        private static final int MOST_KNOWLEDGE_TOKENS = 66;

        @Override
        public List<WeightSpec> weights() {
            return network.weights();
        }

        /// The ids of each pair's knowledge text, an empty text where a pair has none; `null` if the network has no
        /// use for them.
        public @Nullable List<long[]> knowledge(Tokenizer tokenizer, List<Pair> pairs) {
            int most = Math.min(MOST_KNOWLEDGE_TOKENS, mostTokens);
            return network.knowledge()
                    ? pairs.stream()
                            .map(pair -> tokenizer.ids(Objects.requireNonNullElse(pair.knowledge(), ""), most)).toList()
                    : null;
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
