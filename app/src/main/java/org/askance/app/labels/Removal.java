package org.askance.app.labels;

import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Named;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.KeptTask;
import org.askance.storage.annotation.KeptTask.KeptLabel;
import org.askance.storage.annotation.LabelUse;
import org.jspecify.annotations.Nullable;

/// Asks what shall become of a label or task: one that nobody used is deleted; of others it says what holds them, and
/// offers to retire or merge. FX thread.
final class Removal {

    private static final double WIDTH = 520;

    private final Node owner;
    private final LabelsViewModel model;
    private final Strings strings;

    /// @param owner whose window it opens above
    Removal(Node owner, LabelsViewModel model, Strings strings) {
        this.owner = owner;
        this.model = model;
        this.strings = strings;
    }

    /// @param label `null` for the whole task
    void ask(KeptTask task, @Nullable String label) {
        model.ask(task.name(), label, use -> {
            if (owner.getScene() != null) {
                show(task, label, use);
            }
        });
    }

    private void show(KeptTask task, @Nullable String label, LabelUse use) {
        String word = label == null
                ? strings.getOr("task." + task.name(), task.name())
                : strings.getOr("label." + label, label);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(strings.get("labels.remove", word));
        var pane = dialog.getDialogPane();
        Dialogs.openWhole(pane);
        ManualPage.LABELS.mark(pane);
        pane.getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
        pane.getStyleClass().addAll("labels-removal");
        pane.getButtonTypes().setAll(ButtonType.CANCEL);
        var all = new VBox(12);
        all.getStyleClass().add("labels-removal-all");
        all.setPrefWidth(WIDTH);
        pane.setContent(all);
        if (use.isNone()) {
            all.getChildren()
                    .add(new WrappingLabel(strings.get(label == null ? "labels.unused.task" : "labels.unused", word)));
            button(dialog, "labels-delete", "labels.delete", () -> {
                if (label == null) {
                    model.removeTask(task.name());
                } else {
                    model.removeLabel(task.name(), label);
                }
            });
        } else {
            all.getChildren()
                    .addAll(new WrappingLabel(strings.get("labels.held", word, use.answers(), use.given(), use.gold(),
                            use.predictions(), use.networks(), use.merged())),
                            new WrappingLabel(strings.get(label == null ? "labels.held.task" : "labels.held.how")));
            if (!task.retired()) {
                button(dialog, "labels-retire", "labels.retire", () -> {
                    if (label == null) {
                        model.retireTask(task.name());
                    } else {
                        model.retireLabel(task.name(), label);
                    }
                });
            }
            if (label != null) {
                all.getChildren().add(merging(dialog, task, label));
            }
        }
        dialog.show();
    }

    private Node merging(Dialog<ButtonType> dialog, KeptTask task, String label) {
        var into = new ComboBox<String>();
        into.setId("labels-merge-into");
        into.getItems().setAll(task.offered().stream().map(KeptLabel::name).filter(one -> !one.equals(label)).toList());
        into.setConverter(new Named<>(name -> strings.getOr("label." + name, name)));
        into.getSelectionModel().selectFirst();
        into.setMaxWidth(WIDTH / 2);
        var name = new Label(strings.get("labels.merge.into"));
        name.setLabelFor(into);
        name.setMinWidth(Region.USE_PREF_SIZE);
        button(dialog, "labels-merge", "labels.merge",
                () -> model.mergeLabel(task.name(), label, Objects.requireNonNull(into.getValue())));
        var line = new HBox(10, name, into);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private void button(Dialog<ButtonType> dialog, String id, String key, Runnable action) {
        var type = new ButtonType(strings.get(key), ButtonBar.ButtonData.OTHER);
        dialog.getDialogPane().getButtonTypes().add(type);
        var button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        // Long words in large text would be cut to the size of the others.
        ButtonBar.setButtonUniformSize(button, false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.addEventFilter(ActionEvent.ACTION, _ -> action.run());
    }
}
