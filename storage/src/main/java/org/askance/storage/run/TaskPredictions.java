package org.askance.storage.run;

/// A checkpoint's probabilities for one task: `probabilities[i]`, in the labels' order, belong to `examples[i]`.
public record TaskPredictions(String task, long[] examples, float[][] probabilities) {}
