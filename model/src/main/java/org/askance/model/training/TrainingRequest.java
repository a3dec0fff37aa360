package org.askance.model.training;

import java.nio.file.Path;
import java.util.List;
import org.askance.model.block.Clfa;
import org.askance.model.checkpoint.CheckpointConfig;
import org.jspecify.annotations.Nullable;

/// What to train, on what, and where to.
///
/// @param start      where the weights come from
/// @param teacher    folder of the frozen teacher; needed where the plan's alpha is above 0
/// @param validation chooses the best epoch; empty: the last one is kept
/// @param test       evaluated once, with the weights that are kept; may be empty
/// @param halves     what the network sees; a baseline sees one half and is not aligned
/// @param folder     of the new checkpoint; must not exist
/// @param name       of the new checkpoint, as people read it
public record TrainingRequest(Start start, @Nullable Path teacher, List<LabelledPair> train,
        List<LabelledPair> validation, List<LabelledPair> test, TrainingPlan plan, Clfa.Halves halves, Path folder,
        String name) {

    /// Where a training starts.
    public sealed interface Start {
        /// Goes on from a checkpoint.
        record Checkpoint(Path folder) implements Start {}

        /// Fresh weights from the plan's seed, but the image encoder's from `teacher`, which also lends its
        /// tokenizer.
        record Teacher(CheckpointConfig.Student config, Path teacher) implements Start {}
    }

    public TrainingRequest {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    boolean aligns() {
        return plan.alpha() > 0 && halves == Clfa.Halves.BOTH;
    }
}
