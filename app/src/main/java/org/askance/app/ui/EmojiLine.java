package org.askance.app.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.askance.assets.Emoji;

/// One line of text with its emoji as pictures; what does not fit is cut with dots. FX thread.
public final class EmojiLine extends HBox {

    /// @param emojiPx edge of an emoji, about 1.2 times the text's size
    public EmojiLine(String text, double emojiPx) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("emoji-line");
        setMinWidth(0);
        for (var part : Emoji.parts(text)) {
            switch (part) {
                case Emoji.Part.Words(String words) -> getChildren().add(words(words));
                case Emoji.Part.Picture(String _, Emoji.Cell cell) -> getChildren().add(
                        TweetText.picture(cell, emojiPx));
            }
        }
        setAccessibleText(text);
    }

    /// Whether a label could not show `text`.
    public static boolean isNeeded(String text) {
        return Emoji.parts(text).stream().anyMatch(Emoji.Part.Picture.class::isInstance);
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setMinWidth(0);
        return label;
    }
}
