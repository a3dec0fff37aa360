package org.askance.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Pane;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.askance.app.Fx;
import org.junit.jupiter.api.Test;

class DialogsTest {

    /// A window system may ask how large it may be only after it was shown.
    @Test
    void aDialogThatNeedsMoreThanTheScreenIsHeldToItAlsoOnceItShows() {
        Fx.start();
        var dialog = Fx.call(() -> {
            var made = new Dialog<ButtonType>();
            made.initModality(Modality.NONE);
            made.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
            Dialogs.prepare(made.getDialogPane(), 9_000, 9_000);
            made.show();
            return made;
        });
        Fx.frames();
        Fx.run(() -> {
            var stage = (Stage) dialog.getDialogPane().getScene().getWindow();
            var room = Screen.getPrimary().getVisualBounds();
            assertThat(stage.getMaxHeight()).isEqualTo(room.getHeight());
            assertThat(stage.getMaxWidth()).isEqualTo(room.getWidth());
            dialog.close();
        });
    }

    /// Some do so while a window that can be resized opens.
    @Test
    void aDialogThatTheWindowSystemOpensFarTooSmallIsMadeAsLargeAsAsked() {
        Fx.start();
        var dialog = Fx.call(() -> {
            var made = new Dialog<ButtonType>();
            made.initModality(Modality.NONE);
            made.setResizable(true);
            made.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
            Dialogs.prepare(made.getDialogPane(), 560, 420);
            var stage = (Stage) made.getDialogPane().getScene().getWindow();
            stage.addEventFilter(WindowEvent.WINDOW_SHOWN, _ -> {
                stage.setWidth(140);
                stage.setHeight(90);
            });
            made.show();
            return made;
        });
        Fx.until(() -> dialog.getDialogPane().getWidth() > 400 && dialog.getDialogPane().getHeight() > 300);
        Fx.run(() -> {
            // Later, one may make it as small as one likes.
            dialog.setWidth(300);
        });
        Fx.frames();
        Fx.run(() -> {
            assertThat(dialog.getWidth()).isEqualTo(300);
            dialog.close();
        });
    }

    /// What X11 does to the place of a window that is taken away.
    @Test
    void aDialogThatIsKeptOpensAgainWhereItWasClosed() {
        Fx.start();
        Fx.run(() -> {
            var dialog = new Dialog<ButtonType>();
            dialog.initModality(Modality.NONE);
            dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
            Dialogs.prepare(dialog.getDialogPane(), 300, 200);
            dialog.show();
            var stage = (Stage) dialog.getDialogPane().getScene().getWindow();
            stage.setX(210);
            stage.setY(130);
            dialog.close();
            stage.setX(0);
            stage.setY(-20);
            dialog.show();
            assertThat(stage.getX()).isEqualTo(210);
            assertThat(stage.getY()).isEqualTo(130);
            dialog.close();
        });
    }

    /// A window system answers the first size with what it makes of it, and its answer may come after the second.
    @Test
    void aDialogIsNeverSmallerThanItAsksForWhileItOpens() {
        Fx.start();
        var dialog = new Dialog<?>[1];
        var heights = new ArrayList<Double>();
        var owner = Fx.call(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new Pane(), 800, 600));
            stage.show();
            return stage;
        });
        Fx.run(() -> {
            var made = new Dialog<ButtonType>();
            made.initOwner(owner);
            made.initModality(Modality.NONE);
            made.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
            Dialogs.prepare(made.getDialogPane(), 600, 400);
            made.heightProperty().subscribe((_, height) -> heights.add(height.doubleValue()));
            made.show();
            dialog[0] = made;
        });
        Fx.frames();
        Fx.run(() -> {
            var pane = dialog[0].getDialogPane();
            assertThat(heights).isNotEmpty().allMatch(height -> height >= pane.prefHeight(-1));
            assertThat(pane.minHeight(-1)).as("afterwards it may be made smaller").isLessThan(pane.prefHeight(-1));
            dialog[0].close();
            owner.close();
        });
    }
}
