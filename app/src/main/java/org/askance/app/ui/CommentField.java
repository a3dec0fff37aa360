package org.askance.app.ui;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.askance.app.text.Strings;

/// A line for a comment on a pair: Enter saves it, Escape leaves it. FX thread.
public final class CommentField extends HBox {

    private final TextField field = new TextField();
    private final Consumer<String> save;
    private final Runnable left;
    /// The letter of the key that opened it is still to come, and is none of the comment.
    private boolean opening;

    /// @param save gets what was typed
    /// @param left the field has closed
    public CommentField(Strings strings, Consumer<String> save, Runnable left) {
        super(12);
        this.save = save;
        this.left = left;
        getStyleClass().add("comment-bar");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        var name = new Label(strings.get("annotate.comment"));
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var how = new Label(strings.get("annotate.comment.how"));
        how.getStyleClass().add("about");
        how.setMinWidth(Region.USE_PREF_SIZE);
        field.setId("comment");
        field.setAccessibleText(strings.get("annotate.comment"));
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(name, field, how);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (opening) {
                opening = false;
                event.consume();
            }
        });
    }

    public void open() {
        opening = true;
        setVisible(true);
        field.requestFocus();
        field.end();
    }

    /// Another pair is asked: what was begun belongs to the old one.
    public void forget() {
        field.clear();
        setVisible(false);
    }

    private void pressed(KeyEvent key) {
        opening = false;
        if (key.getCode() == KeyCode.ENTER) {
            String text = field.getText();
            field.clear();
            close();
            save.accept(text);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            field.clear();
            close();
            key.consume();
        }
    }

    private void close() {
        setVisible(false);
        left.run();
    }
}
