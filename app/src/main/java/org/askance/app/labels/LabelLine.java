package org.askance.app.labels;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.EmojiLine;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.KeptTask.KeptLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One label that is offered: colour, name, key, place, and what becomes of it. It stays while labels change, so that
/// one can go on typing. FX thread.
final class LabelLine extends VBox {

    /// What a line asks for.
    interface Wishes {
        void rename(String label, String name);

        void key(String label, String key);

        void colour(String label, String colour);

        void otherColour(String label, String colour);

        void move(String label, int by);

        void remove(String label);
    }

    private static final double EMOJI_PX = 17;

    private final Strings strings;
    private final ColourMenu colour;
    private final CommitField name = new CommitField();
    private final KeyField key = new KeyField();
    private final Button up;
    private final Button down;
    private final Button remove;
    private final Label about = new Label();
    private final HBox info = new HBox(10);
    /// While it waits for a key.
    private final Label press = new WrappingLabel("");

    LabelLine(int index, Strings strings) {
        super(3);
        this.strings = strings;
        getStyleClass().add("labels-line");
        colour = new ColourMenu(strings);
        colour.setId("labels-colour-" + index);
        name.setId("labels-name-" + index);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        key.setId("labels-key-" + index);
        key.setMinWidth(Region.USE_PREF_SIZE);
        up = icon("labels-up-" + index, Feather.ARROW_UP);
        down = icon("labels-down-" + index, Feather.ARROW_DOWN);
        remove = icon("labels-remove-" + index, Feather.TRASH_2);
        colour.setMinWidth(Region.USE_PREF_SIZE);
        var keyName = new Label(strings.get("labels.key"));
        keyName.setLabelFor(key);
        keyName.setMinWidth(Region.USE_PREF_SIZE);
        keyName.getStyleClass().add("about");
        var line = new HBox(8, colour, name, keyName, key, up, down, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        about.getStyleClass().add("about");
        about.setMinWidth(0);
        info.setAlignment(Pos.CENTER_LEFT);
        info.managedProperty().bind(info.visibleProperty());
        press.getStyleClass().add("about");
        press.managedProperty().bind(press.visibleProperty());
        press.visibleProperty().bind(key.focusedProperty());
        getChildren().addAll(line, press, info);
    }

    private static Button icon(String id, Feather icon) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// @param shown  its colour now
    /// @param places of a label: first, last
    void show(KeptLabel label, String shown, boolean[] places, Wishes wishes) {
        String word = strings.getOr("label." + label.name(), label.name());
        colour.show(word, shown, one -> wishes.colour(label.name(), one),
                () -> wishes.otherColour(label.name(), shown));
        name.show(label.name(), typed -> wishes.rename(label.name(), typed));
        name.setAccessibleText(strings.get("labels.name.of", word));
        key.show(label.key(), typed -> wishes.key(label.name(), typed));
        key.setAccessibleText(strings.get("labels.key.of", word));
        key.setTooltip(new Tooltip(strings.get("labels.key.of", word)));
        press.setText(strings.get("labels.key.press", word));
        act(up, "labels.up", word, places[0], () -> wishes.move(label.name(), -1));
        act(down, "labels.down", word, places[1], () -> wishes.move(label.name(), 1));
        act(remove, "labels.remove", word, false, () -> wishes.remove(label.name()));
        about.setText(String.join("  ·  ", notes(label, word)));
        info.getChildren().setAll(about);
        if (EmojiLine.isNeeded(word)) {
            // A field cannot show these pictures.
            info.getChildren().addFirst(new EmojiLine(word, EMOJI_PX));
        }
        info.setVisible(info.getChildren().size() > 1 || !about.getText().isEmpty());
        about.setTooltip(about.getText().isEmpty() ? null : new Tooltip(about.getText()));
    }

    private List<String> notes(KeptLabel label, String word) {
        var notes = new java.util.ArrayList<String>();
        if (!word.equals(label.name())) {
            notes.add(strings.get("labels.shown.as", word));
        }
        if (!label.former().isEmpty()) {
            notes.add(strings.get("labels.former", String.join(", ", label.former())));
        }
        return notes;
    }

    private void act(Button button, String sentence, String word, boolean disabled, Runnable action) {
        button.setAccessibleText(strings.get(sentence, word));
        button.setTooltip(new Tooltip(strings.get(sentence, word)));
        button.setDisable(disabled);
        button.setOnAction(_ -> action.run());
    }

    boolean isTyping() {
        return name.isFocused() && name.isChanged();
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }
}
