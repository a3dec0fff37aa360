package org.askance.app.ui.markdown;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.ui.TweetText;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Makes nodes of parsed Markdown, block by block.
final class MarkdownBlocks extends AbstractVisitor {

    private static final double GAP = 9;
    private static final double TIGHT = 3;
    /// What is nested deeper stays where it is: words need room.
    private static final int MOST_INDENTS = 5;
    private static final double EMOJI_PX = 17;

    private final Targets targets;
    private final Map<String, Region> headings;
    private VBox box;
    private int indents;

    /// @param into     gets the blocks
    /// @param headings gets them by their anchors
    MarkdownBlocks(VBox into, Targets targets, Map<String, Region> headings) {
        this.box = into;
        this.targets = targets;
        this.headings = headings;
    }

    @Override
    public void visit(Heading heading) {
        words(heading, "heading-" + heading.getLevel());
        if (!box.getChildren().isEmpty() && box.getChildren().getLast() instanceof Region shown) {
            headings.putIfAbsent(Anchor.of(PlainText.of(heading)), shown);
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        words(paragraph, "paragraph");
    }

    private void words(Node block, String style) {
        var text = InlineText.of(block, targets);
        if (!text.isBlank()) {
            text.flow().getStyleClass().add(style);
            box.getChildren().add(text.flow());
        }
        box.getChildren().addAll(text.below());
    }

    @Override
    public void visit(BlockQuote quote) {
        inside(new VBox(GAP), "quote", quote);
    }

    private void inside(VBox inner, String style, Node node) {
        if (indents == MOST_INDENTS) {
            visitChildren(node);
            return;
        }
        indents++;
        inner.getStyleClass().add(style);
        var outer = box;
        outer.getChildren().add(inner);
        box = inner;
        visitChildren(node);
        box = outer;
        indents--;
    }

    @Override
    public void visit(BulletList list) {
        items(list, _ -> "•");
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        items(list, index -> (start == null ? 1 : start) + index + ".");
    }

    private void items(ListBlock list, Function<Integer, String> mark) {
        if (indents == MOST_INDENTS) {
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                visitChildren(item);
            }
            return;
        }
        indents++;
        var all = new VBox(list.isTight() ? TIGHT : GAP);
        all.getStyleClass().add("list");
        box.getChildren().add(all);
        var outer = box;
        int index = 0;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var bullet = new Label(mark.apply(index++));
            bullet.getStyleClass().add("bullet");
            bullet.setMinWidth(Region.USE_PREF_SIZE);
            box = new VBox(list.isTight() ? TIGHT : GAP);
            box.setMinWidth(0);
            HBox.setHgrow(box, Priority.ALWAYS);
            var line = new HBox(8, bullet, box);
            line.setAlignment(Pos.TOP_LEFT);
            visitChildren(item);
            all.getChildren().add(line);
        }
        box = outer;
        indents--;
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    /// HTML is shown as it is written.
    @Override
    public void visit(HtmlBlock html) {
        code(html.getLiteral());
    }

    private void code(String text) {
        var flow = new TextFlow();
        flow.getStyleClass().add("code-block");
        TweetText.append(flow, text.stripTrailing(), EMOJI_PX, List.of("words", "code-words"));
        flow.setAccessibleText(text);
        box.getChildren().add(flow);
    }

    /// Tables are no part of plain Markdown.
    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            box.getChildren().add(MarkdownTable.of(table, targets));
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(ThematicBreak line) {
        box.getChildren().add(new Separator());
    }
}
