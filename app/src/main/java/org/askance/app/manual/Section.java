package org.askance.app.manual;

import java.util.ArrayList;
import java.util.List;
import org.askance.app.ui.markdown.Anchor;
import org.askance.app.ui.markdown.PlainText;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// A heading of a page and the words below it, to be searched.
///
/// @param heading the page's title for what stands before any other
/// @param anchor  empty for that
record Section(String heading, String anchor, String words) {

    static List<Section> of(Node page) {
        var sections = new ArrayList<Section>();
        String heading = "";
        String anchor = "";
        var words = new StringBuilder();
        for (var block = page.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                if (!heading.isEmpty()) {
                    sections.add(new Section(heading, anchor, words.toString().strip()));
                }
                heading = PlainText.of(block);
                anchor = sections.isEmpty() && words.isEmpty() && anchor.isEmpty() && ((Heading) block).getLevel() == 1
                        ? ""
                        : Anchor.of(heading);
                words.setLength(0);
            } else {
                words.append(' ').append(PlainText.of(block));
            }
        }
        sections.add(new Section(heading, anchor, words.toString().strip()));
        return sections;
    }
}
