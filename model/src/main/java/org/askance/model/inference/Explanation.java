package org.askance.model.inference;

import java.util.List;
import java.util.Map;

/// Why a checkpoint predicts what it predicts for one pair. T = tokens, P = patches, `grid` × `grid` of them,
/// row by row.
///
/// @param tokens    as the tokenizer cut the text, special ones included
/// @param attention of each fusion layer, `T × P`, averaged over the heads; what a token gives to the class
///                  token is left out, so rows add up to at most 1
/// @param mean      of the layers, `T × P`
/// @param rollout   attention followed through the layers, half of each sub-layer being its residual (Abnar &
///                  Zuidema 2020, arXiv 2005.00928), `T × P`; rows add up to at most 1
/// @param occlusion by task
public record Explanation(List<String> tokens, int grid, List<float[][]> attention, float[][] mean, float[][] rollout,
        Map<String, Occlusion> occlusion) {

    /// How far the logit of the predicted label falls when a part is hidden: above 0, the part speaks for the
    /// label.
    ///
    /// @param label   index of the predicted label
    /// @param logit   with nothing hidden
    /// @param patches P falls: the patch is painted in the mean colour
    /// @param tokens  T falls: the token is left out; 0 for special ones
    public record Occlusion(int label, float logit, float[] patches, float[] tokens) {}

    public Explanation {
        tokens = List.copyOf(tokens);
        attention = List.copyOf(attention);
        occlusion = Map.copyOf(occlusion);
    }
}
