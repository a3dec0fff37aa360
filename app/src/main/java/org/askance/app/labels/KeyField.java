package org.askance.app.labels;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// Shows a label's key; typing another changes it. FX thread.
final class KeyField extends TextField {

    private Consumer<String> typed = _ -> {};

    KeyField() {
        setPrefColumnCount(2);
        getStyleClass().add("labels-key");
        // What is typed takes the place of the key, wherever the caret stands.
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            event.consume();
            String key = event.getCharacter();
            boolean alone = !event.isShortcutDown() && !event.isAltDown();
            if (alone && !key.isEmpty() && key.charAt(0) > ' ' && key.charAt(0) != 0x7f) {
                typed.accept(key);
            }
        });
        setEditable(false);
        focusedProperty().subscribe(_ -> selectAll());
    }

    /// @param newTyped gets what was typed
    void show(String key, Consumer<String> newTyped) {
        typed = newTyped;
        setText(key);
    }
}
