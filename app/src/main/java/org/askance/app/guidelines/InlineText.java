package org.askance.app.guidelines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.text.TextFlow;
import org.askance.app.ui.TweetText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// The words of one block, set as Markdown asks; links to examples are collected instead. Pictures from elsewhere are
/// not loaded: their description stands for them.
final class InlineText extends AbstractVisitor {

    /// An example that the words point at.
    record Pin(String caption, String key) {}

    private static final double EMOJI_PX = 17;
    /// So many styles inside each other are followed; the rest of such a text is no longer set apart.
    private static final int DEEPEST = 40;

    private final TextFlow flow = new TextFlow();
    private final List<Pin> pins = new ArrayList<>();
    private final Deque<String> styles = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();

    private InlineText() {
        styles.push("words");
    }

    static InlineText of(Node block) {
        var text = new InlineText();
        text.visitChildren(block);
        text.flush();
        TweetText.direct(text.flow, PlainText.of(block));
        return text;
    }

    /// Whether the block only points at examples.
    boolean isBlank() {
        return flow.getChildren().stream()
                .allMatch(node -> node instanceof javafx.scene.text.Text text && text.getText().isBlank());
    }

    TextFlow flow() {
        return flow;
    }

    List<Pin> pins() {
        return pins;
    }

    private void flush() {
        if (!words.isEmpty()) {
            TweetText.append(flow, words.toString(), EMOJI_PX, styles.reversed());
            words.setLength(0);
        }
    }

    private void styled(String style, Node node) {
        if (styles.size() > DEEPEST) {
            words.append(PlainText.of(node));
            return;
        }
        flush();
        styles.push(style);
        visitChildren(node);
        flush();
        styles.pop();
    }

    private void literal(String style, String text) {
        flush();
        styles.push(style);
        words.append(text);
        flush();
        styles.pop();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("emphasis", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        styled("strong", strong);
    }

    @Override
    public void visit(Code code) {
        literal("code", code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        literal("code", html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(Link link) {
        var key = PinnedLink.key(link.getDestination());
        if (key.isPresent()) {
            pin(link, key.get());
            return;
        }
        styled("link", link);
        if (!link.getDestination().equals(PlainText.of(link))) {
            literal("address", " (" + link.getDestination() + ")");
        }
    }

    @Override
    public void visit(Image image) {
        var key = PinnedLink.key(image.getDestination());
        if (key.isPresent()) {
            pin(image, key.get());
        } else {
            styled("emphasis", image);
        }
    }

    /// In the midst of a sentence its caption belongs to it.
    private void pin(Node node, String key) {
        boolean alone = PlainText.isBlankBeside(node);
        if (!alone) {
            styled("strong", node);
        }
        pins.add(new Pin(alone ? PlainText.of(node) : "", key));
    }
}
