package org.askance.model.training;

import java.util.Map;
import java.util.TreeMap;

/// What one epoch came to.
///
/// @param epoch      from 1
/// @param trainLoss  mean over the epoch's steps
/// @param validation metrics on the validation split, for example `sarcasm.macro_f1`; empty without one
public record EpochRecord(int epoch, double trainLoss, Map<String, Double> validation) {

    public EpochRecord {
        validation = java.util.Collections.unmodifiableMap(new TreeMap<>(validation));
    }

    /// Mean macro-F1 over the tasks, by which the best epoch is chosen; NaN without validation.
    public double meanMacroF1() {
        return validation.entrySet().stream().filter(metric -> metric.getKey().endsWith(".macro_f1"))
                .mapToDouble(Map.Entry::getValue).average().orElse(Double.NaN);
    }
}
