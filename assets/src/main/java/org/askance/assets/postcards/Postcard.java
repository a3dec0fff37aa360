package org.askance.assets.postcards;

import java.util.List;

/// One image–tweet pair.
///
/// @param index position in its plan, from 0
/// @param key its name in files, unique within a plan
/// @param split `train`, `validation` or `test`
/// @param topic what both halves are about, a [Topic#key()]
/// @param textPolarity what the words say, literally
/// @param scenePolarity what the picture shows
/// @param text the tweet
/// @param given the labels as an annotator would find them; 5 % of those in training are wrong on purpose
/// @param truth the labels as they should be
/// @param scene the picture, drawn when asked for
/// @param captions a few descriptions of the picture, for the teacher
public record Postcard(int index, String key, String split, String topic, Polarity textPolarity,
        Polarity scenePolarity, String text, PostcardLabels given, PostcardLabels truth, Scene scene,
        List<String> captions) {

    public Postcard {
        captions = List.copyOf(captions);
    }
}
