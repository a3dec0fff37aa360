package org.askance.model.inference;

import java.util.Map;
import org.askance.model.told.Told;

/// What a checkpoint makes of one pair.
public sealed interface Scored {

    /// @param probabilities by task name, in the task's label order; each sums to 1
    /// @param text          the text's aligned embedding, of length 1
    /// @param image         the image's aligned embedding, of length 1
    /// @param fused         the pooled vector that the heads read, of any length
    record Prediction(Map<String, float[]> probabilities, float[] text, float[] image,
            float[] fused) implements Scored {}

    /// The image could not be read, so nothing was computed.
    ///
    /// @param told a sentence that names the file
    record Unreadable(Told told) implements Scored {}
}
