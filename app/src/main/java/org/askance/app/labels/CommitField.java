package org.askance.app.labels;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A field whose text is handed over with Enter, or when one leaves it; Escape brings back what was there. What is being
/// typed is never overwritten. FX thread.
final class CommitField extends TextField {

    private static final int LONGEST = 200;

    private String kept = "";
    private Consumer<String> commit = _ -> {};

    CommitField() {
        textProperty().subscribe(text -> {
            if (text.codePointCount(0, text.length()) > LONGEST) {
                setText(text.substring(0, text.offsetByCodePoints(0, LONGEST)));
            }
        });
        setOnAction(_ -> commit());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
                setText(kept);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isChanged()) {
                setText(kept);
                selectAll();
                event.consume();
            }
        });
    }

    /// @param newCommit gets what was typed
    void show(String text, Consumer<String> newCommit) {
        boolean typing = isFocused() && isChanged() && !text.equals(getText().strip());
        kept = text;
        commit = newCommit;
        if (!typing && !getText().equals(text)) {
            setText(text);
        }
    }

    /// Whether something was typed that has not been handed over.
    boolean isChanged() {
        return !getText().equals(kept);
    }

    private void commit() {
        if (isChanged() && isEditable() && !isDisabled()) {
            commit.accept(getText());
        }
    }
}
