package org.askance.app.manual;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A page's title, or a heading with the page it belongs to and the words that were found.
final class EntryCell extends ListCell<PageList.Entry> {

    EntryCell() {
        // The list's width decides, not the longest line.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PageList.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        var box = new VBox(1, line(entry.name(), entry.around().isEmpty() ? "entry" : "entry-found"));
        box.setAlignment(Pos.CENTER_LEFT);
        if (!entry.above().isEmpty()) {
            box.getChildren().add(line(entry.above(), "entry-above"));
        }
        if (!entry.around().isEmpty()) {
            var around = line(entry.around(), "entry-around");
            around.setWrapText(true);
            box.getChildren().add(around);
        }
        box.setMinWidth(0);
        setGraphic(box);
        setAccessibleText(entry.name());
        setTooltip(new Tooltip((entry.above().isEmpty() ? "" : entry.above() + ": ") + entry.name()));
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
