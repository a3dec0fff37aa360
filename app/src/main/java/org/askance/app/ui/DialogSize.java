package org.askance.app.ui;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// How large a dialog opens: larger with larger text, but never beyond the screen. FX thread.
public final class DialogSize {

    private static final double USUAL_TEXT_PX = 14;

    private DialogSize() {}

    /// @param width  at the usual size of text, in pixels
    /// @param height the same
    public static void set(DialogPane pane, double width, double height) {
        set(pane, width(width) + String.format(Locale.ROOT, "-fx-pref-height: %.2fem;", height / USUAL_TEXT_PX));
    }

    /// The same, as high as its content.
    public static void set(DialogPane pane, double width) {
        set(pane, width(width));
    }

    private static String width(double width) {
        return String.format(Locale.ROOT, "-fx-pref-width: %.2fem;", width / USUAL_TEXT_PX);
    }

    private static void set(DialogPane pane, String style) {
        // The theme keeps dialogs to 600 px.
        pane.setStyle(style + "-fx-max-width: 1000em; -fx-max-height: 1000em;");
        pane.sceneProperty().flatMap(Scene::windowProperty).subscribe(window -> {
            if (window instanceof Stage stage) {
                holdToScreen(stage);
            }
        });
    }

    /// Only as it opens: later it may go to a larger screen.
    private static void holdToScreen(Stage stage) {
        stage.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            var room = screen(stage.getOwner()).getVisualBounds();
            stage.setMaxWidth(room.getWidth());
            stage.setMaxHeight(room.getHeight());
        });
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> {
            stage.setMaxWidth(Double.MAX_VALUE);
            stage.setMaxHeight(Double.MAX_VALUE);
        });
    }

    private static Screen screen(Window owner) {
        return owner == null
                ? Screen.getPrimary()
                : Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
                        .stream().findFirst().orElse(Screen.getPrimary());
    }
}
