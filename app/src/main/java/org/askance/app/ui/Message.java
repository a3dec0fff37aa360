package org.askance.app.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a view says when it has nothing to show: an icon, a sentence, and what to do. FX thread.
public final class Message extends VBox {

    private static final double WIDTH = 460;

    public Message(Ikon icon, String title, String text) {
        super(12);
        getStyleClass().add("message");
        setAlignment(Pos.CENTER);
        var picture = new FontIcon(icon);
        picture.getStyleClass().add("message-icon");
        var heading = wrapped(title);
        heading.getStyleClass().add("message-title");
        getChildren().addAll(picture, heading);
        if (!text.isEmpty()) {
            getChildren().add(wrapped(text));
        }
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setAlignment(Pos.CENTER);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMaxWidth(WIDTH);
        return label;
    }

    /// The same with a control below, such as a button.
    public Message with(Node control) {
        if (control instanceof Labeled labeled) {
            labeled.setWrapText(true);
            labeled.setTextAlignment(TextAlignment.CENTER);
            labeled.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().add(control);
        return this;
    }
}
