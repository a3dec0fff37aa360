package org.askance.app.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.LabelColours;
import org.askance.storage.annotation.TaskDefinition;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The labels of one task, each with its bar, and what the dataset says. FX thread.
final class TaskPane extends VBox {

    private final TaskDefinition task;
    private final Strings strings;
    private final List<LabelRow> rows = new ArrayList<>();
    private final Label given = new Label();

    /// @param answer gets the label's name
    /// @param edit   edits the task's labels
    TaskPane(TaskDefinition task, Strings strings, Consumer<String> answer, Runnable edit) {
        super(4);
        this.task = task;
        this.strings = strings;
        var title = new Label(strings.getOr("task." + task.name(), task.name()));
        title.getStyleClass().add("task-title");
        title.setMinWidth(0);
        getChildren().add(head(title, edit));
        for (int i = 0; i < task.labels().size(); i++) {
            var label = task.labels().get(i);
            var row = new LabelRow(label.key(), name(label.name()), LabelColours.of(task, i),
                    strings.get("annotate.given"));
            row.setOnAction(_ -> answer.accept(label.name()));
            rows.add(row);
        }
        getChildren().addAll(rows);
        given.getStyleClass().add("about");
        given.managedProperty().bind(given.visibleProperty());
        getChildren().add(given);
    }

    private Node head(Label title, Runnable edit) {
        String does = strings.get("annotate.labels");
        var button = new Button("", new FontIcon(Feather.EDIT_2));
        button.getStyleClass().addAll("flat", "small", "button-icon", "edit-labels");
        button.setAccessibleText(does);
        button.setTooltip(new Tooltip(does));
        // Keys answer; focus stays with the view.
        button.setFocusTraversable(false);
        button.setOnAction(_ -> edit.run());
        var item = new MenuItem(does);
        item.setOnAction(_ -> edit.run());
        var menu = new ContextMenu(item);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(8, title, space, button);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private String name(String label) {
        return strings.getOr("label." + label, label);
    }

    void show(AnnotateViewModel.State.Asking asking) {
        var opinion = asking.opinion() == null ? null : asking.opinion().byTask().get(task.name());
        var cell = asking.row().predicted().get(task.name());
        String toldByDataset = asking.row().given().get(task.name());
        String answer = asking.chosen().getOrDefault(task.name(), asking.row().answered().get(task.name()));
        for (int i = 0; i < rows.size(); i++) {
            String label = task.labels().get(i).name();
            rows.get(i)
                    .show(new LabelRow.Standing(opinion == null ? -1 : opinion.probabilities().getOrDefault(label, -1f),
                            opinion != null && cell != null && cell.label().equals(label), label.equals(answer),
                            label.equals(toldByDataset)));
        }
        given.setVisible(toldByDataset != null);
        given.setText(toldByDataset == null ? "" : strings.get("annotate.given.is", name(toldByDataset)));
    }
}
