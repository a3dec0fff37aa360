package org.askance.app.backups;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.sql.Backup;
import org.askance.storage.sql.Backups;

/// Lists a project's backups, newest first, and puts the chosen one in the project's place.
public final class BackupsDialog {

    /// What the buttons do.
    public interface Actions {
        void restore(Backup backup);

        void backUpNow();
    }

    private static final double WIDTH = 700;

    private final Strings strings;
    private final DateTimeFormatter time;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TableView<Backups.Content> table = new TableView<>();

    /// @param damage what is wrong with the project, as a sentence; empty if nothing is: then one can also be
    ///               made
    public BackupsDialog(Stage owner, Strings strings, String damage, List<Backups.Content> contents,
            Actions actions) {
        this.strings = strings;
        this.time = Dates.moment(strings);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("backups.title"));
        dialog.setResizable(true);
        fill(contents);
        var pane = dialog.getDialogPane();
        ManualPage.BACKUPS.mark(pane);
        var restore = new ButtonType(strings.get("backups.restore"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(restore, ButtonType.CLOSE);
        var restoring = (Button) pane.lookupButton(restore);
        restoring.setId("backups-restore");
        ButtonBar.setButtonUniformSize(restoring, false);
        restoring.setMinWidth(Region.USE_PREF_SIZE);
        restoring.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        // One Enter too many must not take a project back to an earlier day.
        restoring.setDefaultButton(false);
        restoring.addEventFilter(ActionEvent.ACTION, event -> {
            var content = table.getSelectionModel().getSelectedItem();
            if (damage.isEmpty()) {
                event.consume();
                confirm(content, actions);
            } else {
                actions.restore(content.backup());
            }
        });
        dialog.setOnShown(_ -> table.requestFocus());
        if (damage.isEmpty()) {
            var now = new ButtonType(strings.get("backups.now"), ButtonBar.ButtonData.LEFT);
            pane.getButtonTypes().add(now);
            var making = (Button) pane.lookupButton(now);
            making.setId("backups-now");
            making.addEventFilter(ActionEvent.ACTION, _ -> actions.backUpNow());
        }
        pane.setContent(content(damage));
        Dialogs.prepare(pane, WIDTH);
    }

    public void show() {
        dialog.show();
    }

    private void confirm(Backups.Content content, Actions actions) {
        var restore = new ButtonType(strings.get("backups.restore"), ButtonBar.ButtonData.OK_DONE);
        var asked = new Alert(Alert.AlertType.CONFIRMATION, strings.get("backups.confirm.how"), restore,
                ButtonType.CANCEL);
        asked.initOwner(dialog.getDialogPane().getScene().getWindow());
        asked.setTitle(strings.get("backups.title"));
        asked.setHeaderText(strings.get("backups.confirm", time.format(content.backup().at()), content.answers()));
        asked.getDialogPane().lookupButton(restore).setId("backups-confirm");
        ((Button) asked.getDialogPane().lookupButton(restore)).setDefaultButton(false);
        ((Button) asked.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
        Dialogs.openWhole(asked.getDialogPane());
        asked.resultProperty().subscribe(chosen -> {
            if (chosen == restore) {
                dialog.close();
                actions.restore(content.backup());
            }
        });
        asked.show();
    }

    private VBox content(String damage) {
        var about = new WrappingLabel(strings.get(damage.isEmpty() ? "backups.about" : "backups.damaged", damage));
        var all = new VBox(14, about, table);
        all.setPadding(new Insets(16, 18, 4, 18));
        return all;
    }

    private void fill(List<Backups.Content> contents) {
        table.setId("backups-table");
        table.setAccessibleText(strings.get("backups.title"));
        table.setPlaceholder(new Label(strings.get("backups.none")));
        table.setPrefHeight(260);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().setAll(List.of(
                column("backups.column.made", 205, Pos.CENTER_LEFT, content -> time.format(content.backup().at())),
                column("backups.column.why", 220, Pos.CENTER_LEFT,
                        content -> strings
                                .get("backups.why." + content.backup().kind().name().toLowerCase(Locale.ROOT))),
                column("backups.column.answers", 90, Pos.CENTER_RIGHT,
                        content -> content.answers() < 0
                                ? strings.get("backups.unreadable")
                                : strings.get("backups.answers", content.answers())),
                column("backups.column.size", 90, Pos.CENTER_RIGHT,
                        content -> strings.get("backups.size", content.bytes() / 1_000_000.0))));
        table.getItems().setAll(contents);
        contents.stream().filter(content -> content.answers() >= 0).findFirst()
                .ifPresent(table.getSelectionModel()::select);
    }

    private TableColumn<Backups.Content, String> column(String title, double width, Pos place,
            Function<Backups.Content, String> text) {
        var column = new TableColumn<Backups.Content, String>(strings.get(title));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            {
                setAlignment(place);
                // With another font, or another language's dates, rather two lines than words that are cut.
                setWrapText(true);
            }

            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? "" : item);
            }
        });
        return column;
    }
}
