package org.askance.app.ui;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Underlines a part of what stands in a text field; it has no styles of its own for that. FX thread.
final class Underline {

    private static final double HEIGHT_PX = 2;

    private final TextField field;
    private final Region line = new Region();
    private final StackPane over;
    private int from = -1;
    private int to = -1;

    Underline(TextField field) {
        this.field = field;
        line.getStyleClass().add("underline");
        line.setManaged(false);
        line.setVisible(false);
        var layer = new Pane(line);
        layer.setMouseTransparent(true);
        over = new StackPane(field, layer);
        field.caretPositionProperty().subscribe(_ -> place());
        field.widthProperty().subscribe(_ -> place());
    }

    /// The field with its underline.
    StackPane over() {
        return over;
    }

    /// @param begin of the part, an index into the text
    /// @param end   exclusive
    void show(int begin, int end) {
        from = begin;
        to = end;
        place();
    }

    void hide() {
        from = -1;
        line.setVisible(false);
    }

    private void place() {
        if (from < 0 || to > field.getLength() || !(field.getSkin() instanceof TextFieldSkin skin)) {
            line.setVisible(false);
            return;
        }
        field.layout();
        var first = skin.getCharacterBounds(from);
        var last = skin.getCharacterBounds(to - 1);
        double left = Math.max(field.snappedLeftInset(), Math.min(first.getMinX(), last.getMinX()));
        double right = Math.min(field.getWidth() - field.snappedRightInset(),
                Math.max(first.getMaxX(), last.getMaxX()));
        line.setVisible(right > left);
        line.resizeRelocate(left, field.getHeight() - 2 * HEIGHT_PX - 2, Math.max(0, right - left), HEIGHT_PX);
    }
}
