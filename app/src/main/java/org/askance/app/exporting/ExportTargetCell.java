package org.askance.app.exporting;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.jspecify.annotations.Nullable;

/// A format with one sentence about it. FX thread.
final class ExportTargetCell extends ListCell<ExportTarget> {

    static final double WIDTH = 316;

    private final Strings strings;
    private final Label title = new Label();
    private final Label about = new Label();
    private final VBox box = new VBox(2, title, about) {
        @Override
        protected double computePrefHeight(double width) {
            // A list asks how high without saying how wide: then a sentence would count as one line.
            return super.computePrefHeight(width < 0 ? WIDTH : width);
        }
    };

    ExportTargetCell(Strings strings) {
        this.strings = strings;
        title.getStyleClass().add("export-title");
        about.getStyleClass().add("about");
        about.setWrapText(true);
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
    }

    @Override
    protected void updateItem(@Nullable ExportTarget target, boolean empty) {
        super.updateItem(target, empty);
        if (empty || target == null) {
            setGraphic(null);
            return;
        }
        title.setText(strings.get(target.key()));
        about.setText(strings.get(target.key() + ".about"));
        setGraphic(box);
    }
}
