package org.askance.app.ui;

import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.askance.app.text.Numbers;
import org.jspecify.annotations.Nullable;

/// The probabilities of one task, a bar per label, the likeliest set off. FX thread.
public final class ProbabilityBars extends GridPane {

    private static final double LEAST_BAR = 40;

    public ProbabilityBars() {
        getStyleClass().add("probability-bars");
        var names = new ColumnConstraints();
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        bars.setFillWidth(true);
        var figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, bars, figures);
    }

    /// @param probabilities in the labels' order, `null` for a label that the network does not know; empty while there
    ///                      is no prediction
    /// @param colours       one per label, as `#rrggbb`
    public void show(List<String> labels, List<? extends @Nullable Float> probabilities, List<String> colours) {
        getChildren().clear();
        double best = probabilities.stream().filter(Objects::nonNull).mapToDouble(Float::doubleValue).max().orElse(0);
        for (int i = 0; i < labels.size(); i++) {
            Float value = i < probabilities.size() ? probabilities.get(i) : null;
            boolean known = value != null;
            double share = value == null ? 0 : value;
            var name = new Label(labels.get(i));
            name.getStyleClass().add("bar-name");
            // In large letters a long name goes on in the next line; the bar has room elsewhere too.
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            var bar = new ProgressBar(share);
            bar.setMaxWidth(Double.MAX_VALUE);
            // A bar without a least height collapses in short boxes.
            bar.setMinHeight(8);
            bar.setPrefHeight(8);
            bar.setMinWidth(LEAST_BAR);
            bar.setPrefWidth(LEAST_BAR);
            bar.setAccessibleText(labels.get(i));
            // Read by the style sheet.
            bar.setStyle("-label-colour: " + colours.get(i) + ";");
            var figure = new Label(known ? Numbers.percent(share) : "–");
            figure.getStyleClass().add("figure");
            figure.setMinWidth(USE_PREF_SIZE);
            if (known && share == best) {
                name.getStyleClass().add("likeliest");
                figure.getStyleClass().add("likeliest");
                bar.getStyleClass().add("likeliest");
            }
            addRow(i, name, bar, figure);
        }
    }
}
