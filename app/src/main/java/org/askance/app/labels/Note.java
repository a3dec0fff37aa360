package org.askance.app.labels;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.askance.app.ui.WrappingLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sentence behind an icon; it takes no room while it is empty. FX thread.
final class Note extends HBox {

    private final WrappingLabel label = new WrappingLabel("");

    /// @param style `warns`, `tells` or `refused`
    Note(Feather icon, String style) {
        super(10, new FontIcon(icon));
        getStyleClass().addAll("labels-note", style);
        setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().add(label);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(label.textProperty().isNotEmpty());
    }

    /// @param id of the sentence
    static Note named(String id, Feather icon, String style) {
        var note = new Note(icon, style);
        note.label.setId(id);
        return note;
    }

    static Note of(String sentence, Feather icon, String style) {
        var note = new Note(icon, style);
        note.say(sentence);
        return note;
    }

    void say(String sentence) {
        label.setText(sentence);
    }
}
