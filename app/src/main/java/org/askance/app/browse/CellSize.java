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
/// @param lines   of labels and predictions
/// @param tasks   that they belong to
/// @param frame   height of the picture's frame
/// @param beside  whether the tweet stands beside the picture, so that two rows fit where there is little height
record CellSize(double em, double width, double height, boolean stacked, int lines, int tasks, double frame,
        boolean beside) {

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
    private static final double TIGHT_LINE = 15;
    private static final double LEAST_FRAME = 56;
    private static final double FRAME_SHAPE = 4.0 / 3;
    private static final double MOST_FRAME_SHARE = 0.45;
    /// With fewer rows than that, one would see hardly more than one pair beside another.
    private static final double FEWEST_ROWS = 1.5;
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
                2 * PADDING + FRAME + 2 * GAP + WORDS * em + lines * LINE * em + tasks.size() * LINES + SPARE, stacked,
                lines, tasks.size(), FRAME, false);
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
        return beside ? frame : WORDS * em;
    }

    /// Of the picture's frame, where the tweet stands beside it.
    double frameWidth() {
        return Math.min(FRAME_SHAPE * frame, MOST_FRAME_SHARE * width);
    }

    /// As wide as makes whole columns of `room`; not so wide that a card becomes a banner. Where little more than one row
    /// would fit, as low as makes two, and half as far apart.
    ///
    /// @param tall    how high the room is; 0 while that is not known
    /// @param between two cards
    CellSize within(double room, double tall, double between) {
        int columns = Math.max(1, (int) (room / (width + between)));
        double wide = Math.clamp(Math.floor(room / columns - between), width, STRETCH * width);
        if (tall <= 0 || tall >= FEWEST_ROWS * (height + between)) {
            return new CellSize(em, wide, height, stacked, lines, tasks, frame, beside);
        }
        double others = 2 * PADDING + GAP + lines * TIGHT_LINE * em + tasks * LINES + SPARE;
        // Higher than it is wide, a frame would be empty above and below its picture.
        double most = Math.floor(MOST_FRAME_SHARE * wide / FRAME_SHAPE);
        double low = Math.clamp(Math.floor(tall / 2 - between / 2 - others), LEAST_FRAME, Math.max(LEAST_FRAME, most));
        return new CellSize(em, wide, others + low, stacked, lines, tasks, low, true);
    }
}
