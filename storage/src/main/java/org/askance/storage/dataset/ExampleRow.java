package org.askance.storage.dataset;

import java.util.Map;

/// An example with what is known about it, by task name. A task without a label is absent from the map.
///
/// @param given the labels the dataset came with
/// @param current the latest standing answer, else the given label
/// @param predicted by the current checkpoint
public record ExampleRow(Example example, Map<String, String> given, Map<String, String> current,
        Map<String, PredictionCell> predicted) {}
