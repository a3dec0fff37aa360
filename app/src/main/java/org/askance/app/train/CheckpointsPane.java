package org.askance.app.train;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.report.Figures;
import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.storage.run.Checkpoint;

/// The checkpoints of the project; choosing one or two shows how they do. FX thread.
final class CheckpointsPane extends VBox {

    private static final double ROW = 36;
    /// Of the hint's letters, at their usual size.
    private static final double HINT_PX = 12;
    private static final double LINE = 28;
    private static final double LEAST = 70;
    private static final double CURRENT = 146;
    private static final int MOST_ROWS = 6;
    private static final double ROOMY = 560;

    private final CheckpointsViewModel model;
    private final Strings strings;
    private final DateTimeFormatter time;
    private final TableView<Checkpoint> table = new TableView<>();
    /// Widths at the usual size of letters.
    private final Map<TableColumn<Checkpoint, ?>, Double> usual = new HashMap<>();
    private final TableColumn<Checkpoint, String> made;
    private final TableColumn<Checkpoint, Checkpoint> current;
    private boolean selecting;

    CheckpointsPane(CheckpointsViewModel model, Strings strings) {
        super(8);
        this.model = model;
        this.strings = strings;
        this.time = Dates.brief(strings);
        made = column("train.column.made", 96, checkpoint -> time.format(checkpoint.createdAt()));
        current = currentColumn();
        getStyleClass().add("checkpoints");
        var title = new Label(strings.get("train.checkpoints"));
        title.getStyleClass().add("heading");
        var hint = new Label();
        hint.getStyleClass().add("about");
        hint.setWrapText(true);
        model.comparedOn().subscribe(split -> hint.setText(strings.get("train.compared", strings.get("split."
                + split.key()))));
        var evaluate = new Button(strings.get("train.evaluate"));
        evaluate.setId("train-evaluate");
        evaluate.disableProperty().bind(model.busy());
        evaluate.setOnAction(_ -> model.evaluateAll());
        evaluate.setMinWidth(USE_PREF_SIZE);
        hint.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(2, title, hint);
        title.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(8, words, evaluate);
        head.setAlignment(Pos.CENTER_LEFT);
        makeTable();
        // Columns have no style of their own: they follow the hint's letters.
        hint.fontProperty().subscribe(font -> grow(font.getSize() / HINT_PX));
        getChildren().setAll(head, table);
    }

    private void makeTable() {
        table.setId("train-checkpoints");
        table.setAccessibleText(strings.get("train.checkpoints"));
        table.setItems(model.checkpoints());
        table.setFixedCellSize(ROW);
        table.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> table.getFixedCellSize() * (1.2 + Math.clamp(model.checkpoints().size(), 2, MOST_ROWS)),
                model.checkpoints(), table.fixedCellSizeProperty()));
        table.setMinHeight(USE_PREF_SIZE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(column("train.column.name", 84, Checkpoint::name), made,
                figure("task.sarcasm", "sarcasm.macro_f1"), figure("task.sentiment", "sentiment.macro_f1"),
                current));
        var selection = table.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection.getSelectedItems().addListener((ListChangeListener<Checkpoint>) _ -> {
            if (!selecting) {
                model.choose(selected());
            }
        });
        // Not a subscription: rows that are read anew lose the table's selection though the same are chosen.
        model.chosen().addListener((InvalidationListener) _ -> select());
        model.comparedOn().subscribe(_ -> table.refresh());
    }

    /// Columns as wide as larger letters need.
    private void grow(double em) {
        made.visibleProperty().bind(table.widthProperty().greaterThan(em * ROOMY));
        for (var column : table.getColumns()) {
            double least = column.equals(current) ? CURRENT : LEAST;
            column.setMinWidth(em * least);
            column.setPrefWidth(em * usual.getOrDefault(column, least));
        }
        table.setFixedCellSize(Math.max(ROW, em * LINE));
    }

    private List<Checkpoint> selected() {
        return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    private void select() {
        var ids = model.chosen().get().stream().map(Checkpoint::id).collect(Collectors.toSet());
        if (!ids.equals(selected().stream().map(Checkpoint::id).collect(Collectors.toSet()))) {
            // Later: this may come from the midst of a change of that very selection.
            Platform.runLater(() -> select(ids));
        }
    }

    private void select(Set<Long> ids) {
        selecting = true;
        table.getSelectionModel().clearSelection();
        for (int row = 0; row < table.getItems().size(); row++) {
            if (ids.contains(table.getItems().get(row).id())) {
                table.getSelectionModel().select(row);
            }
        }
        selecting = false;
    }

    private TableColumn<Checkpoint, String> column(String key, double width, Function<Checkpoint, String> text) {
        var column = new TableColumn<Checkpoint, String>(strings.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? null : value);
                setTooltip(empty || value == null ? null : new Tooltip(value));
            }
        });
        usual.put(column, width);
        return column;
    }

    private TableColumn<Checkpoint, String> figure(String key, String metric) {
        var column = column(key, 100, checkpoint -> {
            var value = model.metrics(checkpoint).get(metric);
            return value == null ? "–" : Figures.share(strings, value);
        });
        var title = new Label(strings.get("train.column.f1", strings.get(key)));
        title.setTooltip(new Tooltip(title.getText()));
        column.setText(null);
        column.setGraphic(title);
        return column;
    }

    private TableColumn<Checkpoint, Checkpoint> currentColumn() {
        var column = new TableColumn<Checkpoint, Checkpoint>("");
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Checkpoint checkpoint, boolean empty) {
                super.updateItem(checkpoint, empty);
                if (empty || checkpoint == null) {
                    setGraphic(null);
                } else if (checkpoint.current()) {
                    var label = new Label(strings.get("train.current"));
                    label.getStyleClass().add("current");
                    setGraphic(label);
                } else {
                    var button = new Button(strings.get("train.make.current"));
                    button.getStyleClass().add("small");
                    button.setOnAction(_ -> model.makeCurrent(checkpoint));
                    setGraphic(button);
                }
            }
        });
        return column;
    }
}
