package org.askance.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.Fx;
import org.askance.app.text.Strings;
import org.junit.jupiter.api.Test;

class QueryHelpTest {

    @Test
    void inLargeTextItEndsWhereTheScreenEnds() {
        Fx.start();
        var owner = new Button[1];
        var stage = Fx.call(() -> {
            owner[0] = new Button("?");
            var shown = new Stage();
            shown.setScene(new Scene(new VBox(owner[0]), 600, 300));
            shown.show();
            return shown;
        });
        Fx.run(() -> new QueryHelp(Strings.english()).toggle(owner[0]));
        Fx.until(() -> popup().isPresent());
        Fx.run(() -> popup().orElseThrow().getScene().getRoot().lookup("#query-grammar")
                .setStyle("-fx-font-size: 34px"));
        Fx.frames();
        Fx.run(() -> {
            var window = popup().orElseThrow();
            var scrolled = window.getScene().getRoot().lookup("#query-grammar-scroll");
            assertThat(scrolled.localToScreen(scrolled.getBoundsInLocal()).getMaxY())
                    .isLessThanOrEqualTo(Screen.getPrimary().getVisualBounds().getMaxY());
            window.hide();
            stage.close();
        });
    }

    private static Optional<Window> popup() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().getRoot().lookup("#query-grammar") != null).findFirst();
    }
}
