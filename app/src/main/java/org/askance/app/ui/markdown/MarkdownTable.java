package org.askance.app.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;

/// A table whose cells wrap. Columns are as wide as their texts where there is room; else each gets what its longest
/// word needs, and a share of the rest. FX thread.
final class MarkdownTable extends Pane {

    /// In letters: a cell's insets.
    private static final int INSETS = 3;

    private final List<List<Cell>> rows = new ArrayList<>();

    /// @param longest share of the text that its longest word is, 0 to 1
    private record Cell(Region shown, double longest) {}

    private MarkdownTable() {
        getStyleClass().add("table-grid");
        setMinWidth(0);
    }

    static Region of(TableBlock block, Targets targets) {
        var table = new MarkdownTable();
        for (var part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    table.add(row, part instanceof TableHead, targets);
                }
            }
        }
        return table;
    }

    private void add(org.commonmark.node.Node row, boolean head, Targets targets) {
        var cells = new ArrayList<Cell>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            var text = InlineText.of(cell, targets);
            var box = new VBox(4, text.flow());
            box.getChildren().addAll(text.below());
            box.getStyleClass().add(head ? "table-head" : "table-cell-text");
            cells.add(new Cell(box, longest(PlainText.of(cell))));
            getChildren().add(box);
        }
        rows.add(cells);
    }

    private static double longest(String text) {
        int word = 0;
        for (var one : text.split("\\s+", -1)) {
            word = Math.max(word, one.length());
        }
        return (double) (word + INSETS) / (Math.max(word, text.length()) + INSETS);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double all = 0;
        for (double width : wanted()) {
            all += width;
        }
        return all;
    }

    @Override
    protected double computePrefHeight(double width) {
        var widths = widths(width < 0 ? prefWidth(-1) : width);
        return rows.stream().mapToDouble(row -> height(row, widths)).sum() + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static double height(List<Cell> row, double[] widths) {
        double height = 0;
        for (int x = 0; x < row.size(); x++) {
            height = Math.max(height, row.get(x).shown.prefHeight(widths[x]));
        }
        return Math.ceil(height);
    }

    /// What each column would be without a line break.
    private double[] wanted() {
        var wanted = new double[columns()];
        for (var row : rows) {
            for (int x = 0; x < row.size(); x++) {
                wanted[x] = Math.max(wanted[x], Math.ceil(row.get(x).shown.prefWidth(-1)) + 1);
            }
        }
        return wanted;
    }

    private int columns() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private double[] widths(double room) {
        var wanted = wanted();
        var least = new double[wanted.length];
        for (var row : rows) {
            for (int x = 0; x < row.size(); x++) {
                least[x] = Math.max(least[x],
                        Math.min(wanted[x], row.get(x).longest * row.get(x).shown.prefWidth(-1) + 2));
            }
        }
        double needed = sum(least);
        double rest = room - needed;
        double more = sum(wanted) - needed;
        var widths = new double[wanted.length];
        for (int x = 0; x < widths.length; x++) {
            widths[x] = rest < 0
                    ? room * least[x] / needed
                    : least[x] + rest * (more <= 0 ? 1.0 / widths.length : (wanted[x] - least[x]) / more);
        }
        return widths;
    }

    private static double sum(double[] widths) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }

    @Override
    protected void layoutChildren() {
        var widths = widths(getWidth());
        double y = snappedTopInset();
        for (var row : rows) {
            double x = 0;
            double height = height(row, widths);
            for (int i = 0; i < row.size(); i++) {
                Node shown = row.get(i).shown;
                shown.resizeRelocate(x, y, widths[i], height);
                x += widths[i];
            }
            y += height;
        }
    }
}
