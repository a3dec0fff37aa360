package org.askance.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.askance.app.work.Home;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;

/// A window over a small project with pictures, for what several people do.
final class PeopleTour implements AutoCloseable {

    static final List<String> TEXTS = List.of("Lovely weather again ☀️ #monday", "The train is late",
            "Crème brûlée for lunch 😂", "今日はいい天気ですね", "يا له من يوم جميل",
            "I just love waiting in the rain for an hour and a half, it is all I ever wanted @bus");

    private final Stage stage;
    private final Desk desk;

    /// Opens the project of `folder`, and makes it before if there is none.
    PeopleTour(Path folder, int examples) {
        this(folder, examples, Clock.system(ZoneId.systemDefault()));
    }

    /// @param clock by which people work
    PeopleTour(Path folder, int examples, Clock clock) {
        Fx.start();
        if (!Project.exists(folder.resolve("p"))) {
            make(folder, examples);
        }
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(new Home(folder.resolve("home")), stage, clock));
        Fx.overlookWhatIsBeyondTheScreen();
        Fx.run(() -> {
            desk.show();
            desk.open(folder.resolve("p"));
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(820);
        });
        Fx.until(() -> desk.context().workspace().get() != null);
        idle();
    }

    private static void make(Path folder, int examples) {
        try (var project = Project.create(folder.resolve("p"), "Weather")) {
            var all = new ArrayList<NewExample>();
            for (int i = 0; i < examples; i++) {
                all.add(new NewExample("k" + i, TEXTS.get(i % TEXTS.size()), picture(folder.resolve("p"), i),
                        i % 3 == 0 ? Split.TEST : Split.TRAIN,
                        Map.of("sarcasm", i % 2 == 0 ? "sarcastic" : "not sarcastic")));
            }
            project.examples().addAll(all);
        }
    }

    private static Path picture(Path folder, int number) {
        var file = folder.resolve("pictures").resolve(number + ".png");
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.getHSBColor(number / 12f, 0.5f, 0.8f));
        graphics.fillRect(0, 0, 320, 240);
        graphics.dispose();
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    Desk desk() {
        return desk;
    }

    Project project() {
        return Objects.requireNonNull(desk.context().workspace().get()).project();
    }

    Scene scene() {
        return stage.getScene();
    }

    void idle() {
        Fx.until(() -> desk.jobs().isIdle());
        Fx.frames();
    }

    /// The window of a dialog, once it shows.
    Scene dialog(String selector) {
        Fx.until(() -> found(selector).isPresent());
        Fx.frames();
        return Fx.call(() -> found(selector).orElseThrow());
    }

    /// For conditions that are waited for: on the FX thread.
    boolean isOpen(String selector) {
        return found(selector).isPresent();
    }

    private Optional<Scene> found(String selector) {
        return Window.getWindows().stream().filter(window -> !window.equals(stage) && window.isShowing())
                .map(Window::getScene).filter(scene -> scene.lookup(selector) != null).findFirst();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows what it looks for
    static <T extends Node> T in(Scene scene, String selector) {
        return (T) Objects.requireNonNull(scene.lookup(selector), selector);
    }

    static void press(Scene scene, KeyCode code, String text, boolean shortcut) {
        press(scene, code, text, false, shortcut);
    }

    static void press(Scene scene, KeyCode code, String text, boolean shift, boolean shortcut) {
        Fx.run(() -> fire(scene, code, text, shift, shortcut));
        Fx.frames();
    }

    /// On the FX thread: for keys that come faster than frames.
    static void fire(Scene scene, KeyCode code, String text, boolean shift, boolean shortcut) {
        var at = Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot());
        KeyEvent.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, shortcut, false, false));
    }

    static void press(Scene scene, KeyCode code) {
        press(scene, code, code.getChar().toLowerCase(java.util.Locale.ROOT), false);
    }

    /// And whatever else is open beside the main window.
    void closeDialogs() {
        Fx.run(() -> List.copyOf(Window.getWindows()).stream().filter(window -> !window.equals(stage))
                .forEach(Window::hide));
        Fx.frames();
    }

    @Override
    public void close() {
        closeDialogs();
        Fx.run(() -> {
            desk.close();
            stage.close();
        });
    }
}
