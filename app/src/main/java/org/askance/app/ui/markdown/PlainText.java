package org.askance.app.ui.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The words of a Markdown node without anything that sets them apart. Walks without recursion: words may be nested as
/// deep as a text is long.
public final class PlainText {

    private PlainText() {}

    public static String of(Node root) {
        var words = new StringBuilder();
        var node = root.getFirstChild();
        while (node != null) {
            words.append(own(node));
            node = node.getFirstChild() == null ? after(node, root) : node.getFirstChild();
        }
        return words.toString();
    }

    private static String own(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak _ -> " ";
            case HardLineBreak _ -> " ";
            case FencedCodeBlock code -> code.getLiteral();
            case IndentedCodeBlock code -> code.getLiteral();
            // Words of two blocks are not one word.
            case Paragraph _ -> " ";
            case TableCell _ -> " ";
            default -> "";
        };
    }

    private static @Nullable Node after(Node node, Node root) {
        var at = node;
        while (at != null && !at.equals(root)) {
            if (at.getNext() != null) {
                return at.getNext();
            }
            at = at.getParent();
        }
        return null;
    }

    /// Whether nothing but other links stands in the same block.
    static boolean isBlankBeside(Node node) {
        var parent = node.getParent();
        for (var one = parent == null ? null : parent.getFirstChild(); one != null; one = one.getNext()) {
            boolean apart = switch (one) {
                case Link _ -> true;
                case Image _ -> true;
                case SoftLineBreak _ -> true;
                case HardLineBreak _ -> true;
                case Text text -> text.getLiteral().isBlank();
                default -> false;
            };
            if (!apart) {
                return false;
            }
        }
        return true;
    }
}
