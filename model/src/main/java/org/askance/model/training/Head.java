package org.askance.model.training;

import java.util.List;
import org.askance.model.Task;

/// A head of a network that goes on from another one whose labels differ.
///
/// @param before the old network's task that it goes on from; empty: it starts anew
/// @param rows   by label of `task`: its place among the old task's labels; −1: it starts anew
public record Head(Task task, String before, List<Integer> rows) {

    public Head {
        rows = List.copyOf(rows);
        if (rows.size() != task.labels().size()) {
            throw new IllegalArgumentException(rows.size() + " rows for " + task);
        }
    }
}
