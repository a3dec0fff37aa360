package org.askance.app.guidelines;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The words of a Markdown node without anything that sets them apart.
final class PlainText extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();

    private PlainText() {}

    static String of(Node node) {
        var text = new PlainText();
        text.visitChildren(node);
        return text.words.toString();
    }

    /// Whether nothing but other links stands in the same block.
    static boolean isBlankBeside(Node node) {
        var parent = node.getParent();
        for (var one = parent == null ? null : parent.getFirstChild(); one != null; one = one.getNext()) {
            boolean apart = one instanceof Link || one instanceof Image || one instanceof SoftLineBreak
                    || one instanceof HardLineBreak || (one instanceof Text text && text.getLiteral().isBlank());
            if (!apart) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }
}
