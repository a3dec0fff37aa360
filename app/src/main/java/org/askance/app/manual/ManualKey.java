package org.askance.app.manual;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.ui.ManualPage;

/// F1 in every window of the program, dialogs too, leads to the page of what one is at. FX thread.
public final class ManualKey implements AutoCloseable {

    public static final KeyCombination F1 = new KeyCodeCombination(KeyCode.F1);

    private final Supplier<ManualPage> otherwise;
    private final BiConsumer<ManualPage, Window> open;
    private final Set<Window> watched = new HashSet<>();
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private final ListChangeListener<Window> windows = _ -> watch();

    /// @param otherwise the page where nothing around the focus has one
    /// @param open      shows a page, asked for in a window
    public ManualKey(Supplier<ManualPage> otherwise, BiConsumer<ManualPage, Window> open) {
        this.otherwise = otherwise;
        this.open = open;
        Window.getWindows().addListener(windows);
        watch();
    }

    private void watch() {
        for (var window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage && watched.add(window)) {
                window.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            }
        }
        watched.removeIf(window -> !Window.getWindows().contains(window) && forget(window));
    }

    private boolean forget(Window window) {
        window.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        return true;
    }

    private void pressed(KeyEvent event) {
        if (F1.match(event) && event.getSource() instanceof Stage window) {
            open.accept(page(window), window);
            event.consume();
        }
    }

    /// The page for where the focus is in `window`.
    private ManualPage page(Stage window) {
        var scene = Optional.ofNullable(window.getScene());
        return scene.map(Scene::getFocusOwner).flatMap(ManualPage::around)
                .or(() -> scene.map(Scene::getRoot).flatMap(ManualPage::around)).orElseGet(otherwise);
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(windows);
        watched.forEach(this::forget);
        watched.clear();
    }
}
