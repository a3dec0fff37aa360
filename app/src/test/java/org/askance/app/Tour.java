package org.askance.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Place;
import org.askance.app.work.Home;
import org.askance.app.work.ProjectEmbeddings;
import org.askance.app.work.Workspace;

/// The program in a headless window, used as a person would.
final class Tour implements AutoCloseable {

    private final Stage stage;
    private final Desk desk;

    /// @param width of the window, in pixels
    Tour(Path home, double width, double height) {
        Fx.start();
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(new Home(home), stage));
        Fx.overlookWhatIsBeyondTheScreen();
        Fx.run(() -> {
            desk.show();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    Desk desk() {
        return desk;
    }

    Scene scene() {
        return stage.getScene();
    }

    Workspace workspace() {
        return Objects.requireNonNull(desk.context().workspace().get());
    }

    void idle() {
        Fx.untilForLong(() -> desk.jobs().isIdle() && desk.context().workspace().get() != null);
    }

    void go(Place place) {
        Fx.run(() -> desk.window().show(place));
        idle();
        Fx.frames();
    }

    void press(KeyCode code, String text) {
        press(code, text, false);
    }

    void pressShifted(KeyCode code) {
        press(code, "", true);
    }

    private void press(KeyCode code, String text, boolean shifted) {
        Fx.run(() -> {
            var focused = Objects.requireNonNull(scene().getFocusOwner());
            KeyEvent.fireEvent(focused,
                    new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shifted, false, false, false));
        });
        Fx.frames();
    }

    /// Waits until it can be pressed: a disabled button would swallow it.
    void click(String selector) {
        Fx.until(() -> scene().lookup(selector) instanceof Button button && !button.isDisabled());
        Fx.run(() -> ((Button) Objects.requireNonNull(scene().lookup(selector))).fire());
    }

    void check(String selector, boolean on) {
        Fx.run(() -> ((CheckBox) Objects.requireNonNull(scene().lookup(selector))).setSelected(on));
    }

    @SuppressWarnings("unchecked") // what the box holds
    void project(ProjectEmbeddings.Method method) {
        Fx.run(() -> ((ComboBox<ProjectEmbeddings.Method>) Objects.requireNonNull(scene().lookup("#map-method")))
                .setValue(method));
        idle();
        Fx.frames();
    }

    /// Clicks here and there on the map until a point was met.
    void choosePoint() {
        Fx.run(() -> {
            var canvas = Objects.requireNonNull(scene().lookup(".map-canvas"));
            for (double x = 300; x < 600; x += 7) {
                for (double y = 150; y < 400 && scene().lookup(".neighbour") == null; y += 7) {
                    canvas.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, x, y, x, y, MouseButton.PRIMARY, 1,
                            false, false, false, false, true, false, false, false, true, true, null));
                }
            }
        });
        Fx.until(() -> scene().lookup(".neighbour") != null
                && scene().lookup(".neighbour .image-view") instanceof ImageView view && view.getImage() != null);
        Fx.frames();
    }

    void bothThemes(String name) {
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Fx.run(appearance::apply);
            Fx.snapshot(scene(), name + "-" + appearance.key());
        }
    }

    @Override
    public void close() {
        Fx.run(() -> {
            desk.close();
            stage.close();
        });
    }
}
