package org.askance.storage.annotation;

import java.util.List;

/// A question asked about every example. The order of the labels is the order of a network's outputs.
public record TaskDefinition(long id, String name, List<LabelDefinition> labels) {

    public List<String> labelNames() {
        return labels.stream().map(LabelDefinition::name).toList();
    }
}
