package org.askance.app.annotate;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextFlow;
import org.askance.app.ui.TweetText;

/// A tweet, and behind it, out of sight, the one that will most likely be shown next: laid out before it is needed.
/// FX thread.
final class TweetPages extends Pane {

    private static final double EMOJI_PX = 24;

    private static final class Page extends TextFlow {
        private String text = "";

        Page() {
            getStyleClass().add("tweet");
        }

        void fill(String tweet) {
            if (!tweet.equals(text)) {
                TweetText.show(this, tweet, EMOJI_PX);
                text = tweet;
            }
        }
    }

    private Page front = new Page();
    private Page back = new Page();

    TweetPages() {
        getChildren().setAll(front, back);
        back.setVisible(false);
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
            front.setVisible(true);
            back.setVisible(false);
            requestLayout();
        } else {
            front.fill(tweet);
        }
        return true;
    }

    /// Lays out `tweet` as wide as it will be shown.
    void prepare(String tweet) {
        back.fill(tweet);
        back.applyCss();
        layOut(back);
    }

    private void layOut(Page page) {
        page.resizeRelocate(0, 0, getWidth(), page.prefHeight(getWidth()));
        page.layout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return front.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return front.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return front.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return front.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        layOut(front);
    }
}
