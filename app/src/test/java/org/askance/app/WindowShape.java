package org.askance.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Separator;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What a window shows, as lines: each control, text and picture, in their order and inside each other. Another
/// font, another screen, another processor or another day gives the same lines. Left out is what depends on them:
/// figures, dates, how many rows of a list there is room for, hints that give way, what is made of figures in words, and
/// the device.
final class WindowShape {

    private static final Pattern FIGURES = Pattern.compile("(?<!F)\\d+([.,:]\\d+)*");
    /// A day of the week or a month beside its figures, and what follows an hour.
    private static final Pattern DATES = Pattern.compile(
            "\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\s+#(,\\s+#)*|#\\s[AP]M\\b");
    private static final Pattern PATHS = Pattern.compile("(/[^/\\s]+){2,}");

    private final List<String> lines = new ArrayList<>();

    private WindowShape() {}

    static List<String> of(Node root) {
        var shape = new WindowShape();
        shape.add(root, 0);
        return shape.lines;
    }

    private void add(Node node, int depth) {
        if (!node.isVisible() || node instanceof ScrollBar || node instanceof Separator || "device".equals(node.getId())
                || node.getStyleClass().contains("verdict") || node.getClass().getSimpleName().equals("FittingRow")) {
            return;
        }
        switch (node) {
            case Labeled labeled -> {
                line(depth, node, labeled.getText());
                if (labeled.getGraphic() != null) {
                    add(labeled.getGraphic(), depth + 1);
                }
            }
            case TextInputControl input -> line(depth, node,
                    input.getText() == null || input.getText().isEmpty() ? input.getPromptText() : input.getText());
            case TextFlow flow -> line(depth, node, flow.getChildren().stream().filter(Text.class::isInstance)
                    .map(part -> ((Text) part).getText()).collect(Collectors.joining()));
            case Text text -> line(depth, node, text.getText());
            case ImageView _ -> line(depth, node, "");
            case Canvas _ -> line(depth, node, "");
            case Parent parent -> inside(parent, depth);
            default -> {
            }
        }
    }

    private void inside(Parent parent, int depth) {
        boolean named = parent instanceof Control && parent.getId() != null;
        if (named) {
            line(depth, parent, "");
        }
        int deeper = named ? depth + 1 : depth;
        boolean cellSeen = false;
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!(child instanceof IndexedCell<?> cell)) {
                add(child, deeper);
            } else if (!cellSeen && !cell.isEmpty()) {
                cellSeen = true;
                inside(first(parent), deeper);
            }
        }
    }

    /// Only this one of a list's rows: how many there is room for depends on the font. Cells stand in any order.
    private static IndexedCell<?> first(Parent parent) {
        return parent.getChildrenUnmodifiable().stream().filter(IndexedCell.class::isInstance)
                .map(child -> (IndexedCell<?>) child).filter(cell -> !cell.isEmpty())
                .min(Comparator.comparingInt(IndexedCell::getIndex)).orElseThrow();
    }

    private static String plain(String text) {
        String figures = FIGURES.matcher(PATHS.matcher(text).replaceAll("PATH")).replaceAll("#");
        return DATES.matcher(figures).replaceAll("#");
    }

    private void line(int depth, Node node, String text) {
        String plain = text == null ? "" : plain(text);
        if (plain.isBlank() && node.getId() == null && !(node instanceof ImageView) && !(node instanceof Canvas)) {
            return;
        }
        lines.add("  ".repeat(depth) + node.getClass().getSimpleName() + (node.getId() == null
                ? ""
                : " #" + node.getId())
                + (plain.isBlank() ? "" : " " + plain.strip().replaceAll("\\s+", " ")));
    }
}
