package org.askance.model.training;

import java.util.function.Predicate;
import org.askance.model.block.Clfa;

/// Which weights of the network learn; the others stay as they are.
///
/// @param part       what learns
/// @param lastLayers of [Part#LAST_LAYERS]: how many layers of each encoder, counted from its end
public record Learning(Part part, int lastLayers) {

    /// From everything down to the heads.
    public enum Part {
        /// Every weight.
        ALL,
        /// All but the image encoder.
        ALL_BUT_IMAGE_ENCODER,
        /// The last layers of both encoders, projections, fusion and heads.
        LAST_LAYERS,
        /// Projections, fusion and heads, on features of the encoders that are computed once: the quick way.
        FUSION_AND_HEADS,
        /// The heads alone, on the same features.
        HEADS
    }

    public Learning {
        if (lastLayers < 0 || (part == Part.LAST_LAYERS && lastLayers < 1)) {
            throw new IllegalArgumentException("at least one last layer must learn, was " + lastLayers);
        }
    }

    public static Learning of(Part part) {
        return new Learning(part, part == Part.LAST_LAYERS ? 1 : 0);
    }

    /// Whether the encoder of texts never changes, so that its states are computed once.
    boolean textFrozen() {
        return part == Part.FUSION_AND_HEADS || part == Part.HEADS;
    }

    /// The same of the encoder of pictures.
    boolean imageFrozen() {
        return textFrozen() || part == Part.ALL_BUT_IMAGE_ENCODER;
    }

    /// Tells by its name whether a weight learns.
    Predicate<String> learns(Clfa network) {
        return switch (part) {
            case ALL -> _ -> true;
            case ALL_BUT_IMAGE_ENCODER -> name -> !name.startsWith(Clfa.IMAGE_ENCODER);
            case LAST_LAYERS -> name -> !inEncoder(name)
                    || layer(name) >= (name.startsWith(Clfa.TEXT_ENCODER)
                            ? network.text().layers()
                            : network.image().layers()) - lastLayers
                    || name.equals(Clfa.IMAGE_ENCODER + "layernorm.weight")
                    || name.equals(Clfa.IMAGE_ENCODER + "layernorm.bias");
            case FUSION_AND_HEADS -> name -> !inEncoder(name);
            case HEADS -> name -> name.startsWith(Clfa.HEADS);
        };
    }

    private static boolean inEncoder(String name) {
        return name.startsWith(Clfa.TEXT_ENCODER) || name.startsWith(Clfa.IMAGE_ENCODER);
    }

    /// The number in `…encoder.layer.NUMBER.…`; −1 for embeddings and norms.
    private static int layer(String name) {
        int at = name.indexOf(".layer.");
        if (at < 0) {
            return -1;
        }
        int start = at + ".layer.".length();
        return Integer.parseInt(name.substring(start, name.indexOf('.', start)));
    }
}
