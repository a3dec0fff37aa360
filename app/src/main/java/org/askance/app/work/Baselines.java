package org.askance.app.work;

import java.util.Map;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Classification;
import org.askance.model.evaluation.Figure;
import org.askance.storage.dataset.Split;

/// What the words alone and the pictures alone give on a split. A network that is hardly better than these has
/// learnt little from the pair.
///
/// @param from   name of the checkpoint whose encoders they read with
/// @param labels fingerprint of the split's labels then
/// @param made   fingerprint of all that they depend on: pairs, checkpoint, plan with its seed, program
/// @param byHalf by task; only tasks with a labelled pair
public record Baselines(String from, Split split, String labels, String made,
        Map<Half, Map<String, Part>> byHalf) {

    /// @param intervals 95 % bootstrap intervals
    public record Part(Classification result, Map<Figure, Bootstrap.Interval> intervals) {}

    /// What a baseline sees of a pair.
    public enum Half {
        TEXT, IMAGE;

        /// As files spell it.
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
