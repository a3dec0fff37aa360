package org.askance.app.annotate.keys;

import java.util.Map;

/// What a stroke asks for.
public sealed interface Command {

    record Act(KeyAction action) implements Command {}

    /// Answers with one label.
    record Label(String task, String label) implements Command {}

    /// Answers two tasks at once.
    ///
    /// @param labels label by task
    record Both(Map<String, String> labels) implements Command {
        public Both {
            labels = Map.copyOf(labels);
        }
    }
}
