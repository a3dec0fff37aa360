package org.askance.model.training;

import java.nio.file.Path;
import java.util.List;
import org.askance.model.Task;
import org.askance.model.block.Clfa;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.input.Exif;
import org.askance.model.input.ImageShape;
import org.jspecify.annotations.Nullable;

/// What to train, on what, and where to.
///
/// @param start      where the weights come from
/// @param teacher    folder of the frozen teacher; needed where the plan's alpha is above 0
/// @param validation chooses the best epoch; empty: the last one is kept
/// @param test       evaluated once, with the weights that are kept; may be empty
/// @param halves     what the network sees; a baseline sees one half and is not aligned
/// @param work       a folder for what the training keeps on the way: features, the teacher's embeddings, and
///                   where it stands; what is there of the same request is used
/// @param folder     of the new checkpoint; must not exist
/// @param name       of the new checkpoint, as people read it
/// @param data       the [DataFingerprint] of `train` and `validation`; `null` if nobody has it yet
public record TrainingRequest(Start start, @Nullable Path teacher, List<LabelledPair> train,
        List<LabelledPair> validation, List<LabelledPair> test, TrainingPlan plan, Clfa.Halves halves, Path work,
        Path folder, String name, @Nullable String data) {

    /// Where a training starts.
    public sealed interface Start {
        /// Goes on from a checkpoint.
        ///
        /// @param heads of the new network, where its tasks or labels are to differ; empty: as the checkpoint has them
        record Checkpoint(Path folder, List<Head> heads) implements Start {

            public Checkpoint {
                heads = List.copyOf(heads);
            }

            /// With the same tasks and labels.
            public Checkpoint(Path folder) {
                this(folder, List.of());
            }
        }

        /// Fresh weights from the plan's seed, but the image encoder's from `teacher`, which also lends its
        /// tokenizer.
        record Teacher(CheckpointConfig.Student config, Path teacher) implements Start {}

        /// Fresh fusion and heads over encoders from Hugging Face folders of BERT and ViT; the text's lends its
        /// tokenizer.
        record Encoders(CheckpointConfig.Student config, Path text, Path image) implements Start {

            /// A network of the paper's sizes over these encoders.
            ///
            /// @param knowledge whether it also attends to the pairs' knowledge texts
            /// @param exif      how the network will see photos, from now on and in all that is fine-tuned from it
            /// @throws org.askance.model.checkpoint.CheckpointException if a folder cannot be used
            public static Encoders paper(Path text, Path image, List<Task> tasks, boolean knowledge, Exif exif) {
                var ofText = HuggingFaceFolder.text(text);
                var ofImage = HuggingFaceFolder.image(image);
                return new Encoders(new CheckpointConfig.Student(
                        new Clfa(ofText, ofImage, PAPER_WIDTH, 3, 8, 4 * PAPER_WIDTH, tasks, knowledge),
                        ImageShape.student(ofImage.size()).with(exif), Math.min(PAPER_TOKENS, ofText.places())), text,
                        image);
            }
        }

        /// Width of the projected tokens in the paper's network.
        int PAPER_WIDTH = 512;

        /// The most tokens of a text there.
        int PAPER_TOKENS = 77;
    }

    public TrainingRequest {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /// One whose data nobody has looked at yet.
    public TrainingRequest(Start start, @Nullable Path teacher, List<LabelledPair> train,
            List<LabelledPair> validation, List<LabelledPair> test, TrainingPlan plan, Clfa.Halves halves, Path work,
            Path folder, String name) {
        this(start, teacher, train, validation, test, plan, halves, work, folder, name, null);
    }

    String fingerprint() {
        return data == null ? DataFingerprint.of(train, validation) : data;
    }

    boolean aligns() {
        return plan.losses().alpha() > 0 && halves == Clfa.Halves.BOTH;
    }
}
