package org.askance.app.train;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.askance.app.text.Strings;
import org.askance.model.evaluation.Classification;

/// Counts with true labels in rows and predicted ones in columns; a cell is the darker the larger its share of
/// the row. FX thread.
final class ConfusionGrid extends GridPane {

    private static final int SHADES = 4;
    private static final double CELL = 46;

    ConfusionGrid(List<String> labels, Classification result, Strings strings) {
        super(3, 3);
        getStyleClass().add("confusion");
        var corner = new Label(strings.get("report.confusion.corner"));
        corner.getStyleClass().add("range");
        add(corner, 0, 0, labels.size() + 1, 1);
        for (int row = 0; row < labels.size(); row++) {
            String name = strings.getOr("label." + labels.get(row), labels.get(row));
            var across = label(name);
            across.setMaxWidth(CELL + 14);
            across.setWrapText(true);
            across.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
            setHalignment(across, javafx.geometry.HPos.CENTER);
            setValignment(across, javafx.geometry.VPos.BOTTOM);
            add(across, row + 1, 1);
            var down = label(name);
            down.setMinWidth(USE_PREF_SIZE);
            add(down, 0, row + 2);
            int support = Math.max(1, result.classes().get(row).support());
            for (int column = 0; column < labels.size(); column++) {
                int count = result.confusion()[row][column];
                var cell = new StackPane(new Label(Integer.toString(count)));
                cell.setAlignment(Pos.CENTER);
                cell.setMinSize(CELL, CELL * 0.7);
                cell.getStyleClass().addAll("cell", row == column ? "right" : "wrong",
                        "shade-" + Math.round((float) SHADES * count / support));
                add(cell, column + 1, row + 2);
            }
        }
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add("about");
        return label;
    }
}
