package org.askance.storage.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Which examples to show. The parts are joined by *and*; within a set by *or*. An empty set or text filters nothing.
///
/// @param text every word must occur somewhere in the text, in any case; `"…"` holds words together; or it is the
///     example's key
/// @param labels task name to current labels
/// @param given task name to labels that the dataset came with
/// @param predictions task name to labels predicted by the current checkpoint
/// @param disagreement only examples where the current checkpoint predicts another label than the current one
/// @param annotator whose answers `answers` speaks of; anyone's if absent
public record ExampleFilter(String text, Set<Split> splits, Map<String, Set<String>> labels,
        Map<String, Set<String>> given, Map<String, Set<String>> predictions, boolean disagreement, Answers answers,
        @Nullable String annotator) {

    /// Everything.
    public static final ExampleFilter ALL = new ExampleFilter("", Set.of(), Map.of(), Map.of(), Map.of(), false,
            Answers.ANY, null);

    /// In a set of labels: the examples that have no label, or no prediction, in this task.
    public static final String NO_LABEL = "";

    public ExampleFilter {
        splits = Set.copyOf(splits);
        labels = Map.copyOf(labels);
        given = Map.copyOf(given);
        predictions = Map.copyOf(predictions);
    }

    public ExampleFilter withText(String newText) {
        return new ExampleFilter(newText, splits, labels, given, predictions, disagreement, answers, annotator);
    }

    public ExampleFilter withSplits(Set<Split> newSplits) {
        return new ExampleFilter(text, newSplits, labels, given, predictions, disagreement, answers, annotator);
    }

    public ExampleFilter withLabels(String task, Set<String> wanted) {
        return new ExampleFilter(text, splits, with(labels, task, wanted), given, predictions, disagreement, answers,
                annotator);
    }

    public ExampleFilter withGiven(String task, Set<String> wanted) {
        return new ExampleFilter(text, splits, labels, with(given, task, wanted), predictions, disagreement, answers,
                annotator);
    }

    public ExampleFilter withPredictions(String task, Set<String> wanted) {
        return new ExampleFilter(text, splits, labels, given, with(predictions, task, wanted), disagreement, answers,
                annotator);
    }

    public ExampleFilter withDisagreement(boolean only) {
        return new ExampleFilter(text, splits, labels, given, predictions, only, answers, annotator);
    }

    /// @param by whose answers; anyone's if absent
    public ExampleFilter withAnswers(Answers wanted, @Nullable String by) {
        return new ExampleFilter(text, splits, labels, given, predictions, disagreement, wanted, by);
    }

    private static Map<String, Set<String>> with(Map<String, Set<String>> old, String task, Set<String> wanted) {
        var changed = new HashMap<>(old);
        changed.put(task, Set.copyOf(wanted));
        return changed;
    }
}
