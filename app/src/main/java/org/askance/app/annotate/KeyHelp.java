package org.askance.app.annotate;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.askance.app.annotate.keys.KeyAction;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;

/// All keys as they are mapped now, over everything else; any key or click closes it. FX thread.
final class KeyHelp extends StackPane {

    private static final List<KeyAction> ANSWERING = List.of(KeyAction.ACCEPT, KeyAction.SKIP, KeyAction.FLAG,
            KeyAction.COMMENT, KeyAction.UNDO, KeyAction.REDO, KeyAction.NEXT, KeyAction.PREVIOUS);

    private final Strings strings;
    private final KeyNames names;
    private final HBox columns = new HBox(32);

    KeyHelp(Strings strings, KeyNames names) {
        this.strings = strings;
        this.names = names;
        getStyleClass().add("key-help");
        setVisible(false);
        setOnMouseClicked(_ -> setVisible(false));
        var title = new Label(strings.get("keys.title"));
        title.getStyleClass().add("task-title");
        var fonts = new WrappingLabel(strings.get("keys.fonts"));
        fonts.getStyleClass().add("about");
        fonts.setMaxWidth(900);
        var card = new VBox(16, title, columns, fonts);
        card.getStyleClass().add("card");
        setPadding(new Insets(16));
        var scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("key-help-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxWidth(Region.USE_PREF_SIZE);
        // As high as the keys need, and no higher than there is room.
        scroll.maxHeightProperty().bind(card.heightProperty().add(4));
        getChildren().add(scroll);
        setAlignment(Pos.CENTER);
    }

    /// Shows the keys of `table`.
    void show(KeyTable table) {
        var left = grid();
        for (var task : table.tasks()) {
            add(left, task.labels().stream().map(label -> label.key()).collect(Collectors.joining("  ")),
                    strings.get("keys.labels", names.task(task.name()),
                            task.labelNames().stream().map(names::label).collect(Collectors.joining(", "))));
        }
        if (table.canAnswerBoth(table.keymap().block())) {
            int rows = table.tasks().getFirst().labels().size();
            int columnCount = table.tasks().getLast().labels().size();
            add(left, table.both(0, 0).map(names::of).orElse("") + " … "
                    + table.both(rows - 1, columnCount - 1).map(names::of).orElse(""), strings.get("keys.both"));
        }
        ANSWERING.forEach(action -> add(left, table, action));
        var right = grid();
        for (var action : KeyAction.values()) {
            if (!ANSWERING.contains(action)) {
                add(right, table, action);
            }
        }
        add(right, "← → ↑ ↓", strings.get("keys.pan"));
        add(right, strings.get("keys.name.ctrl") + "+L", strings.get("keys.queue"));
        add(right, strings.get("keys.name.ctrl") + "+G", strings.get("keys.guidelines"));
        add(right, strings.get("keys.name.ctrl") + "+" + strings.get("keys.name.shift") + "+G",
                strings.get("keys.gold"));
        add(right, strings.get("keys.name.ctrl") + "+U", strings.get("keys.annotator"));
        add(right, strings.get("keys.name.ctrl") + "+1 …", strings.get("keys.places"));
        columns.getChildren().setAll(left, right);
        setVisible(true);
    }

    /// In a small window the sentences wrap, and the keys stay whole.
    private static GridPane grid() {
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var sentences = new ColumnConstraints();
        sentences.setHgrow(Priority.ALWAYS);
        var grid = new GridPane(14, 7);
        grid.getColumnConstraints().setAll(keys, sentences);
        return grid;
    }

    private void add(GridPane grid, KeyTable table, KeyAction action) {
        add(grid, names.of(table.of(action)), names.of(action));
    }

    private static void add(GridPane grid, String keys, String does) {
        var cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        var sentence = new WrappingLabel(does);
        grid.addRow(grid.getRowCount(), cap, sentence);
    }
}
