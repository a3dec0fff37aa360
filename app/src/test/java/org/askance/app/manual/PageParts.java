package org.askance.app.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.markdown.MarkdownView;
import org.askance.app.ui.markdown.PlainText;
import org.askance.assets.ManualFiles;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/// What a page of the manual is made of, for tests that hold it to its word.
public record PageParts(ManualPage page, List<String> headings, List<String> links, List<String> pictures,
        List<String> commands, List<String> queries, List<String> lines) {

    /// Above a column of queries, in each language.
    private static final Set<String> QUERY = Set.of("Query", "Abfrage");

    /// Of every page of a language.
    public static List<PageParts> all(String language) {
        return Arrays.stream(ManualPage.values()).map(page -> of(page, language)).toList();
    }

    private static PageParts of(ManualPage page, String language) {
        var parts = new PageParts(page, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>());
        MarkdownView.parse(ManualFiles.page(language, page.file()).orElseThrow()).accept(new Collector(parts));
        return parts;
    }

    private static final class Collector extends AbstractVisitor {

        private final PageParts parts;

        private Collector(PageParts parts) {
            this.parts = parts;
        }

        @Override
        public void visit(Heading heading) {
            parts.headings.add(PlainText.of(heading));
            visitChildren(heading);
        }

        @Override
        public void visit(ListItem item) {
            parts.lines.add("item");
            visitChildren(item);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                parts.lines.add("row");
            }
            visitChildren(node);
        }

        @Override
        public void visit(Link link) {
            parts.links.add(link.getDestination());
        }

        @Override
        public void visit(Image image) {
            parts.pictures.add(image.getDestination());
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.getLiteral().lines().filter(line -> !line.isBlank()).forEach(line -> {
                if (code.getInfo().equals("query")) {
                    parts.queries.add(line);
                } else if (line.startsWith("askance ")) {
                    parts.commands.add(line);
                }
            });
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock && QUERY.contains(PlainText.of(first(block)).strip())) {
                for (var row = block.getLastChild().getFirstChild(); row != null; row = row.getNext()) {
                    if (first(row).getFirstChild() instanceof Code code) {
                        parts.queries.add(code.getLiteral());
                    }
                }
            }
            visitChildren(block);
        }

        /// The first cell, however deep it stands.
        private static Node first(Node of) {
            var at = of;
            while (!(at instanceof org.commonmark.ext.gfm.tables.TableCell)) {
                at = at.getFirstChild();
            }
            return at;
        }
    }
}
