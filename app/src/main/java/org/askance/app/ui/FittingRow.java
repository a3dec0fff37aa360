package org.askance.app.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Nodes in a row, at its right end; those that do not fit are left out, the last ones first, rather than all being cut.
/// FX thread.
public final class FittingRow extends Pane {

    private static final double GAP = 14;

    public void show(List<Node> nodes) {
        getChildren().setAll(nodes);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream().mapToDouble(node -> Math.ceil(node.prefWidth(-1)) + GAP).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        int fitting = 0;
        double width = 0;
        for (var node : getChildren()) {
            double next = width + Math.ceil(node.prefWidth(-1)) + GAP;
            if (next > getWidth() + GAP) {
                break;
            }
            width = next;
            fitting++;
        }
        double x = getWidth() - width + GAP;
        for (int i = 0; i < getChildren().size(); i++) {
            var node = getChildren().get(i);
            node.setVisible(i < fitting);
            if (i < fitting) {
                double own = Math.ceil(node.prefWidth(-1));
                double height = node.prefHeight(-1);
                node.resizeRelocate(x, (getHeight() - height) / 2, own, height);
                x += own + GAP;
            }
        }
    }
}
