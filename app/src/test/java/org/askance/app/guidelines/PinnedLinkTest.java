package org.askance.app.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A key that is pinned is found again, whatever signs it holds.
class PinnedLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"k0", "a b", "a+b", "100%", "<x>", "a\\b", "日本 🌧️", "img/1.jpg", "a%20b", "(x)",
            "a&amp;b"})
    void aKeyComesBack(String key) {
        var found = new String[1];
        Parser.builder().build().parse(PinnedLink.markdown("An example", key)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found[0] = PinnedLink.key(link.getDestination()).orElse(null);
            }
        });
        assertThat(found[0]).isEqualTo(key);
    }
}
