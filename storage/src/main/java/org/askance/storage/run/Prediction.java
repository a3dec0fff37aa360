package org.askance.storage.run;

import java.util.Map;

/// What a checkpoint says of an example.
///
/// @param probabilities task name to probabilities in the order of the task's labels
public record Prediction(long exampleId, Map<String, float[]> probabilities) {}
