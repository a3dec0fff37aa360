package org.askance.app.ui.markdown;

import java.util.Optional;
import javafx.scene.layout.Region;

/// What the links and pictures of a text lead to: each place that shows Markdown has its own. FX thread.
public interface Targets {

    /// Something that is shown below the words which point at it.
    ///
    /// @param caption the words of the link; empty where they stand in the midst of a sentence
    record Pin(String caption, String destination) {}

    /// Whether the target is shown below the words instead of being followed.
    boolean isPinned(String destination);

    /// Shows it. Asked only where [#isPinned].
    Region card(Pin pin);

    /// What following a link does; nothing where it is only read, and its address is written out then.
    default Optional<Runnable> link(String destination) {
        return Optional.empty();
    }

    /// The picture; nothing where its description stands for it.
    default Optional<Region> picture(String destination, String description) {
        return Optional.empty();
    }
}
