package org.askance.app.labels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.labels.LabelsViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.EmojiLine;
import org.askance.app.ui.LabelColours;
import org.askance.storage.annotation.KeptTask;
import org.askance.storage.annotation.KeptTask.KeptLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One task: its name, its labels, those that are retired, and what to know of them. FX thread.
final class TaskEditor extends ScrollPane {

    private static final double EMOJI_PX = 17;

    private final LabelsViewModel model;
    private final Strings strings;
    private final Removal removal;
    private final OtherColour otherColour;
    private final CommitField name = new CommitField();
    private final Label shownAs = new Label();
    private final Button retire = new Button();
    private final Button remove;
    private final VBox lines = new VBox(4);
    private final Button add;
    private final VBox retired = new VBox(6);
    private final VBox notes = new VBox(6);
    private final VBox all = new VBox(14);
    private int shown;
    private String shownTask = "";
    private final Set<String> known = new HashSet<>();

    TaskEditor(LabelsViewModel model, Strings strings, Removal removal, OtherColour otherColour) {
        this.model = model;
        this.strings = strings;
        this.removal = removal;
        this.otherColour = otherColour;
        name.setId("labels-task-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        retire.setId("labels-task-retire");
        retire.setMinWidth(Region.USE_PREF_SIZE);
        remove = new Button("", new FontIcon(Feather.TRASH_2));
        remove.setId("labels-task-remove");
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        var nameOf = new Label(strings.get("labels.task"));
        nameOf.setLabelFor(name);
        nameOf.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(10, nameOf, name, retire, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        add = new Button(strings.get("labels.add"), new FontIcon(Feather.PLUS));
        add.setId("labels-add");
        all.getStyleClass().add("labels-task");
        shownAs.getStyleClass().add("about");
        shownAs.managedProperty().bind(shownAs.visibleProperty());
        all.getChildren().addAll(new VBox(3, head, shownAs), lines, add, retired, notes);
        setContent(all);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    void show(State.Ready ready) {
        var found = ready.task(model.selected().get());
        all.setVisible(found.isPresent());
        if (known.isEmpty()) {
            ready.tasks().stream().map(KeptTask::name).forEach(known::add);
        }
        found.ifPresent(task -> {
            show(ready, task);
            if (known.add(task.name()) && task.former().isEmpty()) {
                // It was just added: its name is typed next.
                name.requestFocus();
                name.selectAll();
            }
        });
    }

    private void show(State.Ready ready, KeptTask task) {
        boolean fixed = !ready.readOnly().isEmpty();
        boolean frozen = fixed || task.retired();
        String word = strings.getOr("task." + task.name(), task.name());
        name.show(task.name(), typed -> model.renameTask(task.name(), typed));
        name.setDisable(frozen);
        shownAs.setText(word.equals(task.name()) ? "" : strings.get("labels.shown.as", word));
        shownAs.setVisible(!word.equals(task.name()));
        retire.setText(strings.get(task.retired() ? "labels.task.restore" : "labels.task.retire"));
        retire.setDisable(fixed);
        retire.setOnAction(_ -> {
            if (task.retired()) {
                model.restoreTask(task.name());
            } else {
                model.retireTask(task.name());
            }
        });
        remove.setAccessibleText(strings.get("labels.remove", word));
        remove.setTooltip(new javafx.scene.control.Tooltip(strings.get("labels.remove", word)));
        remove.setDisable(fixed);
        remove.setOnAction(_ -> removal.ask(task, null));
        lines(task);
        lines.setDisable(frozen);
        add.setDisable(frozen);
        add.setOnAction(_ -> model.addLabel(task.name()));
        retired(task, frozen);
        notes(ready, task);
    }

    private void lines(KeptTask task) {
        var offered = task.offered();
        var definition = State.Ready.definition(task);
        var wishes = new Wishes(task);
        boolean grown = shownTask.equals(task.name()) && offered.size() == shown + 1;
        while (lines.getChildren().size() > offered.size()) {
            lines.getChildren().removeLast();
        }
        while (lines.getChildren().size() < offered.size()) {
            lines.getChildren().add(new LabelLine(lines.getChildren().size(), strings));
        }
        for (int i = 0; i < offered.size(); i++) {
            ((LabelLine) lines.getChildren().get(i)).show(offered.get(i), LabelColours.of(definition, i),
                    new boolean[]{i == 0, i == offered.size() - 1}, wishes);
        }
        if (grown && add.isFocused()) {
            ((LabelLine) lines.getChildren().getLast()).focusName();
        }
        shown = offered.size();
        shownTask = task.name();
    }

    private void retired(KeptTask task, boolean frozen) {
        var labels = task.labels().stream().filter(KeptLabel::retired).toList();
        retired.getChildren().clear();
        retired.setManaged(!labels.isEmpty());
        if (labels.isEmpty()) {
            return;
        }
        var heading = new Label(strings.get("labels.retired"));
        heading.getStyleClass().add("labels-heading");
        retired.getChildren().add(heading);
        for (var label : labels) {
            String word = strings.getOr("label." + label.name(), label.name());
            var text = line(label.mergedInto() == null
                    ? word
                    : strings.get("labels.merged.into", word,
                            strings.getOr("label." + label.mergedInto(), label.mergedInto())));
            text.setMinWidth(0);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            var back = new Button(strings.get("labels.restore"));
            back.setId("labels-restore-" + (retired.getChildren().size() - 1));
            back.getStyleClass().add("small");
            back.setMinWidth(Region.USE_PREF_SIZE);
            back.setAccessibleText(strings.get("labels.restore.of", word));
            back.setDisable(frozen);
            back.setOnAction(_ -> model.restoreLabel(task.name(), label.name()));
            var line = new HBox(10, text, back);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("labels-retired");
            retired.getChildren().add(line);
        }
    }

    private static Region line(String text) {
        return EmojiLine.isNeeded(text) ? new EmojiLine(text, EMOJI_PX) : new Label(text);
    }

    private void notes(State.Ready ready, KeptTask task) {
        notes.getChildren().clear();
        var sentences = new ArrayList<Node>();
        if (!task.retired()) {
            model.colourWarnings(task).forEach(sentence -> sentences.add(Note.of(sentence, Feather.EYE_OFF, "warns")));
            var unknown = ready.unknown().byTask().getOrDefault(task.name(), List.of());
            if (!unknown.isEmpty()) {
                sentences.add(Note.of(strings.get("labels.unknown", ready.unknown().network(), unknown.stream()
                        .map(label -> strings.getOr("label." + label, label))
                        .collect(java.util.stream.Collectors.joining(", "))), Feather.INFO, "tells"));
            }
        } else {
            sentences.add(Note.of(strings.get("labels.task.retired"), Feather.INFO, "tells"));
        }
        notes.getChildren().setAll(sentences);
        notes.setManaged(!sentences.isEmpty());
    }

    /// Of the task that was shown when they were made: another may be selected meanwhile.
    private final class Wishes implements LabelLine.Wishes {

        private final KeptTask task;

        Wishes(KeptTask task) {
            this.task = task;
        }

        @Override
        public void rename(String label, String to) {
            model.renameLabel(task.name(), label, to);
        }

        @Override
        public void key(String label, String key) {
            model.changeKey(task.name(), label, key);
        }

        @Override
        public void colour(String label, String colour) {
            model.changeColour(task.name(), label, colour);
        }

        @Override
        public void otherColour(String label, String colour) {
            otherColour.ask(task, label, colour);
        }

        @Override
        public void move(String label, int by) {
            model.moveLabel(task.name(), label, by);
        }

        @Override
        public void remove(String label) {
            removal.ask(task, label);
        }
    }
}
