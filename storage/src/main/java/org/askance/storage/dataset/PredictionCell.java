package org.askance.storage.dataset;

/// What the current checkpoint says of an example in one task.
///
/// @param confidence the probability of `label`, 0 to 1
public record PredictionCell(String label, float confidence) {}
