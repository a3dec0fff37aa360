package org.askance.app.labels;

import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.TaskEdit;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who changed what, and when; the newest first. FX thread.
final class HistoryMenu extends MenuButton {

    private static final double WIDTH = 460;
    private static final double HEIGHT = 320;

    private final EditWords words;
    private final Strings strings;
    private final ListView<TaskEdit> edits = new ListView<>();

    HistoryMenu(EditWords words, Strings strings) {
        super(strings.get("labels.history"), new FontIcon(Feather.CLOCK));
        this.words = words;
        this.strings = strings;
        setId("labels-history");
        getStyleClass().add("small");
        edits.setPrefSize(WIDTH, HEIGHT);
        edits.setPlaceholder(new Label(strings.get("labels.history.none")));
        edits.setCellFactory(_ -> new EditCell());
        var item = new CustomMenuItem(edits, false);
        item.getStyleClass().add("labels-history");
        getItems().setAll(item);
    }

    void show(List<TaskEdit> all) {
        edits.getItems().setAll(all);
    }

    private final class EditCell extends ListCell<TaskEdit> {
        @Override
        protected void updateItem(TaskEdit edit, boolean empty) {
            super.updateItem(edit, empty);
            setPrefWidth(0);
            if (empty || edit == null) {
                setGraphic(null);
                return;
            }
            var what = new Label(
                    edit.counts() ? words.what(edit) : strings.get("labels.edit.undone", words.what(edit)));
            what.setMaxWidth(WIDTH - 40);
            var who = new Label(words.who(edit));
            who.getStyleClass().add("about");
            setGraphic(new VBox(2, what, who));
        }
    }
}
