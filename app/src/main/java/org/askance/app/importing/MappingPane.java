package org.askance.app.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.askance.app.importing.ImportViewModel.Found;
import org.askance.app.text.Strings;
import org.askance.storage.exchange.ColumnMapping;
import org.jspecify.annotations.Nullable;

/// Which column of a table means what. Kept while the columns stay the same, and so are the fields' places. FX thread.
final class MappingPane extends TilePane {

    private static final double WIDEST_EM = 20;
    /// Beside the name of a column: the arrow, and what is around both.
    private static final double AROUND_EM = 4.5;

    private final ImportViewModel model;
    private final Strings strings;
    private final Map<String, ComboBox<String>> boxes = new HashMap<>();
    private List<String> columns = List.of();
    private List<String> tasks = List.of();
    private boolean showing;

    MappingPane(ImportViewModel model, Strings strings) {
        super(14, 10);
        setPrefColumns(1);
        setTileAlignment(Pos.TOP_LEFT);
        this.model = model;
        this.strings = strings;
    }

    void show(Found found, ColumnMapping mapping) {
        showing = true;
        var names = found.tasks().stream().map(task -> task.name()).toList();
        if (!columns.equals(found.preview().columns()) || !tasks.equals(names)) {
            columns = found.preview().columns();
            tasks = names;
            build();
        }
        set("text", mapping.text());
        set("knowledge", mapping.knowledge());
        set("image", mapping.image());
        set("id", mapping.id());
        set("split", mapping.split());
        tasks.forEach(task -> set("task-" + task, mapping.tasks().get(task)));
        showing = false;
    }

    private void build() {
        getChildren().clear();
        boxes.clear();
        add("text", strings.get("import.text"));
        add("image", strings.get("import.image"));
        add("id", strings.get("import.id"));
        add("split", strings.get("import.split"));
        add("knowledge", strings.get("import.knowledge"));
        tasks.forEach(task -> add("task-" + task,
                strings.get("import.task", strings.getOr("task." + task, task))));
    }

    private void add(String key, String name) {
        // A table must have texts; all else may be missing.
        var choices = key.equals("text")
                ? columns
                : Stream.concat(Stream.of(none(key)), columns.stream()).toList();
        var box = new ComboBox<>(FXCollections.observableArrayList(choices));
        box.setId("map-" + key);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe((_, _) -> {
            if (!showing) {
                model.choose(model.options().withMapping(mapping()));
            }
        });
        var label = new Label(name);
        label.setLabelFor(box);
        // Left to itself, a box is as wide as what it shows, and all fields leap when one is chosen.
        box.prefWidthProperty().bind(label.fontProperty().map(font -> width(choices, font)));
        box.valueProperty().subscribe(value -> box.setTooltip(value == null ? null : new Tooltip(value)));
        label.setMinWidth(Region.USE_PREF_SIZE);
        boxes.put(key, box);
        getChildren().add(new VBox(3, label, box));
    }

    private static double width(List<String> choices, Font font) {
        double widest = choices.stream().mapToDouble(choice -> {
            var shown = new Text(choice);
            shown.setFont(font);
            return shown.getLayoutBounds().getWidth();
        }).max().orElse(0);
        return Math.ceil(Math.min(widest, WIDEST_EM * font.getSize()) + AROUND_EM * font.getSize());
    }

    private String none(String key) {
        return strings.get(key.equals("id") ? "import.column.line" : "import.column.none");
    }

    private void set(String key, @Nullable String column) {
        var box = boxes.get(key);
        if (box != null) {
            box.setValue(column == null ? none(key) : column);
        }
    }

    private ColumnMapping mapping() {
        var byTask = new HashMap<String, String>();
        for (var task : tasks) {
            var column = column("task-" + task);
            if (column != null) {
                byTask.put(task, column);
            }
        }
        var text = column("text");
        return new ColumnMapping(column("id"), text == null ? "" : text, column("knowledge"), column("image"),
                column("split"), byTask);
    }

    private @Nullable String column(String key) {
        var box = boxes.get(key);
        return box == null || box.getValue() == null || box.getValue().equals(none(key)) ? null : box.getValue();
    }
}
