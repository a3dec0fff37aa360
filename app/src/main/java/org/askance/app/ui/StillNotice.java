package org.askance.app.ui;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A notification that is there and then is not, for people whom motion disturbs. FX thread.
final class StillNotice {

    private static final double WIDTH = 360;
    private static final double MARGIN = 16;

    private final Stage stage;
    private final Popup popup = new Popup();

    StillNotice(Stage stage, String sentence) {
        this.stage = stage;
        var label = new Label(sentence, new FontIcon(Feather.CHECK_CIRCLE));
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        var box = new StackPane(label);
        box.getStyleClass().add("still-notice");
        popup.getContent().setAll(box);
        popup.setAutoHide(true);
    }

    void show(Duration stays) {
        popup.show(stage);
        popup.setX(stage.getX() + stage.getWidth() - popup.getWidth() - MARGIN);
        popup.setY(stage.getY() + stage.getHeight() - popup.getHeight() - MARGIN);
        var end = new PauseTransition(stays);
        end.setOnFinished(_ -> popup.hide());
        end.play();
    }
}
