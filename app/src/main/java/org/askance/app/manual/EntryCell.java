package org.askance.app.manual;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A page's title, or a heading with the page it belongs to and the words that were found.
final class EntryCell extends ListCell<PageList.Entry> {

    private static final double SCROLL_BAR_PX = 16;

    private @Nullable VBox lines;

    EntryCell() {
        // The list's width decides, not the longest line.
        setPrefWidth(0);
        listViewProperty().flatMap(ListView::widthProperty).subscribe(this::requestLayout);
    }

    @Override
    protected void updateItem(PageList.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            lines = null;
            return;
        }
        var box = new VBox(1, line(entry.name(), entry.around().isEmpty() ? "entry" : "entry-found"));
        box.setAlignment(Pos.CENTER_LEFT);
        if (!entry.above().isEmpty()) {
            box.getChildren().add(line(entry.above(), "entry-above"));
        }
        if (!entry.around().isEmpty()) {
            box.getChildren().add(line(entry.around(), "entry-around"));
        }
        box.setMinWidth(0);
        lines = box;
        setGraphic(box);
        setAccessibleText(entry.name());
    }

    /// A list asks its cells how high they are without telling how wide they will be.
    @Override
    protected double computePrefHeight(double width) {
        if (lines == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double room = getListView().getWidth() - SCROLL_BAR_PX - snappedLeftInset() - snappedRightInset();
        return snapSizeY(lines.prefHeight(Math.max(1, room))) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (lines != null) {
            lines.resizeRelocate(snappedLeftInset(), snappedTopInset(),
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
