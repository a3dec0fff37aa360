package org.askance.app.manual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.markdown.MarkdownView;
import org.askance.assets.ManualFiles;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/// All pages, read and ready to be shown and searched. Thread-safe, as long as nobody changes a parsed page.
///
/// @param language whose pictures belong to it
/// @param pictures by their paths, as pages name them
record Manual(String language, Map<ManualPage, Page> pages, Map<String, PictureSize> pictures) {

    private static final int MOST_HITS = 60;

    /// @param text as it is written, to be copied
    record Page(ManualPage id, String title, String text, Node parsed, List<Section> sections) {}

    /// Where the words that were looked for stand.
    record Hit(ManualPage page, String title, Section section, String around) {}

    private record Ranked(Hit hit, int weight) {}

    /// Reads every page. Takes some tens of milliseconds: not on the FX thread.
    static Manual read(String language) {
        var pages = new EnumMap<ManualPage, Page>(ManualPage.class);
        var pictures = new HashMap<String, PictureSize>();
        for (var id : ManualPage.values()) {
            String text = ManualFiles.page(language, id.file()).orElseThrow(
                    () -> new IllegalStateException("the manual lacks the page " + id.file()));
            var parsed = MarkdownView.parse(text);
            var sections = Section.of(parsed);
            parsed.accept(new AbstractVisitor() {
                @Override
                public void visit(Image image) {
                    PictureSize.of(language, image.getDestination())
                            .ifPresent(size -> pictures.put(image.getDestination(), size));
                }
            });
            pages.put(id, new Page(id, sections.getFirst().heading(), text, parsed, sections));
        }
        return new Manual(language, pages, pictures);
    }

    Page page(ManualPage id) {
        return Objects.requireNonNull(pages.get(id));
    }

    /// Sections in which every one of `words` stands, the likeliest first.
    List<Hit> find(String words) {
        var wanted = FoldedText.words(words);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Ranked>();
        for (var page : pages.values()) {
            // Its title belongs to each of its sections.
            String title = FoldedText.of(page.title).folded();
            for (var section : page.sections) {
                String heading = FoldedText.of(section.heading()).folded();
                var text = FoldedText.of(section.words());
                int weight = 0;
                boolean all = true;
                for (var word : wanted) {
                    int here = (title.contains(word) ? 4 : 0) + (heading.contains(word) ? 4 : 0)
                            + (text.folded().contains(word) ? 1 : 0);
                    all &= here > 0;
                    weight += here;
                }
                if (all) {
                    found.add(new Ranked(new Hit(page.id, page.title, section, text.around(wanted)), weight));
                }
            }
        }
        return found.stream().sorted(Comparator.comparingInt(Ranked::weight).reversed()).limit(MOST_HITS)
                .map(Ranked::hit).toList();
    }
}
