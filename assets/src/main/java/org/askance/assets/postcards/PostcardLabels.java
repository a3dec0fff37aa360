package org.askance.assets.postcards;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The answers for one pair, as label strings.
///
/// @param sarcasm one of [#SARCASM], or null where a half is neutral: such a pair is neither
/// @param sentiment one of [#SENTIMENT]
public record PostcardLabels(@Nullable String sarcasm, String sentiment) {

    /// Labels of the task `sarcasm`, in class order.
    public static final List<String> SARCASM = List.of("not sarcastic", "sarcastic");

    /// Labels of the task `sentiment`, in class order.
    public static final List<String> SENTIMENT = List.of("positive", "negative", "neutral");

    /// What is meant by words of one polarity over a picture of another: the picture tells the truth where it takes a
    /// side, and else the words do.
    static PostcardLabels of(Polarity text, Polarity scene) {
        String sarcasm = text.isPolar() && scene.isPolar() ? SARCASM.get(text == scene ? 0 : 1) : null;
        return new PostcardLabels(sarcasm, (scene.isPolar() ? scene : text).key());
    }

    /// Whether the pair is sarcastic, or null where it is neither.
    public @Nullable Boolean sarcastic() {
        return sarcasm == null ? null : sarcasm.equals(SARCASM.get(1));
    }
}
