package org.askance.app.work;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Calibration;
import org.askance.model.evaluation.Classification;
import org.askance.model.evaluation.Figure;
import org.askance.model.evaluation.McNemar;
import org.askance.storage.dataset.Split;

/// How well a checkpoint answers the labelled pairs of a split, with all that a report needs.
///
/// @param byTask only tasks with a labelled pair
public record Evaluation(About about, Map<String, TaskEvaluation> byTask) {

    /// What was evaluated, on what, when.
    ///
    /// @param checkpoint its id in the project
    /// @param name       of the checkpoint, as people read it
    /// @param pairs      labelled pairs whose picture could be read
    /// @param unreadable labelled pairs that were left out
    /// @param labels     fingerprint of the labels that counted then
    /// @param atMs       since 1970, UTC
    public record About(long checkpoint, String name, Split split, String project, int pairs, int unreadable,
            String labels, long atMs, String version, String device) {}

    /// One task's part. Row i of the arrays belongs to `examples[i]`; a true class of −1 says that there is no
    /// label, and a pair whose picture cannot be read has none.
    ///
    /// @param intervals   95 % bootstrap intervals
    /// @param temperature fitted on the validation split; 1 where there is none to fit
    /// @param fittedOn    on so many pairs; 0 where validation has no labels, or no error
    /// @param bins        reliability as predicted
    /// @param scaledBins  the same after scaling by the temperature
    public record TaskEvaluation(List<String> labels, Classification result, Map<Figure, Bootstrap.Interval> intervals,
            double temperature, int fittedOn, List<Calibration.Bin> bins, List<Calibration.Bin> scaledBins,
            long[] examples, int[] truth, int[] predicted) {

        /// Expected calibration error as predicted.
        public double error() {
            return Calibration.error(bins);
        }

        /// Expected calibration error after scaling by the temperature.
        public double scaledError() {
            return Calibration.error(scaledBins);
        }
    }

    public Evaluation {
        byTask = Collections.unmodifiableMap(new LinkedHashMap<>(byTask));
    }

    /// By `TASK.METRIC`.
    public Map<String, Double> metrics() {
        var metrics = new TreeMap<String, Double>();
        byTask.forEach((task, of) -> {
            for (var figure : Figure.values()) {
                figure.of(of.result).ifPresent(value -> metrics.put(task + "." + figure.key(), value));
            }
            metrics.put(task + ".ece", of.error());
            metrics.put(task + ".ece_scaled", of.scaledError());
            metrics.put(task + ".temperature", of.temperature);
            metrics.put(task + ".count", (double) of.result.count());
        });
        return metrics;
    }

    /// Whether this and `other` err differently; empty where they were not asked the same pairs with the same
    /// labels.
    public Optional<McNemar> against(Evaluation other, String task) {
        var one = byTask.get(task);
        var two = other.byTask.get(task);
        return one == null || two == null || !Arrays.equals(one.examples, two.examples)
                || !Arrays.equals(one.truth, two.truth)
                        ? Optional.empty()
                        : Optional.of(McNemar.of(one.truth, one.predicted, two.predicted));
    }
}
