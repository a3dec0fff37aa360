package org.askance.app.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.askance.app.text.Strings;
import org.askance.storage.query.Suggestion;

/// The list under a query field: the arrows choose, Enter and Tab take, Escape closes. FX thread.
final class QuerySuggestions {

    private static final double ROW_PX = 30;
    private static final int ROWS = 10;

    private final TextField field;
    private final Strings strings;
    private final Consumer<Suggestion> take;
    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();

    QuerySuggestions(TextField field, Strings strings, Consumer<Suggestion> take) {
        this.field = field;
        this.strings = strings;
        this.take = take;
        list.getStyleClass().add("suggestions");
        list.setId("suggestions");
        list.setFixedCellSize(ROW_PX);
        list.setPrefWidth(400);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> takeChosen());
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.getContent().setAll(list);
    }

    void show(List<Suggestion> found) {
        var window = field.getScene() == null ? null : field.getScene().getWindow();
        boolean done = found.size() == 1 && field.getText().startsWith(found.getFirst().text(), found.getFirst().from())
                && found.getFirst().text().length() == found.getFirst().to() - found.getFirst().from();
        if (found.isEmpty() || done || window == null) {
            hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(Math.min(ROWS, found.size()) * ROW_PX + 4);
        list.getStylesheets().setAll(Objects.requireNonNull(field.getScene()).getStylesheets());
        var below = field.localToScreen(0, field.getHeight() + 2);
        popup.show(field, below.getX(), below.getY());
    }

    void hide() {
        popup.hide();
    }

    /// Whether the key was for the list.
    boolean press(KeyCode code) {
        if (!popup.isShowing()) {
            return false;
        }
        var chosen = list.getSelectionModel();
        switch (code) {
            case DOWN -> chosen.select(Math.min(list.getItems().size() - 1, chosen.getSelectedIndex() + 1));
            case UP -> chosen.select(Math.max(0, chosen.getSelectedIndex() - 1));
            case TAB -> {
                if (chosen.isEmpty()) {
                    chosen.selectFirst();
                }
                takeChosen();
            }
            case ENTER -> {
                return !chosen.isEmpty() && takeChosen();
            }
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        list.scrollTo(Math.max(0, chosen.getSelectedIndex() - ROWS + 1));
        return true;
    }

    private boolean takeChosen() {
        var one = list.getSelectionModel().getSelectedItem();
        hide();
        if (one != null) {
            take.accept(one);
        }
        return one != null;
    }

    private final class Cell extends ListCell<Suggestion> {
        private final Label text = new Label();
        private final Label about = new Label();
        private final HBox row;

        Cell() {
            about.getStyleClass().add("about");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            text.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(12, text, space, about);
        }

        @Override
        protected void updateItem(Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            text.setText(item.text().strip());
            about.setText(switch (item.kind()) {
                case FIELD -> strings.get("query.field." + item.name().toLowerCase(Locale.ROOT));
                case TASK -> strings.get("query.task");
                case VALUE -> strings.getOr("label." + item.name(), "");
                case WORD -> "";
            });
            setGraphic(row);
        }
    }
}
