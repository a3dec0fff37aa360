package org.askance.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Words that a window has no room for.
final class CutWords {

    private CutWords() {}

    /// Labels, buttons and cells that end in an ellipsis, and that nothing else tells in full: what was to stand there.
    static List<String> in(Scene scene) {
        return Fx.call(() -> {
            var found = new ArrayList<String>();
            collect(scene.getRoot(), null, found);
            return found;
        });
    }

    private static void collect(Node node, @Nullable Tooltip around, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        var tooltip = node instanceof Labeled labeled && labeled.getTooltip() != null ? labeled.getTooltip() : around;
        if (node instanceof Labeled labeled && tooltip == null) {
            for (var child : labeled.getChildrenUnmodifiable()) {
                if (child instanceof Text shown && shown.isVisible() && !shown.getText().equals(labeled.getText())
                        && shown.getText().endsWith(labeled.getEllipsisString())) {
                    found.add(labeled.getClass().getSimpleName() + " " + labeled.getId() + " "
                            + labeled.getStyleClass() + ": " + labeled.getText() + " → " + shown.getText());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, tooltip, found));
        }
    }
}
