package org.askance.app.ui;

import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A notification that is there and then is not, for people whom motion disturbs. FX thread.
final class StillNotice {

    private static final double WIDTH = 360;
    private static final double MARGIN = 16;

    private final Stage stage;
    private final Popup popup = new Popup();

    StillNotice(Stage stage, String sentence, Ikon icon) {
        this.stage = stage;
        var words = new WrappingLabel(sentence);
        words.setMaxWidth(WIDTH);
        var box = new HBox(12, new FontIcon(icon), words);
        box.getStyleClass().add("still-notice");
        popup.getContent().setAll(box);
        popup.setAutoHide(true);
        // Escape is for what has the keys.
        popup.setHideOnEscape(false);
    }

    /// @param above at the top of the window
    void show(Duration stays, boolean above) {
        popup.show(stage);
        popup.setX(stage.getX() + stage.getWidth() - popup.getWidth() - MARGIN);
        popup.setY(above
                ? stage.getY() + MARGIN
                : stage.getY() + stage.getHeight() - popup.getHeight() - MARGIN);
        var end = new PauseTransition(stays);
        end.setOnFinished(_ -> popup.hide());
        end.play();
    }
}
