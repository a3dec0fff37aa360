package org.askance.app.importing;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextFlow;
import org.askance.app.ui.TweetText;
import org.jspecify.annotations.Nullable;

/// A cell whose text wraps, so that nothing is cut, with emoji as pictures. FX thread.
final class WrappedCell<S> extends TableCell<S, String> {

    private static final double EMOJI_PX = 15;
    private static final double PADDING_PX = 24;

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : new Paragraph(item));
    }

    /// As high as it is in the width of its column.
    private final class Paragraph extends Pane {
        private final TextFlow flow = new TextFlow();

        Paragraph(String text) {
            TweetText.show(flow, text, EMOJI_PX);
            flow.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            getChildren().add(flow);
        }

        private double room() {
            return Math.max(1, getTableColumn().getWidth() - PADDING_PX);
        }

        @Override
        protected double computePrefWidth(double height) {
            return room();
        }

        @Override
        protected double computePrefHeight(double width) {
            return flow.prefHeight(room());
        }

        @Override
        protected void layoutChildren() {
            flow.resizeRelocate(0, 0, room(), flow.prefHeight(room()));
        }
    }
}
