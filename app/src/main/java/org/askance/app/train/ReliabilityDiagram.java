package org.askance.app.train;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.askance.model.evaluation.Calibration;

/// How often predictions of each confidence are right: a bar per bin, as high as its accuracy and the more
/// opaque the more pairs it holds. Bars that end on the diagonal are honest. FX thread.
final class ReliabilityDiagram extends Pane {

    private static final double EDGE = 132;
    private static final double FAINTEST = 0.3;

    ReliabilityDiagram(List<Calibration.Bin> bins) {
        getStyleClass().add("reliability");
        setMinSize(EDGE, EDGE);
        setPrefSize(EDGE, EDGE);
        setMaxSize(EDGE, EDGE);
        double most = Math.max(1, bins.stream().mapToInt(Calibration.Bin::count).max().orElse(1));
        double width = EDGE / bins.size();
        for (int i = 0; i < bins.size(); i++) {
            var bin = bins.get(i);
            if (bin.count() > 0) {
                // At least a hairline, so that a bin that is never right can be seen.
                double height = Math.max(1, EDGE * bin.accuracy());
                var bar = new Rectangle(i * width + 0.5, EDGE - height, width - 1, height);
                bar.getStyleClass().add("bar");
                bar.setOpacity(FAINTEST + (1 - FAINTEST) * Math.sqrt(bin.count() / most));
                getChildren().add(bar);
            }
        }
        var diagonal = new Line(0, EDGE, EDGE, 0);
        diagonal.getStyleClass().add("diagonal");
        getChildren().add(diagonal);
    }
}
