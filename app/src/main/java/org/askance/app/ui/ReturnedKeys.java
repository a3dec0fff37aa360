package org.askance.app.ui;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A menu that has the keys only while it is open: afterwards they go to what had them before, or a press meant for a
/// pair would open the menu again. Opened and left by keys alone, it keeps them, as for Tab it must. FX thread.
public final class ReturnedKeys {

    private final MenuButton button;
    private @Nullable Node before;
    private boolean back;

    private ReturnedKeys(MenuButton button) {
        this.button = button;
    }

    /// @param button in the main window
    /// @return opens it from wherever the keys are
    public static Runnable from(MenuButton button) {
        var keys = new ReturnedKeys(button);
        // Filters: the press itself gives the button the keys.
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> keys.opened(true));
        button.addEventFilter(KeyEvent.KEY_PRESSED, _ -> keys.opened(false));
        button.showingProperty().subscribe(showing -> {
            if (!showing) {
                // Later: whatever was chosen may have taken the keys itself.
                Platform.runLater(keys::giveBack);
            }
        });
        return keys::open;
    }

    private void open() {
        if (!button.isDisabled() && !button.isShowing()) {
            // Its own key is not the button's: what had the keys gets them back.
            opened(true);
            button.requestFocus();
            button.show();
        }
    }

    private void opened(boolean byMouse) {
        if (!button.isShowing()) {
            var owner = button.getScene().getFocusOwner();
            before = button.equals(owner) ? before : owner;
            back = byMouse;
        }
    }

    private void giveBack() {
        var one = before;
        if (back && one != null && button.isFocused()) {
            one.requestFocus();
        }
    }
}
