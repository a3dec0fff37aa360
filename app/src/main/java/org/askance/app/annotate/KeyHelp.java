package org.askance.app.annotate;

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
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.askance.app.text.Strings;
import org.askance.app.ui.WindowKeymap;
import org.askance.app.ui.WrappingLabel;

/// All keys as they are mapped now, over everything else; any key or click closes it. FX thread.
final class KeyHelp extends StackPane {

    private final KeyNames names;
    private final HBox columns = new HBox(32);

    KeyHelp(Strings strings, KeyNames names) {
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

    /// Shows the keys of `table` and those of the whole window.
    void show(KeyTable table, WindowKeymap window) {
        var lines = KeyLines.of(table, window, names);
        var left = grid();
        lines.answering().forEach(line -> add(left, line));
        lines.everywhere().forEach(line -> add(left, line));
        var right = grid();
        lines.others().forEach(line -> add(right, line));
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

    private static void add(GridPane grid, KeyLines.Line line) {
        var cap = new Label(line.keys());
        cap.getStyleClass().add("key-cap");
        var sentence = new WrappingLabel(line.does());
        grid.addRow(grid.getRowCount(), cap, sentence);
    }
}
