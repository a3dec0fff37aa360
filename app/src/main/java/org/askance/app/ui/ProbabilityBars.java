package org.askance.app.ui;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The probabilities of one task, a bar per label, the likeliest set off. FX thread.
public final class ProbabilityBars extends GridPane {

    public ProbabilityBars() {
        getStyleClass().add("probability-bars");
        var names = new ColumnConstraints();
        names.setMinWidth(92);
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        bars.setFillWidth(true);
        var figures = new ColumnConstraints();
        figures.setMinWidth(44);
        figures.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, bars, figures);
    }

    /// @param probabilities in the labels' order; `null` while there is no prediction
    public void show(List<String> labels, float @Nullable [] probabilities) {
        getChildren().clear();
        float[] values = probabilities == null ? new float[0] : probabilities;
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        for (int i = 0; i < labels.size(); i++) {
            boolean known = i < values.length;
            double share = known ? values[i] : 0;
            var name = new Label(labels.get(i));
            var bar = new ProgressBar(share);
            bar.setMaxWidth(Double.MAX_VALUE);
            // A bar without a least height collapses in short boxes.
            bar.setMinHeight(8);
            bar.setPrefHeight(8);
            bar.setAccessibleText(labels.get(i));
            var figure = new Label(known ? Math.round(100 * share) + " %" : "–");
            figure.getStyleClass().add("figure");
            if (known && i == best) {
                name.getStyleClass().add("likeliest");
                figure.getStyleClass().add("likeliest");
                bar.getStyleClass().add("likeliest");
            }
            addRow(i, name, bar, figure);
        }
    }
}
