package org.askance.app.annotate;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextFlow;
import org.askance.app.ui.TweetText;

/// A tweet, and behind it, out of sight, the one that will most likely be shown next: laid out before it is needed.
/// FX thread.
final class TweetPages extends Pane {

    private static final double EMOJI_PX = 24;

    private static final class Page {
        private final TextFlow words = new TextFlow();
        private String text = "";

        Page() {
            words.getStyleClass().add("tweet");
        }

        void fill(String tweet) {
            if (!tweet.equals(text)) {
                TweetText.show(words, tweet, EMOJI_PX);
                text = tweet;
            }
        }

        void layOut(double width) {
            words.resizeRelocate(0, 0, width, words.prefHeight(width));
            words.layout();
        }
    }

    private Page front = new Page();
    private Page back = new Page();

    TweetPages() {
        getChildren().setAll(front.words, back.words);
        back.words.setVisible(false);
    }

    /// @return whether another tweet was shown before
    boolean show(String tweet) {
        if (tweet.equals(front.text)) {
            return false;
        }
        if (tweet.equals(back.text)) {
            var next = back;
            back = front;
            front = next;
            front.words.setVisible(true);
            back.words.setVisible(false);
            requestLayout();
        } else {
            front.fill(tweet);
        }
        return true;
    }

    /// Lays out `tweet` as wide as it will be shown.
    void prepare(String tweet) {
        back.fill(tweet);
        back.words.applyCss();
        back.layOut(getWidth());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return front.words.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return front.words.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return front.words.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return front.words.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        front.layOut(getWidth());
    }
}
