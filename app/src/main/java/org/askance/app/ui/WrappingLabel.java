package org.askance.app.ui;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A label that wraps, whatever it quotes. JavaFX 26.0.2 fails to lay out a piece that runs from right to left and goes
/// on in the next line, and draws no emoji: such a text is shown word by word instead. FX thread.
public final class WrappingLabel extends Label {

    private static final double EMOJI_PX = 17;

    private @Nullable TextFlow flow;

    public WrappingLabel(String text) {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().subscribe(this::show);
        setText(text);
    }

    private void show(@Nullable String text) {
        if (text == null || (!TweetText.runsRightToLeft(text) && !EmojiLine.isNeeded(text))) {
            flow = null;
            setGraphic(null);
            setContentDisplay(ContentDisplay.TEXT_ONLY);
            return;
        }
        var pieces = new TextFlow();
        TweetText.append(pieces, text, EMOJI_PX, List.of("label-piece"));
        TweetText.direct(pieces, text);
        for (var piece : pieces.getChildren()) {
            if (piece instanceof Text words) {
                words.fontProperty().bind(fontProperty());
                words.fillProperty().bind(textFillProperty());
            }
        }
        flow = pieces;
        setGraphic(pieces);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    // A label asks its graphic how large it is without telling how much room there is.

    @Override
    protected double computePrefWidth(double height) {
        return flow == null ? super.computePrefWidth(height) : snapSizeX(flow.prefWidth(-1)) + asidePx();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (flow == null) {
            return super.computePrefHeight(width);
        }
        double room = width < 0 ? width : Math.max(1, width - asidePx());
        return snapSizeY(flow.prefHeight(room)) + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (flow != null) {
            double width = Math.max(1, getWidth() - asidePx());
            flow.resizeRelocate(getInsets().getLeft(), getInsets().getTop(), width, flow.prefHeight(width));
        }
    }

    private double asidePx() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
