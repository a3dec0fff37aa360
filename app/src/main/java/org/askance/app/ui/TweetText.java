package org.askance.app.ui;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.askance.assets.Emoji;

/// A tweet as people see it: emoji as pictures, since JavaFX draws none; hashtags, mentions and links set
/// apart; right to left where the text is. FX thread.
public final class TweetText {

    private static final Pattern MARKED = Pattern.compile("[#@][\\p{L}\\p{N}_]+|https?://\\S+");

    private static final Pattern AFTER_SPACE = Pattern.compile("(?<=\\s)");

    private static final int LONGEST_WORD = 16;
    /// A space without width.
    private static final String MAY_BREAK = "\u200b";
    private static final String LEFT_TO_RIGHT_MARK = "\u200e";

    private static final class Sheet {
        private static final Image IMAGE = new Image(Emoji.sheet());
    }

    private TweetText() {}

    /// Fills `flow` with `tweet`.
    ///
    /// @param emojiPx edge of an emoji, about 1.2 times the text's size
    public static void show(TextFlow flow, String tweet, double emojiPx) {
        flow.getChildren().setAll(nodes(tweet, emojiPx));
        direct(flow, tweet);
    }

    /// Adds plain words to `flow`, with their emoji as pictures.
    ///
    /// @param styles classes of the words
    public static void append(TextFlow flow, String words, double emojiPx, Collection<String> styles) {
        for (var part : Emoji.parts(words)) {
            switch (part) {
                case Emoji.Part.Words(String text) -> add(text, styles, flow.getChildren());
                case Emoji.Part.Picture(String _, Emoji.Cell cell) -> flow.getChildren().add(inFlow(cell, emojiPx));
            }
        }
    }

    /// Sets `flow` right to left where `words`, which it shows, are.
    public static void direct(TextFlow flow, String words) {
        flow.setNodeOrientation(isRightToLeft(words) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        flow.setAccessibleText(words);
    }

    private static List<Node> nodes(String tweet, double emojiPx) {
        var nodes = new ArrayList<Node>();
        for (var part : Emoji.parts(tweet)) {
            switch (part) {
                case Emoji.Part.Words(String text) -> words(text, nodes);
                case Emoji.Part.Picture(String _, Emoji.Cell cell) -> nodes.add(inFlow(cell, emojiPx));
            }
        }
        return nodes;
    }

    private static void words(String text, List<Node> nodes) {
        var marked = MARKED.matcher(text);
        int from = 0;
        while (marked.find()) {
            add(text.substring(from, marked.start()), List.of("tweet-words"), nodes);
            add(isolated(marked.group()), List.of("tweet-marked"), nodes);
            from = marked.end();
        }
        add(text.substring(from), List.of("tweet-words"), nodes);
    }

    /// In a right-to-left text the sign before a Latin name would else stand behind it.
    private static String isolated(String marked) {
        return isRightToLeft(marked) ? marked : LEFT_TO_RIGHT_MARK + marked;
    }

    /// JavaFX 26.0.2 fails to lay out a piece of text that runs from right to left and goes on in the next line
    /// (`PrismTextLayout.computeTrailingSpaceWidth`): its words are pieces of their own.
    private static void add(String text, Collection<String> styles, List<Node> nodes) {
        for (var piece : runsRightToLeft(text) ? words(text) : List.of(text)) {
            if (!piece.isEmpty()) {
                var node = new Text(piece);
                node.getStyleClass().addAll(styles);
                nodes.add(node);
            }
        }
    }

    /// A word too long for any line gets places where it may break, or it would break anywhere.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : AFTER_SPACE.split(text, -1)) {
            for (int from = 0; from < word.length();) {
                int to = Math.min(from + LONGEST_WORD, word.length());
                to -= to < word.length() && Character.isLowSurrogate(word.charAt(to)) ? 1 : 0;
                words.add(word.substring(from, to) + (to < word.length() ? MAY_BREAK : ""));
                from = to;
            }
        }
        return words;
    }

    /// Whether any of `text` does.
    public static boolean runsRightToLeft(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// In a flow a glyph hangs a little below the baseline, and stands no higher above it than letters: an image by itself
    /// would push its line apart from the others.
    private static final class Glyph extends Region {

        private static final double ABOVE = 0.73;
        private static final double BELOW = 0.18;

        private final double sizePx;

        Glyph(ImageView view, double sizePx) {
            this.sizePx = sizePx;
            // Whole pixels: a flow rounds up.
            double height = Math.floor(sizePx * (ABOVE + BELOW));
            setMinSize(sizePx, height);
            setPrefSize(sizePx, height);
            setMaxSize(sizePx, height);
            view.setLayoutY(height - sizePx);
            getChildren().add(view);
        }

        @Override
        public double getBaselineOffset() {
            return sizePx * ABOVE;
        }
    }

    private static Node inFlow(Emoji.Cell cell, double sizePx) {
        return new Glyph(picture(cell, sizePx), sizePx);
    }

    static ImageView picture(Emoji.Cell cell, double sizePx) {
        var view = new ImageView(Sheet.IMAGE);
        view.setViewport(new Rectangle2D(cell.xPx(), cell.yPx(), Emoji.SIZE_PX, Emoji.SIZE_PX));
        view.setFitWidth(sizePx);
        view.setFitHeight(sizePx);
        view.setSmooth(true);
        return view;
    }

    /// By the first strong letter, as in Unicode's bidirectional algorithm.
    public static boolean isRightToLeft(String text) {
        return text.codePoints().map(Character::getDirectionality)
                .filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst().orElse(Character.DIRECTIONALITY_LEFT_TO_RIGHT) != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
