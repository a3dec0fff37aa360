package org.askance.app.labels;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.labels.LabelsViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.EmojiLine;
import org.askance.storage.annotation.KeptTask;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All tasks, one of them selected; adds and orders them. FX thread.
final class TasksPane extends VBox {

    private static final double WIDTH = 210;
    private static final double EMOJI_PX = 17;

    private final LabelsViewModel model;
    private final Strings strings;
    private final ListView<KeptTask> tasks = new ListView<>();
    private final MenuButton add = new MenuButton();
    private final Button up;
    private final Button down;
    private boolean filling;

    TasksPane(LabelsViewModel model, Strings strings) {
        super(8);
        this.model = model;
        this.strings = strings;
        var heading = new Label(strings.get("labels.tasks"));
        heading.getStyleClass().add("labels-heading");
        heading.setLabelFor(tasks);
        tasks.setId("labels-tasks");
        tasks.setAccessibleText(strings.get("labels.tasks"));
        tasks.setCellFactory(_ -> new TaskCell());
        VBox.setVgrow(tasks, Priority.ALWAYS);
        tasks.getSelectionModel().selectedItemProperty().subscribe(task -> {
            if (!filling && task != null) {
                model.select(task.name());
            }
        });
        add.setText(strings.get("labels.task.add"));
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.setId("labels-task-add");
        for (var preset : Preset.values()) {
            var item = new MenuItem(strings.get("labels.preset." + preset.key()));
            item.setId("labels-preset-" + preset.key());
            item.setOnAction(_ -> model.addTask(preset));
            add.getItems().add(item);
        }
        up = icon("labels-task-up", Feather.ARROW_UP, -1);
        down = icon("labels-task-down", Feather.ARROW_DOWN, 1);
        add.setMaxWidth(Double.MAX_VALUE);
        add.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(add, Priority.ALWAYS);
        getChildren().addAll(heading, tasks, new HBox(6, add, up, down));
        // As wide as its buttons need: long names are cut with dots, and tell themselves when pointed at.
        tasks.setPrefWidth(WIDTH);
        setMinWidth(USE_PREF_SIZE);
    }

    private Button icon(String id, Feather icon, int by) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        String sentence = strings.get(by < 0 ? "labels.task.up" : "labels.task.down");
        button.setAccessibleText(sentence);
        button.setTooltip(new Tooltip(sentence));
        button.setOnAction(_ -> model.moveTask(model.selected().get(), by));
        return button;
    }

    void show(State.Ready ready) {
        filling = true;
        tasks.getItems().setAll(ready.tasks());
        add.setDisable(!ready.readOnly().isEmpty());
        select(model.selected().get());
        filling = false;
    }

    void select(String name) {
        Optional<KeptTask> task = tasks.getItems().stream().filter(one -> one.name().equals(name)).findFirst();
        task.ifPresent(tasks.getSelectionModel()::select);
        boolean movable = !add.isDisabled() && task.filter(one -> !one.retired()).isPresent();
        var asked = tasks.getItems().stream().filter(one -> !one.retired()).map(KeptTask::name).toList();
        up.setDisable(!movable || asked.indexOf(name) == 0);
        down.setDisable(!movable || asked.indexOf(name) == asked.size() - 1);
    }

    void focus() {
        tasks.requestFocus();
    }

    private final class TaskCell extends ListCell<KeptTask> {
        @Override
        protected void updateItem(KeptTask task, boolean empty) {
            super.updateItem(task, empty);
            boolean none = empty || task == null;
            String word = none ? "" : strings.getOr("task." + Objects.requireNonNull(task).name(), task.name());
            boolean pictures = EmojiLine.isNeeded(word);
            setGraphic(pictures ? new EmojiLine(word, EMOJI_PX) : null);
            setText(none || pictures ? null : task.retired() ? strings.get("labels.retired.name", word) : word);
            setTooltip(none ? null : new Tooltip(word));
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("retired"), !none && task.retired());
            setPrefWidth(0);
        }
    }
}
