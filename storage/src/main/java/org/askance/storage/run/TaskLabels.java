package org.askance.storage.run;

import java.util.List;

/// What a network calls a task and its labels, in the order of its probabilities. The project may have renamed them
/// since, and have others.
public record TaskLabels(String task, List<String> labels) {

    public TaskLabels {
        labels = List.copyOf(labels);
    }
}
