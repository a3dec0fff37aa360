package org.askance.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.work.Home;
import org.askance.app.work.Workspace;

/// The program in a headless window, with the dialogs that open above it.
final class OneWindow implements AutoCloseable {

    private final Stage stage;
    private final Desk desk;

    OneWindow(Path home) {
        Fx.start();
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(new Home(home), stage));
        Fx.overlookWhatIsBeyondTheScreen();
        Fx.run(() -> {
            desk.show();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(820);
        });
    }

    Desk desk() {
        return desk;
    }

    Scene scene() {
        return stage.getScene();
    }

    void open(Path project) {
        Fx.run(() -> desk.open(project));
        idle();
    }

    void idle() {
        Fx.until(() -> desk.jobs().isIdle() && desk.context().workspace().get() != null);
    }

    Workspace workspace() {
        return Objects.requireNonNull(desk.context().workspace().get());
    }

    private Optional<DialogPane> pane(String style) {
        return Window.getWindows().stream().filter(window -> !window.equals(stage) && window.isShowing())
                .map(Window::getScene).map(Scene::getRoot).filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast).filter(pane -> pane.getStyleClass().contains(style)).findFirst();
    }

    boolean shows(String style) {
        return pane(style).isPresent();
    }

    /// The open dialog with that style, once it is there.
    DialogPane dialog(String style) {
        Fx.until(() -> pane(style).isPresent());
        Fx.frames();
        return Fx.call(() -> pane(style).orElseThrow());
    }

    static String text(Node of) {
        return switch (of) {
            case Labeled label -> String.valueOf(label.getText());
            case TextInputControl area -> area.getText();
            case Text text -> text.getText();
            case javafx.scene.Parent parent -> String.join("\n",
                    parent.getChildrenUnmodifiable().stream().map(OneWindow::text).toList());
            default -> "";
        };
    }

    static void press(Node within, String selector) {
        Fx.run(() -> ((Button) Objects.requireNonNull(within.lookup(selector), selector)).fire());
    }

    @Override
    public void close() {
        Fx.run(() -> {
            List.copyOf(Window.getWindows()).stream().filter(window -> !window.equals(stage)).forEach(Window::hide);
            desk.close();
            stage.close();
        });
    }
}
