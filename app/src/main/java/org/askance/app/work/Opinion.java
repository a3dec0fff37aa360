package org.askance.app.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.evaluation.Calibration;
import org.askance.model.evaluation.Classification;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.run.Checkpoint;

/// What a checkpoint believes of one example, as people are shown it.
///
/// @param checkpoint its name
/// @param madeAt     when the project got to know it
/// @param byTask     empty before it was scored
public record Opinion(String checkpoint, Instant madeAt, Map<String, OfTask> byTask) {

    /// @param probabilities in the labels' order, scaled by the temperature
    /// @param temperature   fitted on the validation split when the checkpoint was evaluated; 1 where it was not
    public record OfTask(float[] probabilities, double temperature) {

        public boolean isCalibrated() {
            return temperature != 1;
        }
    }

    public Opinion {
        byTask = Map.copyOf(byTask);
    }

    /// Of `row`'s predictions, which are `checkpoint`'s. Those for other labels than the task has now are left out:
    /// their numbers would stand beside wrong names.
    public static Opinion of(Checkpoint checkpoint, ExampleRow row, List<TaskDefinition> tasks) {
        var byTask = new HashMap<String, OfTask>();
        for (var task : tasks) {
            var cell = row.predicted().get(task.name());
            if (cell != null && cell.probabilities().length == task.labels().size()
                    && task.labelNames().indexOf(cell.label()) == Classification.argMax(cell.probabilities())) {
                double temperature = temperature(checkpoint, task.name());
                byTask.put(task.name(), new OfTask(
                        Calibration.scaled(new float[][]{cell.probabilities()}, temperature)[0], temperature));
            }
        }
        return new Opinion(checkpoint.name(), checkpoint.createdAt(), byTask);
    }

    /// It is fitted on the validation split, whichever split was evaluated.
    private static double temperature(Checkpoint checkpoint, String task) {
        return checkpoint.metrics().values().stream().map(metrics -> metrics.get(task + ".temperature"))
                .filter(temperature -> temperature != null && temperature > 0).findFirst().orElse(1.0);
    }
}
