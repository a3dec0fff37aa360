package org.askance.app.annotate;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;

/// All keys, over everything else; any key or click closes it.
final class KeyHelp extends StackPane {

    KeyHelp(Strings strings) {
        getStyleClass().add("key-help");
        setVisible(false);
        setOnMouseClicked(_ -> setVisible(false));
        var title = new Label(strings.get("annotate.help.title"));
        title.getStyleClass().add("task-title");
        var grid = new GridPane(18, 10);
        String[][] keys = {{"1  2", "annotate.help.sarcasm"}, {"P  N  U", "annotate.help.sentiment"},
                {"Space", "annotate.help.accept"}, {"⌫  Ctrl+Z", "annotate.help.undo"},
                {"Shift+⌫  Ctrl+Y", "annotate.help.redo"},
                {"→  Enter", "annotate.help.next"},
                {"←", "annotate.help.previous"}, {"Ctrl+L", "annotate.help.queue"},
                {"Ctrl+1 … Ctrl+4", "annotate.help.places"},
                {"?  F1", "annotate.help.help"}};
        for (int i = 0; i < keys.length; i++) {
            var cap = new Label(keys[i][0]);
            cap.getStyleClass().add("key-cap");
            grid.addRow(i, cap, new Label(strings.get(keys[i][1])));
        }
        var card = new VBox(16, title, grid);
        card.getStyleClass().add("card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setAlignment(Pos.CENTER);
    }
}
