package org.askance.app.ui;

import java.util.List;
import javafx.scene.text.TextFlow;

/// A sentence that wraps, whatever it quotes: a label would lack its emoji, and fail in JavaFX 26.0.2 where it runs
/// from right to left. FX thread.
public final class Sentence extends TextFlow {

    private static final double EMOJI_PX = 17;

    public Sentence(String text) {
        this(text, "tweet-words");
    }

    /// @param style class of its words
    public Sentence(String text, String style) {
        TweetText.append(this, text, EMOJI_PX, List.of(style));
        TweetText.direct(this, text);
    }
}
