package org.askance.app.labels;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.askance.app.labels.LabelsViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Message;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.TaskEdit;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Edits the project's tasks and labels; every edit is kept at once and can be taken back with Ctrl+Z. Its looks live
/// in `labels.css`. FX thread.
public final class LabelsDialog {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 570;
    private static final double TURN_LEAST = 84;
    private static final double TURN_MOST = 300;

    private final LabelsViewModel model;
    private final Strings strings;
    private final EditWords words;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TasksPane tasks;
    private final TaskEditor editor;
    private final Note readOnly;
    private final Note refusal;
    private final StackPane centre = new StackPane();
    private final HBox both;
    private final Button undo = new Button("", new FontIcon(Feather.CORNER_UP_LEFT));
    private final Button redo = new Button("", new FontIcon(Feather.CORNER_UP_RIGHT));
    private final HistoryMenu history;

    public LabelsDialog(Stage owner, LabelsViewModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        words = new EditWords(strings);
        history = new HistoryMenu(words, strings);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(strings.get("labels.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        ManualPage.LABELS.mark(pane);
        tasks = new TasksPane(model, strings);
        editor = new TaskEditor(model, strings, new Removal(pane, model, strings),
                new OtherColour(pane, model, strings));
        both = new HBox(16, tasks, editor);
        readOnly = Note.named("labels-read-only", Feather.LOCK, "warns");
        refusal = Note.named("labels-refusal", Feather.ALERT_TRIANGLE, "refused");
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.getStylesheets().add(
                Objects.requireNonNull(LabelsDialog.class.getResource("labels.css")).toExternalForm());
        pane.getStyleClass().add("labels");
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.setContent(content());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.state().subscribe(this::render);
        model.selected().subscribe(name -> {
            tasks.select(name);
            render(model.state().get());
        });
        model.refusal().subscribe(refusal::say);
    }

    private Node content() {
        var how = new WrappingLabel(strings.get("labels.how"));
        how.getStyleClass().add("about");
        VBox.setVgrow(centre, Priority.ALWAYS);
        centre.setMinHeight(0);
        undo.setId("labels-undo");
        redo.setId("labels-redo");
        for (var button : new Button[]{undo, redo}) {
            button.setMinWidth(TURN_LEAST);
            button.setMaxWidth(TURN_MOST);
            button.setMnemonicParsing(false);
            button.getStyleClass().add("small");
        }
        undo.setOnAction(_ -> model.undo());
        redo.setOnAction(_ -> model.redo());
        history.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var turns = new HBox(8, undo, redo, space, history);
        var all = new VBox(12, readOnly, centre, refusal, turns, how);
        all.getStyleClass().add("labels-all");
        return all;
    }

    private void render(State state) {
        switch (state) {
            case State.Busy() -> centre.getChildren().setAll(new ProgressIndicator());
            case State.Unavailable() -> {
                var again = new Button(strings.get("action.retry"));
                again.setId("labels-retry");
                again.setOnAction(_ -> model.load());
                centre.getChildren().setAll(new Message(Feather.ALERT_TRIANGLE, strings.get("labels.unavailable"), "")
                        .with(again));
            }
            case State.Ready ready -> show(ready);
        }
        boolean ready = state instanceof State.Ready;
        history.setDisable(!ready);
        if (!ready) {
            undo.setDisable(true);
            redo.setDisable(true);
        }
    }

    private void show(State.Ready ready) {
        readOnly.say(ready.readOnly().isEmpty() || ready.tasks().isEmpty()
                ? ""
                : strings.get("labels.read.only", ready.readOnly()));
        if (ready.tasks().isEmpty()) {
            centre.getChildren().setAll(
                    new Message(Feather.TAG, strings.get("labels.none"), strings.get("labels.none.how")));
        } else if (!centre.getChildren().contains(both)) {
            centre.getChildren().setAll(both);
            // What is not there yet cannot take the keys when the window opens.
            tasks.focus();
        }
        tasks.show(ready);
        editor.show(ready);
        turn(undo, "labels.undo", ready.turns().undo(), ready);
        turn(redo, "labels.redo", ready.turns().redo(), ready);
        history.show(ready.edits());
    }

    private void turn(Button button, String key, @Nullable TaskEdit edit, State.Ready ready) {
        button.setText(edit == null ? strings.get(key) : strings.get(key + ".what", words.what(edit)));
        button.setTooltip(edit == null ? null : new Tooltip(words.what(edit) + "\n" + words.who(edit)));
        button.setDisable(edit == null || !ready.readOnly().isEmpty());
    }

    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown() || isTyping()) {
            return;
        }
        if (event.getCode() == KeyCode.Z && !event.isShiftDown()) {
            model.undo();
            event.consume();
        } else if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z) {
            model.redo();
            event.consume();
        }
    }

    private boolean isTyping() {
        return dialog.getDialogPane().getScene().getFocusOwner() instanceof CommitField field && field.isChanged();
    }

    /// Shows it with `task` selected, or brings it to the front.
    ///
    /// @param task empty for the one that was
    public void show(String task) {
        model.forgive();
        if (!task.isEmpty()) {
            model.select(task);
        }
        if (dialog.isShowing()) {
            ((Stage) dialog.getDialogPane().getScene().getWindow()).toFront();
        } else {
            dialog.show();
            tasks.focus();
        }
        model.load();
    }
}
