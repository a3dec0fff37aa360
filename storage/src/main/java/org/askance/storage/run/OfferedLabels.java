package org.askance.storage.run;

import java.util.List;

/// Where a network's labels stand among those that the project offers now.
///
/// @param network the network's name for the task
/// @param task    the project's
/// @param indices one per label of the network: its index among the offered ones; -1 if it is not offered
public record OfferedLabels(String network, String task, List<Integer> indices) {

    public OfferedLabels {
        indices = List.copyOf(indices);
    }
}
