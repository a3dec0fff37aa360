package org.askance.app.annotate.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.askance.model.inference.Explanation;

/// One way to look at an explanation: a weight for each patch of the picture and for each token. Plain arithmetic.
sealed interface Reading {

    /// What hiding a part does to the predicted label of `task`.
    ///
    /// @param label index of that label
    record Hiding(String task, int label) implements Reading {}

    /// Where tokens look in the picture, followed through all layers.
    record Rollout() implements Reading {}

    /// Where they look, averaged over the layers.
    record Mean() implements Reading {}

    /// Where they look in one layer, counted from 1.
    record Layer(int number) implements Reading {}

    /// All there are, the most telling first.
    static List<Reading> of(Explanation explanation, List<String> tasks) {
        var all = new ArrayList<Reading>();
        for (var task : tasks) {
            var occlusion = explanation.occlusion().get(task);
            if (occlusion != null) {
                all.add(new Hiding(task, occlusion.label()));
            }
        }
        all.add(new Rollout());
        all.add(new Mean());
        for (int layer = 1; layer <= explanation.attention().size(); layer++) {
            all.add(new Layer(layer));
        }
        return all;
    }

    default ColourScale scale() {
        return switch (this) {
            case Hiding _ -> ColourScale.AGAINST_AND_FOR;
            case Rollout _,Mean _,Layer _ -> ColourScale.LESS_TO_MORE;
        };
    }

    /// Row by row, the strongest at magnitude 1.
    ///
    /// @param token whose look is asked for; −1 for all tokens together
    default float[] patches(Explanation of, int token) {
        return ColourScale.scaled(switch (this) {
            case Hiding(String task, int _) -> java.util.Objects.requireNonNull(of.occlusion().get(task)).patches();
            case Rollout _ -> rows(of.rollout(), token);
            case Mean _ -> rows(of.mean(), token);
            case Layer(int number) -> rows(of.attention().get(number - 1), token);
        });
    }

    /// In the tokens' order, the strongest at magnitude 1.
    default float[] tokens(Explanation of) {
        return ColourScale.scaled(switch (this) {
            case Hiding(String task, int _) -> java.util.Objects.requireNonNull(of.occlusion().get(task)).tokens();
            case Rollout _ -> peaks(of.rollout());
            case Mean _ -> peaks(of.mean());
            case Layer(int number) -> peaks(of.attention().get(number - 1));
        });
    }

    private static float[] rows(float[][] looks, int token) {
        if (token >= 0) {
            return looks[token];
        }
        var sum = new float[looks[0].length];
        for (var row : looks) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        return sum;
    }

    /// How much a token looks at one place: its greatest share, from the least such token to the greatest. Sums would
    /// say nothing, since every token looks somewhere.
    private static float[] peaks(float[][] looks) {
        var peaks = new float[looks.length];
        float least = Float.MAX_VALUE;
        for (int i = 0; i < peaks.length; i++) {
            for (float value : looks[i]) {
                peaks[i] = Math.max(peaks[i], value);
            }
            least = Math.min(least, peaks[i]);
        }
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] -= least;
        }
        return peaks;
    }

    /// Words as they were written: tokenizers mark pieces and spaces.
    static List<String> words(List<String> tokens) {
        return Arrays.asList(tokens.stream()
                .map(token -> token.replace("##", "").replace("</w>", "").replace("Ġ", "").replace("▁", ""))
                .toArray(String[]::new));
    }
}
