package org.askance.app.work;

import java.nio.file.Path;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.told.OfCheckpoint;
import org.askance.model.told.Told;
import org.askance.model.training.TrainingRequest;

/// Looks whether a Hugging Face folder can be trained from, without reading its weights.
///
/// @param kind what the folder is to hold
public record LookAtEncoder(Path folder, Encoders.Kind kind) implements Job<LookAtEncoder.Found> {

    /// What it is.
    public sealed interface Found {
        /// @param width of its states, for a teacher of its embeddings
        record Usable(int layers, int width) implements Found {}

        /// @param told a sentence
        record Unusable(Told told) implements Found {}
    }

    @Override
    public Found run(Progress progress) {
        try {
            return switch (kind) {
                case TEXT -> {
                    var text = HuggingFaceFolder.text(folder);
                    yield new Found.Usable(text.layers(), text.width());
                }
                case IMAGE -> {
                    var image = HuggingFaceFolder.image(folder);
                    yield new Found.Usable(image.layers(), image.width());
                }
                case TEACHER -> teacher();
            };
        } catch (CheckpointException e) {
            return new Found.Unusable(e.told());
        }
    }

    private Found teacher() {
        var clip = HuggingFaceFolder.clip(folder);
        int width = clip.text().projected();
        return width == TrainingRequest.Start.PAPER_WIDTH
                ? new Found.Usable(clip.text().layers(), width)
                : new Found.Unusable(OfCheckpoint.CLIP_WIDTH.with(folder, width, TrainingRequest.Start.PAPER_WIDTH));
    }
}
