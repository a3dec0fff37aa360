package org.askance.app.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.TaskDefinition;

/// The labels of one task, each with its bar, and what the dataset says. FX thread.
final class TaskPane extends VBox {

    private final TaskDefinition task;
    private final Strings strings;
    private final List<LabelRow> rows = new ArrayList<>();
    private final Label given = new Label();

    /// @param answer gets the label's name
    TaskPane(TaskDefinition task, Strings strings, Consumer<String> answer) {
        super(4);
        this.task = task;
        this.strings = strings;
        var title = new Label(strings.getOr("task." + task.name(), task.name()));
        title.getStyleClass().add("task-title");
        getChildren().add(title);
        for (var label : task.labels()) {
            var row = new LabelRow(label.key(), name(label.name()), strings.get("annotate.given"));
            row.setOnAction(_ -> answer.accept(label.name()));
            rows.add(row);
        }
        getChildren().addAll(rows);
        given.getStyleClass().add("about");
        given.managedProperty().bind(given.visibleProperty());
        getChildren().add(given);
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
