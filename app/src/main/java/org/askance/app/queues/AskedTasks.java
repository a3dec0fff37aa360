package org.askance.app.queues;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.askance.app.text.Strings;

/// The tasks that a queue asks, where a project has several. FX thread.
final class AskedTasks extends HBox {

    private static final double WRAP = 640;

    private final Strings strings;
    private final Consumer<Set<Long>> change;
    private final Map<Long, CheckBox> boxes = new LinkedHashMap<>();
    private final FlowPane choices = new FlowPane(16, 6);
    private final Label how = new Label();

    /// @param change gets ids of what was chosen; empty for all
    AskedTasks(Strings strings, Consumer<Set<Long>> change) {
        super(16);
        this.strings = strings;
        this.change = change;
        setId("queue-tasks");
        managedProperty().bind(visibleProperty());
        var name = new Label(strings.get("queue.tasks"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        how.setText(strings.get("queue.tasks.how"));
        how.getStyleClass().add("about");
        how.setMinWidth(Region.USE_PREF_SIZE);
        choices.setPrefWrapLength(WRAP);
        HBox.setHgrow(choices, Priority.ALWAYS);
        getChildren().setAll(name, choices);
    }

    /// @param tasks all names by id
    /// @param asked ids of those that are asked; empty for all
    void show(Map<Long, String> tasks, Set<Long> asked, boolean readOnly) {
        setVisible(tasks.size() > 1);
        if (!boxes.keySet().equals(tasks.keySet())) {
            boxes.clear();
            tasks.keySet().forEach(id -> boxes.put(id, box(id)));
            choices.getChildren().setAll(boxes.values());
            choices.getChildren().add(how);
        }
        boolean all = tasks.keySet().stream().noneMatch(asked::contains);
        tasks.forEach((id, task) -> {
            var box = boxes.get(id);
            if (box != null) {
                box.setText(strings.getOr("task." + task, task));
                box.setSelected(all || asked.contains(id));
            }
        });
        long chosen = boxes.values().stream().filter(CheckBox::isSelected).count();
        // A queue that asks nothing is none.
        boxes.values().forEach(box -> box.setDisable(readOnly || (chosen == 1 && box.isSelected())));
    }

    private CheckBox box(long id) {
        var box = new CheckBox();
        box.setId("queue-task-" + id);
        box.setMnemonicParsing(false);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setOnAction(_ -> changed());
        return box;
    }

    private void changed() {
        var chosen = boxes.entrySet().stream().filter(one -> one.getValue().isSelected()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        change.accept(chosen.size() == boxes.size() ? Set.of() : chosen);
    }
}
