package org.askance.app.importing;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.askance.app.ui.TweetText;
import org.jspecify.annotations.Nullable;

/// The beginning of a text in one line, with emoji as pictures; where it does not fit it ends in dots. FX thread.
final class TweetCell<S> extends TableCell<S, String> {

    private static final int MOST = 160;
    private static final int LONGEST_TIP = 1_000;
    private static final double TIP_PX = 420;

    TweetCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        if (empty || text == null || text.isBlank()) {
            setGraphic(null);
            setText(null);
            setTooltip(null);
            return;
        }
        String line = text.strip().replaceAll("\\s+", " ");
        setText(line);
        // A tip wraps, see TweetText for what that does to some texts.
        setTooltip(TweetText.runsRightToLeft(text) ? null : tip(text.strip()));
        setGraphic(new Line(line.length() > MOST ? beginning(line, MOST) + " …" : line));
    }

    private static Tooltip tip(String text) {
        var tip = new Tooltip(text.length() > LONGEST_TIP ? beginning(text, LONGEST_TIP) + " …" : text);
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_PX);
        return tip;
    }

    private static String beginning(String line, int length) {
        return line.substring(0, Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length);
    }

    /// One line of words and emoji that takes the room there is.
    private static final class Line extends Pane {

        private static final double EMOJI_PX = 15;
        /// So wide that nothing wraps, also while it is measured.
        private static final double ENDLESS_PX = 4_000;

        private final String line;
        private final TextFlow flow = new TextFlow();
        private double fitted = -1;

        Line(String line) {
            this.line = line;
            getChildren().add(flow);
            setMouseTransparent(true);
            setMinWidth(0);
            setPrefWidth(Double.MAX_VALUE);
            setMaxHeight(USE_PREF_SIZE);
            show();
        }

        private void show() {
            TweetText.show(flow, line, EMOJI_PX);
            // In a table every line begins at the left; letters keep their own order.
            flow.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        }

        @Override
        protected double computePrefHeight(double width) {
            return flow.prefHeight(-1);
        }

        @Override
        protected void layoutChildren() {
            if (getWidth() != fitted) {
                fitted = getWidth();
                show();
                flow.resize(ENDLESS_PX, flow.prefHeight(-1));
                flow.applyCss();
                fit(fitted);
            }
            flow.resizeRelocate(0, 0, ENDLESS_PX, flow.prefHeight(-1));
        }

        private void fit(double roomPx) {
            var nodes = flow.getChildren();
            if (width(nodes) <= roomPx) {
                return;
            }
            var dots = new Text(" …");
            dots.getStyleClass().add("tweet-words");
            nodes.add(dots);
            flow.applyCss();
            while (nodes.size() > 1 && width(nodes) > roomPx) {
                var last = nodes.get(nodes.size() - 2);
                if (last instanceof Text words) {
                    shorten(words, roomPx - width(nodes) + width(words));
                }
                if (!(last instanceof Text words) || words.getText().isEmpty()) {
                    nodes.remove(last);
                }
            }
        }

        /// Leaves as many characters as fit, perhaps none.
        private static void shorten(Text words, double roomPx) {
            String whole = words.getText();
            int fits = 0;
            for (int tooMany = whole.length(); fits + 1 < tooMany;) {
                int tried = (fits + tooMany) / 2;
                words.setText(whole.substring(0, tried));
                if (width(words) <= roomPx) {
                    fits = tried;
                } else {
                    tooMany = tried;
                }
            }
            words.setText(fits == 0 ? "" : beginning(whole, fits));
        }

        private static double width(Iterable<Node> nodes) {
            double width = 0;
            for (var node : nodes) {
                width += width(node);
            }
            return width;
        }

        /// A text in a flow knows its own width only once the flow is laid out.
        private static double width(Node node) {
            if (node instanceof Text words) {
                var alone = new Text(words.getText());
                alone.setFont(words.getFont());
                return alone.getLayoutBounds().getWidth();
            }
            return node.getLayoutBounds().getWidth();
        }
    }
}
