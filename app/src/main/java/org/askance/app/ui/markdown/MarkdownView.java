package org.askance.app.ui.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// Markdown as nodes of ours. Its looks live in `markdown.css`. FX thread.
public final class MarkdownView extends VBox {

    private static final double GAP = 10;
    /// Blocks inside each other beyond these are taken as text: each costs stack.
    private static final int DEEPEST = 40;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST).build();

    private final Targets targets;
    private final Map<String, Region> headings = new HashMap<>();

    public MarkdownView(Targets targets) {
        super(GAP);
        this.targets = targets;
        getStyleClass().add("markdown");
        getStylesheets().add(
                Objects.requireNonNull(MarkdownView.class.getResource("markdown.css")).toExternalForm());
        setMinWidth(0);
    }

    /// The parts of a text, as they will be shown. Thread-safe.
    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    public void show(String markdown) {
        show(parse(markdown));
    }

    public void show(Node parsed) {
        getChildren().clear();
        headings.clear();
        parsed.accept(new MarkdownBlocks(this, targets, headings));
    }

    /// The heading of that name, see [Anchor].
    public Optional<Region> heading(String anchor) {
        return Optional.ofNullable(headings.get(anchor));
    }
}
