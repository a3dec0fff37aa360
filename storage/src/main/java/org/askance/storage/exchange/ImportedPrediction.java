package org.askance.storage.exchange;

/// What a network outside this program predicted.
///
/// @param model as the source calls it
/// @param score of the label, 0 to 1; NaN if the source does not say
public record ImportedPrediction(String model, String task, String label, double score) {}
