package org.askance.storage.dataset;

import java.util.Map;

/// An example with all that lists show of it. Maps are by task.
///
/// @param given     labels that the dataset came with
/// @param answered  labels that annotators gave
/// @param predicted by the current checkpoint
public record ExampleRow(Example example, Map<String, String> given, Map<String, String> answered,
        Map<String, PredictionCell> predicted) {

    public ExampleRow {
        given = Map.copyOf(given);
        answered = Map.copyOf(answered);
        predicted = Map.copyOf(predicted);
    }

    /// The likeliest label and how sure the network is, 0 to 1, with all probabilities in the labels' order.
    public record PredictionCell(String label, double confidence, float[] probabilities) {}
}
