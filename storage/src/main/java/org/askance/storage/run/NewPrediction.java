package org.askance.storage.run;

import java.util.Map;

/// Probabilities of an example by task, in the order of the task's labels.
public record NewPrediction(long example, Map<String, float[]> probabilities) {

    public NewPrediction {
        probabilities = Map.copyOf(probabilities);
    }
}
