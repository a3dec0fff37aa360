package org.askance.app.annotate;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One label that can be answered: its key, its name, and how likely the network holds it.
final class LabelRow extends Button {

    /// How a label stands.
    ///
    /// @param probability 0 to 1; negative without a prediction
    /// @param given       whether the dataset came with it
    record Standing(double probability, boolean likeliest, boolean chosen, boolean given) {}

    LabelRow(String key, String name, Standing standing, String givenHint) {
        getStyleClass().add("label-row");
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        var text = new Label(name);
        text.getStyleClass().add("label-name");
        text.setMinWidth(104);
        var bar = new ProgressBar(Math.max(0, standing.probability));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(8);
        bar.setPrefHeight(8);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var figure = new Label(standing.probability < 0 ? "–" : Math.round(100 * standing.probability) + " %");
        figure.getStyleClass().add("figure");
        figure.setMinWidth(44);
        figure.setAlignment(Pos.CENTER_RIGHT);
        var mark = new FontIcon(standing.chosen ? Feather.CHECK : Feather.BOOKMARK);
        mark.setVisible(standing.chosen || standing.given);
        mark.setAccessibleText(standing.given ? givenHint : "");
        var row = new HBox(10, cap, text, bar, figure, mark);
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(widthProperty().subtract(26));
        // Keys answer; focus stays with the view, so that Space never presses a button.
        setFocusTraversable(false);
        setAccessibleText(name + ", " + figure.getText());
        if (standing.likeliest) {
            getStyleClass().add("likeliest");
        }
        if (standing.chosen) {
            getStyleClass().add("chosen");
        }
    }
}
