package org.askance.app.ui.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
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

/// The words of one block, set as Markdown asks. What stands below them, cards and pictures, is collected. A picture
/// that the targets do not know is not loaded: its description stands for it.
final class InlineText extends AbstractVisitor {

    private static final double EMOJI_PX = 17;
    /// So many styles inside each other are followed; the rest of such a text is no longer set apart.
    private static final int DEEPEST = 40;

    private final TextFlow flow = new TextFlow();
    private final List<Region> below = new ArrayList<>();
    private final Targets targets;
    private final Deque<String> styles = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();

    private InlineText(Targets targets) {
        this.targets = targets;
        styles.push("words");
    }

    static InlineText of(Node block, Targets targets) {
        var text = new InlineText(targets);
        text.visitChildren(block);
        text.flush();
        TweetText.direct(text.flow, PlainText.of(block));
        return text;
    }

    /// Whether the block has no words.
    boolean isBlank() {
        return flow.getChildren().stream()
                .allMatch(node -> node instanceof javafx.scene.text.Text text && text.getText().isBlank());
    }

    TextFlow flow() {
        return flow;
    }

    List<Region> below() {
        return below;
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
        if (targets.isPinned(link.getDestination())) {
            pin(link, link.getDestination());
            return;
        }
        var follow = targets.link(link.getDestination());
        if (follow.isPresent()) {
            follow(link, follow.get());
            return;
        }
        styled("link", link);
        if (!link.getDestination().equals(PlainText.of(link))) {
            literal("address", " (" + link.getDestination() + ")");
        }
    }

    /// A control of its own: the keyboard must reach it.
    private void follow(Link link, Runnable follow) {
        flush();
        var followed = new Hyperlink(PlainText.of(link));
        followed.getStyleClass().add("followed");
        followed.setTooltip(new Tooltip(link.getDestination()));
        followed.setOnAction(_ -> follow.run());
        followed.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                followed.fire();
                key.consume();
            }
        });
        flow.getChildren().add(followed);
    }

    @Override
    public void visit(Image image) {
        if (targets.isPinned(image.getDestination())) {
            pin(image, image.getDestination());
            return;
        }
        targets.picture(image.getDestination(), PlainText.of(image)).ifPresentOrElse(below::add,
                () -> styled("emphasis", image));
    }

    /// In the midst of a sentence its caption belongs to it.
    private void pin(Node node, String destination) {
        boolean alone = PlainText.isBlankBeside(node);
        if (!alone) {
            styled("strong", node);
        }
        below.add(targets.card(new Targets.Pin(alone ? PlainText.of(node) : "", destination)));
    }
}
