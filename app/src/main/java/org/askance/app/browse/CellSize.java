package org.askance.app.browse;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.TaskDefinition;

/// How large a card must be so that no label is cut: it follows the size of the text, and the project's labels in the
/// reader's language.
///
/// @param em      1 at the usual size of text
/// @param stacked whether a prediction stands below the label that counts, where both do not fit beside each other
record CellSize(double em, double width, double height, boolean stacked) {

    static final double PADDING = 8;
    static final double FRAME = 158;
    static final double GAP = 7;
    /// Between the lines of tasks.
    static final double LINES = 4;
    /// Of `.pair .label`, in px at the usual size.
    private static final double TEXT = 12;
    private static final double LEAST = 252;
    private static final double MOST_BESIDE = 300;
    private static final double MOST = 360;
    private static final String SURE = "  100 %";
    private static final double STRETCH = 1.5;
    private static final double ICON = 20;
    /// Between a label and its prediction, at least.
    private static final double BETWEEN = 12;
    private static final double LINE = 17;
    private static final double WORDS = 58;
    private static final double SPARE = 6;
    /// Padding and border of both sides.
    private static final double EDGES = 2 * PADDING + 6;

    /// For `tasks`, in the font that cards are written with.
    ///
    /// @param font of a card's label
    static CellSize of(List<TaskDefinition> tasks, Strings strings, Font font) {
        double em = font.getSize() / TEXT;
        var bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
        var names = tasks.stream().map(task -> task.labelNames().stream()
                .map(label -> strings.getOr("label." + label, label)).toList()).toList();
        double widest = names.stream().flatMap(List::stream).mapToDouble(name -> width(name, bold)).max().orElse(0);
        double label = ICON * em + widest;
        double predicted = widest + width(SURE, bold);
        double beside = names.stream().mapToDouble(ofTask -> beside(ofTask, font, bold)).max().orElse(0) + ICON * em
                + BETWEEN + EDGES;
        boolean stacked = beside > MOST_BESIDE;
        double needed = stacked ? Math.max(label, predicted) + EDGES : beside;
        int lines = tasks.size() * (stacked ? 2 : 1);
        return new CellSize(em, Math.clamp(needed, LEAST, MOST),
                2 * PADDING + FRAME + 2 * GAP + WORDS * em + lines * LINE * em + tasks.size() * LINES + SPARE, stacked);
    }

    /// A prediction is bold only where it differs from the label that counts.
    private static double beside(List<String> names, Font font, Font bold) {
        double most = 0;
        for (var counts : names) {
            for (var predicted : names) {
                most = Math.max(most,
                        width(counts, bold) + width(predicted + SURE, counts.equals(predicted) ? font : bold));
            }
        }
        return most;
    }

    private static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    /// Of the tweet's first lines.
    double wordsHeight() {
        return WORDS * em;
    }

    /// As wide as makes whole columns of `room`; not so wide that a card becomes a banner.
    ///
    /// @param between two cards
    CellSize within(double room, double between) {
        int columns = Math.max(1, (int) (room / (width + between)));
        return new CellSize(em, Math.clamp(Math.floor(room / columns - between), width, STRETCH * width), height,
                stacked);
    }
}
