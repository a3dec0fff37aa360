package org.askance.storage.annotation;

import java.util.Map;
import java.util.Set;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;

/// What an annotator does to one example or many, in one gesture.
public sealed interface Act {

    /// Gives labels, by task; at least one.
    record Label(Map<String, String> labels) implements Act {
        public Label {
            labels = Map.copyOf(labels);
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("an answer needs a label");
            }
        }
    }

    /// Takes the annotator's own answers for `tasks` away, without another in their place.
    record Clear(Set<String> tasks) implements Act {
        public Clear {
            tasks = Set.copyOf(tasks);
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("name the tasks to clear");
            }
        }
    }

    record Skip() implements Act {}

    /// Marks for everyone to look at.
    record Flag(@Nullable String reason) implements Act {}

    record Unflag() implements Act {}

    record Comment(String text) implements Act {
        public Comment {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a comment needs words");
            }
        }
    }

    /// Moves to another split.
    record Move(Split split) implements Act {}

    /// Makes it a gold one, with the labels that count for it and that nobody disputes; one without any stays as it
    /// is.
    record Gold() implements Act {}

    /// Makes it an example like others.
    record Ungold() implements Act {}
}
