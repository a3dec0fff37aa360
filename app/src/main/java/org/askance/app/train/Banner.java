package org.askance.app.train;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.ui.WrappingLabel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sentence that stays until something changes, with what can be done about it. FX thread.
final class Banner extends HBox {

    /// @param style `info` or `warning`
    Banner(Ikon icon, String style, String sentence, Node... below) {
        super(10);
        getStyleClass().addAll("banner", style);
        setAlignment(Pos.TOP_LEFT);
        var label = new WrappingLabel(sentence);
        var box = new VBox(8, label);
        box.getChildren().addAll(below);
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().setAll(new FontIcon(icon), box);
    }
}
