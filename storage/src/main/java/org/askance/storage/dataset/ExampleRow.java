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

    /// The likeliest label and how sure the network is, 0 to 1, with the probability of every label that the network
    /// knows: some of them may be retired, and the project may have others since.
    public record PredictionCell(String label, double confidence, Map<String, Float> probabilities) {

        public PredictionCell {
            probabilities = Map.copyOf(probabilities);
        }
    }
}
