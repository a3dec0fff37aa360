package org.askance.app.ui;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Keys that fall where nobody takes them, as on the line at the bottom after one Tab too many: what is typed there is
/// meant for the place one is at, and Escape brings the keys back to it. FX thread.
final class StrayKeys {

    private final Pane places;
    /// The view of the place one is at.
    private final Supplier<@Nullable Node> place;

    private StrayKeys(Pane places, Supplier<@Nullable Node> place) {
        this.places = places;
        this.place = place;
    }

    /// @param window all of the window
    /// @param places what holds the views of all places
    static void bring(Node window, Pane places, Supplier<@Nullable Node> place) {
        var keys = new StrayKeys(places, place);
        window.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        // Before the place sees it: there Space and Enter are keys of the pair.
        places.addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
        window.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe((before, now) -> keys.went(scene, before, now));
            }
        });
    }

    private void pressed(KeyEvent event) {
        var at = place.get();
        if (at == null || !at.isFocusTraversable() || event.getTarget() instanceof TextInputControl
                || isInside(event.getTarget(), at)) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            at.requestFocus();
            event.consume();
        } else if (isTyped(event)) {
            at.requestFocus();
            event.consume();
            Event.fireEvent(at, event.copyFor(at, at));
        }
    }

    private static boolean isTyped(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown() && !event.isMetaDown()
                && (event.getCode() == KeyCode.BACK_SPACE
                        || event.getText().codePoints().anyMatch(letter -> letter > ' ' && letter != 0x7f));
    }

    /// A button that was gone to by keys is pressed by them. One that was clicked is not: the next press is meant for the
    /// pair.
    private void press(KeyEvent event) {
        if (event.getTarget() instanceof ButtonBase button && !(button instanceof MenuButton)
                && button.isFocusVisible() && isPress(event)) {
            event.consume();
            button.fire();
        }
    }

    private static boolean isPress(KeyEvent event) {
        return (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)
                && !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    }

    /// What had the keys may be gone; JavaFX then gives them to the next control, wherever that is.
    private void went(Scene scene, @Nullable Node before, @Nullable Node now) {
        if (before == null || isInside(now, places) || isThere(before, scene)) {
            return;
        }
        Platform.runLater(() -> {
            var at = place.get();
            if (at != null && at.isFocusTraversable() && !isInside(scene.getFocusOwner(), places)) {
                at.requestFocus();
            }
        });
    }

    private static boolean isThere(Node node, Scene scene) {
        if (!scene.equals(node.getScene()) || node.isDisabled()) {
            return false;
        }
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(@Nullable Object target, Node whole) {
        for (var node = target instanceof Node one ? one : null; node != null; node = node.getParent()) {
            if (node.equals(whole)) {
                return true;
            }
        }
        return false;
    }
}
