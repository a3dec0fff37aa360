package org.askance.app.annotate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
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

/// All keys as they are mapped now, over everything else; a click closes it, and any key but those that scroll. In as many
/// columns as make it fit, in smaller letters where they alone do not. FX thread.
final class KeyHelp extends StackPane {

    private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");
    /// Of its letters, the first one as elsewhere.
    private static final List<Double> SIZES = List.of(1.0, 0.9, 0.8, 0.75);
    private static final double MARGIN = 16;
    private static final double FRAME = 4;
    private static final double FONTS_WIDTH = 900;
    private static final int MOST_COLUMNS = 3;
    /// Of what is seen, at once.
    private static final double STEP = 0.2;

    private final KeyNames names;
    private final HBox columns = new HBox(32);
    private final VBox card;
    private final ScrollPane scroll;
    private List<KeyLines.Line> lines = List.of();

    KeyHelp(Strings strings, KeyNames names) {
        this.names = names;
        getStyleClass().add("key-help");
        setVisible(false);
        setOnMouseClicked(_ -> setVisible(false));
        var title = new Label(strings.get("keys.title"));
        title.getStyleClass().add("task-title");
        var fonts = new WrappingLabel(strings.get("keys.fonts"));
        fonts.getStyleClass().add("about");
        fonts.setMaxWidth(FONTS_WIDTH);
        card = new VBox(title, columns, fonts);
        card.getStyleClass().add("card");
        setPadding(new Insets(MARGIN));
        scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("key-help-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().add(scroll);
        setAlignment(Pos.CENTER);
        // Later: while a window is laid out, nothing may be put in or taken out.
        widthProperty().subscribe(_ -> Platform.runLater(this::arrange));
        heightProperty().subscribe(_ -> Platform.runLater(this::arrange));
    }

    /// Shows the keys of `table` and those of the whole window.
    void show(KeyTable table, WindowKeymap window) {
        var all = KeyLines.of(table, window, names);
        lines = Stream.of(all.answering(), all.others(), all.everywhere()).flatMap(List::stream).toList();
        setVisible(true);
        scroll.setVvalue(0);
        arrange();
    }

    /// Whether `event` moves what there is no room for.
    boolean scrolls(KeyEvent event) {
        double hidden = card.getHeight() - scroll.getViewportBounds().getHeight();
        double steps = switch (event.getCode()) {
            case DOWN, KP_DOWN -> 1;
            case UP, KP_UP -> -1;
            case PAGE_DOWN -> 1 / STEP;
            case PAGE_UP -> -1 / STEP;
            default -> 0;
        };
        if (hidden < 1 || steps == 0) {
            return false;
        }
        double by = steps * STEP * scroll.getViewportBounds().getHeight() / hidden;
        scroll.setVvalue(Math.clamp(scroll.getVvalue() + by, 0, 1));
        return true;
    }

    private void arrange() {
        if (!isVisible() || getHeight() <= 0) {
            return;
        }
        for (double em : SIZES) {
            for (int count = 2; count <= MOST_COLUMNS; count++) {
                if (fits(count, em)) {
                    return;
                }
            }
        }
        // Then it scrolls, in letters as large as elsewhere.
        var _ = fits(1, SIZES.getFirst());
    }

    private boolean fits(int count, double em) {
        columns.getChildren().clear();
        int each = (lines.size() + count - 1) / count;
        for (int from = 0; from < lines.size(); from += each) {
            var grid = grid();
            HBox.setHgrow(grid, Priority.ALWAYS);
            lines.subList(from, Math.min(from + each, lines.size())).forEach(line -> add(grid, line));
            columns.getChildren().add(grid);
        }
        card.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fem;", em));
        pseudoClassStateChanged(DENSE, em < SIZES.getFirst());
        applyCss();
        double width = Math.min(card.prefWidth(-1), getWidth() - 2 * MARGIN - 2);
        double height = card.prefHeight(width) + FRAME;
        // As high as the keys need; where there is less room it gets that.
        scroll.setMaxHeight(height);
        return height <= getHeight() - 2 * MARGIN;
    }

    /// In a small window the sentences wrap, and the keys stay whole.
    private static GridPane grid() {
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var sentences = new ColumnConstraints();
        sentences.setHgrow(Priority.ALWAYS);
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        grid.getColumnConstraints().setAll(keys, sentences);
        return grid;
    }

    private static void add(GridPane grid, KeyLines.Line line) {
        var cap = new Label(line.keys());
        cap.getStyleClass().add("key-cap");
        cap.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(cap, VPos.TOP);
        GridPane.setFillWidth(cap, false);
        var sentence = new WrappingLabel(line.does());
        grid.addRow(grid.getRowCount(), cap, sentence);
    }
}
