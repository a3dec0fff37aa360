package org.askance.app.moving;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.text.Strings;
import org.askance.app.ui.Choosers;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.WrappingLabel;

/// Asks where a project's folder, a copy of it or what an archive holds shall lie and how it shall be called. Its looks
/// live in `moving.css`. FX thread.
public final class MoveDialog {

    private static final double WIDTH = 680;

    /// What the place is for.
    public enum Purpose {
        MOVE("move.title", "move.about", "move.to", "move.same", "action.move.project"),
        COPY("copy.title", "copy.about", "copy.to", "copy.same", "action.copy.project"),
        RESTORE("restore.title", "restore.about", "restore.to", "restore.same", "action.restore.archive");

        private final String title;
        private final String about;
        private final String to;
        private final String same;
        private final String action;

        Purpose(String title, String about, String to, String same, String action) {
            this.title = title;
            this.about = about;
            this.to = to;
            this.same = same;
            this.action = action;
        }
    }

    private final Strings strings;
    private final Purpose purpose;
    private final Path from;
    private final TextField name = new TextField();
    private final TextField parent = new TextField();
    private final Label target = new WrappingLabel("");
    private final Dialog<ButtonType> dialog = new Dialog<>();

    /// @param from   the project's folder, or the archive; absolute
    /// @param chosen gets the new place, which is another one
    public MoveDialog(Stage owner, Strings strings, Purpose purpose, Path from, Consumer<Path> chosen) {
        this.strings = strings;
        this.purpose = purpose;
        this.from = from;
        dialog.initOwner(owner);
        dialog.setTitle(strings.get(purpose.title, from.getFileName()));
        dialog.setHeaderText(strings.get(purpose.title, from.getFileName()));
        dialog.setResizable(true);
        var moveType = new ButtonType(strings.get(purpose.action),
                ButtonBar.ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(moveType, ButtonType.CANCEL);
        pane.getStylesheets()
                .add(Objects.requireNonNull(MoveDialog.class.getResource("moving.css")).toExternalForm());
        pane.getStyleClass().add("moving");
        (purpose == Purpose.RESTORE ? ManualPage.ARCHIVE : ManualPage.PROJECTS).mark(pane);
        Dialogs.prepare(pane, WIDTH);
        pane.setContent(content());
        var button = (Button) pane.lookupButton(moveType);
        button.setId("move-start");
        button.addEventFilter(ActionEvent.ACTION, _ -> place().ifPresent(chosen));
        dialog.setOnShown(_ -> {
            name.requestFocus();
            name.selectAll();
        });
        name.textProperty().subscribe(_ -> render(button));
        parent.textProperty().subscribe(_ -> render(button));
    }

    public void show() {
        dialog.show();
    }

    private VBox content() {
        name.setId("move-name");
        String called = String.valueOf(from.getFileName());
        name.setText(switch (purpose) {
            case MOVE -> called;
            case COPY -> strings.get("copy.called", called);
            case RESTORE -> called.replaceFirst("(?i)\\.zip$", "");
        });
        parent.setId("move-parent");
        parent.setText(String.valueOf(from.getParent()));
        HBox.setHgrow(parent, Priority.ALWAYS);
        var choose = new Button(strings.get("move.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> {
            Choosers.folder(choose.getScene().getWindow(), strings.get("move.parent"), Path.of(parent.getText()))
                    .ifPresent(chosen -> parent.setText(chosen.toString()));
        });
        var grid = new GridPane(12, 10);
        var where = new HBox(8, parent, choose);
        GridPane.setHgrow(where, Priority.ALWAYS);
        grid.addRow(0, label("move.name", name), name);
        grid.addRow(1, label("move.parent", parent), where);
        target.setId("move-target");
        var about = new WrappingLabel(strings.get(purpose.about));
        about.getStyleClass().add("about");
        return new VBox(14, grid, target, about);
    }

    private Label label(String key, TextField of) {
        var label = new Label(strings.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(of);
        return label;
    }

    private void render(Button button) {
        var place = place();
        button.setDisable(place.isEmpty());
        String before = target.getText();
        target.setText(place.map(path -> strings.get(purpose.to, path)).orElse(strings.get(purpose.same)));
        var scene = target.getScene();
        if (scene != null && scene.getWindow() != null && !target.getText().equals(before)) {
            // A longer path takes another line.
            scene.getWindow().sizeToScene();
        }
    }

    /// Empty if it is no other place.
    private Optional<Path> place() {
        try {
            var called = name.getText().strip();
            var path = Path.of(parent.getText().strip()).resolve(called).toAbsolutePath().normalize();
            boolean plain = !called.isEmpty() && Path.of(called).getNameCount() == 1 && !called.equals("..")
                    && !called.equals(".") && !Path.of(called).isAbsolute();
            return plain && !path.equals(from) && !parent.getText().isBlank() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
