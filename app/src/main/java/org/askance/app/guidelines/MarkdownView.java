package org.askance.app.guidelines;

import javafx.scene.layout.VBox;
import org.commonmark.parser.Parser;

/// Markdown as nodes of ours. Its looks live in `guidelines.css`. FX thread.
final class MarkdownView extends VBox {

    private static final double GAP = 10;
    /// Blocks inside each other beyond these are taken as text: each costs stack.
    private static final int DEEPEST = 40;

    private final Parser parser = Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    private final PinnedExamples examples;

    MarkdownView(PinnedExamples examples) {
        super(GAP);
        this.examples = examples;
        getStyleClass().add("markdown");
        setMinWidth(0);
    }

    void show(String markdown) {
        getChildren().clear();
        parser.parse(markdown).accept(new MarkdownBlocks(this, examples::card));
    }
}
