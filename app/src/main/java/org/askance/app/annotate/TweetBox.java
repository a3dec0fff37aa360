package org.askance.app.annotate;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/// The tweet, as high as it is up to a limit, and scrolled beyond it: the labels below must stay in sight. FX thread.
final class TweetBox extends ScrollPane {

    private static final double LINE = 54;

    private final TweetPages words;
    private double most = Double.MAX_VALUE;

    TweetBox(TweetPages words) {
        super(words);
        this.words = words;
        getStyleClass().add("tweet-box");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /// @param height in pixels
    void limit(double height) {
        if (height != most) {
            most = height;
            requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(Math.min(most, words.prefHeight(width))) + 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /// Moves by so many steps of two lines.
    void scroll(int steps) {
        double hidden = words.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            setVvalue(Math.clamp(getVvalue() + steps * LINE / hidden, 0, 1));
        }
    }
}
