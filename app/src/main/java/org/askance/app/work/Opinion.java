package org.askance.app.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.evaluation.Calibration;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.run.Checkpoint;

/// What a checkpoint believes of one example, as people are shown it.
///
/// @param checkpoint its name
/// @param madeAt     when the project got to know it
/// @param byTask     empty before it was scored
public record Opinion(String checkpoint, Instant madeAt, Map<String, OfTask> byTask) {

    /// @param probabilities by label, of all labels that the network knows, scaled by the temperature
    /// @param temperature   fitted on the validation split when the checkpoint was evaluated; 1 where it was not
    public record OfTask(Map<String, Float> probabilities, double temperature) {

        public OfTask {
            probabilities = Map.copyOf(probabilities);
        }

        public boolean isCalibrated() {
            return temperature != 1;
        }
    }

    public Opinion {
        byTask = Map.copyOf(byTask);
    }

    /// Of `row`'s predictions, which are `checkpoint`'s.
    public static Opinion of(Checkpoint checkpoint, ExampleRow row, List<TaskDefinition> tasks) {
        var byTask = new HashMap<String, OfTask>();
        for (var task : tasks) {
            var cell = row.predicted().get(task.name());
            if (cell != null) {
                double temperature = temperature(checkpoint, task.name());
                byTask.put(task.name(), new OfTask(scaled(cell.probabilities(), temperature), temperature));
            }
        }
        return new Opinion(checkpoint.name(), checkpoint.createdAt(), byTask);
    }

    private static Map<String, Float> scaled(Map<String, Float> probabilities, double temperature) {
        var labels = List.copyOf(probabilities.keySet());
        var values = new float[labels.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = probabilities.getOrDefault(labels.get(i), 0f);
        }
        float[] scaled = Calibration.scaled(new float[][]{values}, temperature)[0];
        var byLabel = new HashMap<String, Float>();
        for (int i = 0; i < scaled.length; i++) {
            byLabel.put(labels.get(i), scaled[i]);
        }
        return byLabel;
    }

    /// It is fitted on the validation split, whichever split was evaluated.
    private static double temperature(Checkpoint checkpoint, String task) {
        return checkpoint.metrics().values().stream().map(metrics -> metrics.get(task + ".temperature"))
                .filter(temperature -> temperature != null && temperature > 0).findFirst().orElse(1.0);
    }
}
