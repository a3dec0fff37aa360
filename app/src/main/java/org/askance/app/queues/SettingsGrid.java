package org.askance.app.queues;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.askance.app.text.Strings;
import org.askance.app.work.QueueSettings;

/// How all queues of the project are asked: by how many annotators, and how many gold pairs among them.
final class SettingsGrid extends GridPane {

    private static final int MOST_ANNOTATORS = 20;
    private static final int SELDOMEST = 1000;
    private static final double WIDTH = 96;

    private final Strings strings;
    private final Consumer<QueueSettings> change;
    private final Spinner<Integer> overlap = new Spinner<>(1, MOST_ANNOTATORS, 1);
    private final Spinner<Integer> gold = new Spinner<>(0, SELDOMEST, 0);
    private final Label goldHow = new Label();
    private boolean filling;

    /// @param change gets what was chosen
    SettingsGrid(Strings strings, Consumer<QueueSettings> change) {
        super(12, 8);
        this.strings = strings;
        this.change = change;
        setting(0, "queue.overlap", overlap, "queue-overlap", new Label(strings.get("queue.overlap.how")));
        setting(1, "queue.gold", gold, "queue-gold", goldHow);
        overlap.valueProperty().subscribe((_, _) -> changed());
        gold.valueProperty().subscribe((_, _) -> changed());
    }

    private void setting(int row, String key, Spinner<Integer> spinner, String id, Label how) {
        var label = new Label(strings.get(key));
        label.setLabelFor(spinner);
        label.setMinWidth(Region.USE_PREF_SIZE);
        spinner.setId(id);
        spinner.setPrefWidth(WIDTH);
        spinner.setMinWidth(WIDTH);
        spinner.setEditable(true);
        how.getStyleClass().add("about");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        var line = new HBox(12, spinner, how);
        line.setAlignment(Pos.CENTER_LEFT);
        addRow(row, label, line);
    }

    private void changed() {
        if (!filling) {
            // Every one would be no queue any more.
            int every = gold.getValue() == 1 ? 2 : gold.getValue();
            change.accept(new QueueSettings(overlap.getValue(), every));
        }
    }

    /// @param goldPairs how many there are to mix in
    void show(QueueSettings settings, int goldPairs, boolean readOnly) {
        filling = true;
        overlap.getValueFactory().setValue(settings.overlap());
        gold.getValueFactory().setValue(settings.goldEvery());
        goldHow.setText(strings.get(goldPairs == 0 ? "queue.gold.none" : "queue.gold.how", goldPairs));
        overlap.setDisable(readOnly);
        gold.setDisable(readOnly);
        filling = false;
    }
}
