package org.askance.app.annotate;

import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;

/// One key for both tasks: the first one's labels down, the second's across. FX thread.
final class BothGrid extends GridPane {

    private static final PseudoClass LIKELIEST = PseudoClass.getPseudoClass("likeliest");

    /// @param answer gets label by task
    BothGrid(KeyTable table, KeyNames names, Consumer<Map<String, String>> answer) {
        getStyleClass().add("both");
        var rows = table.tasks().getFirst().labelNames();
        var columns = table.tasks().getLast().labelNames();
        getColumnConstraints().add(new ColumnConstraints());
        for (int column = 0; column < columns.size(); column++) {
            var equal = new ColumnConstraints();
            equal.setHgrow(Priority.ALWAYS);
            equal.setFillWidth(true);
            equal.setPercentWidth(70.0 / columns.size());
            equal.setHalignment(HPos.CENTER);
            getColumnConstraints().add(equal);
            add(head(names.label(columns.get(column))), column + 1, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            add(head(names.label(rows.get(row))), 0, row + 1);
            for (int column = 0; column < columns.size(); column++) {
                add(cell(table, row, column, names, answer), column + 1, row + 1);
            }
        }
    }

    private static Label head(String text) {
        var head = new Label(text);
        head.getStyleClass().add("about");
        return head;
    }

    private static Button cell(KeyTable table, int row, int column, KeyNames names,
            Consumer<Map<String, String>> answer) {
        var command = table.combination(row, column);
        // A key that a label has already is that label's.
        String key = table.both(row, column).filter(stroke -> table.find(stroke).filter(command::equals).isPresent())
                .map(names::of).orElse("–");
        var cell = new Button(key);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.getStyleClass().addAll("both-key");
        cell.setFocusTraversable(false);
        cell.setAccessibleText(names.of(command));
        cell.setUserData(command.labels());
        cell.setOnAction(_ -> answer.accept(command.labels()));
        return cell;
    }

    void show(AnnotateViewModel.State.Asking asking) {
        for (var node : getChildren()) {
            if (node instanceof Button cell && cell.getUserData() instanceof Map<?, ?> labels) {
                boolean likeliest = !asking.row().predicted().isEmpty() && labels.entrySet().stream().allMatch(one -> {
                    var predicted = asking.row().predicted().get(String.valueOf(one.getKey()));
                    return predicted != null && predicted.label().equals(one.getValue());
                });
                cell.pseudoClassStateChanged(LIKELIEST, likeliest);
            }
        }
    }
}
