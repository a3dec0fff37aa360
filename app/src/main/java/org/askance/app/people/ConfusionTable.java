package org.askance.app.people;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.TweetText;
import org.askance.app.work.TaskAgreement;

/// How often one annotator gave the row's label where another gave the column's.
final class ConfusionTable extends VBox {

    private static final double NAME = 158;
    private static final double EMOJI_PX = 15;

    private final List<String> labels;

    /// @param labels as people read them
    ConfusionTable(List<String> labels, TaskAgreement.Two pair, Strings strings) {
        super(8);
        this.labels = labels;
        var corner = new TextFlow();
        corner.getStyleClass().add("corner");
        TweetText.show(corner, strings.get("agreement.corner", pair.first(), pair.second()), EMOJI_PX);
        getStyleClass().add("confusion");
        getChildren().setAll(corner, grid(pair));
    }

    private GridPane grid(TaskAgreement.Two pair) {
        var grid = new GridPane(3, 3);
        var names = new ColumnConstraints(NAME);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < labels.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth((100.0 - 24) / labels.size());
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(column);
            grid.add(name(labels.get(i)), i + 1, 0);
            grid.add(name(labels.get(i)), 0, i + 1);
        }
        for (int row = 0; row < labels.size(); row++) {
            for (int column = 0; column < labels.size(); column++) {
                grid.add(cell(pair.confusion()[row][column], row, column), column + 1, row + 1);
            }
        }
        return grid;
    }

    private static Label name(String label) {
        var name = new Label(label);
        name.getStyleClass().add("about");
        name.setTooltip(new Tooltip(label));
        return name;
    }

    private Label cell(int count, int row, int column) {
        var cell = new Label(Integer.toString(count));
        cell.getStyleClass().addAll("cell", row == column ? "same" : "apart");
        if (count == 0) {
            cell.getStyleClass().add("zero");
        }
        cell.setMinHeight(30);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setAlignment(Pos.CENTER);
        cell.setAccessibleText(labels.get(row) + ", " + labels.get(column) + ": " + count);
        return cell;
    }
}
