package org.askance.storage.dataset;

import java.util.Map;
import java.util.Set;

/// Which examples to find; every part narrows, an empty part does not.
///
/// @param text        words, all of which must start a word of the text
/// @param splits      any of these
/// @param labels      by task: the current label (the answer, or else the given one) is any of these
/// @param predictions by task: the current checkpoint's label is any of these
/// @param disagreement only where the current checkpoint contradicts the current label in some task
/// @param answers     whether annotators have answered
public record ExampleFilter(String text, Set<Split> splits, Map<String, Set<String>> labels,
        Map<String, Set<String>> predictions, boolean disagreement, Answers answers) {

    /// Whether any annotator has answered.
    public enum Answers {
        ANY, ANSWERED, UNANSWERED
    }

    public static final ExampleFilter ALL = new ExampleFilter("", Set.of(), Map.of(), Map.of(), false, Answers.ANY);

    public ExampleFilter {
        splits = Set.copyOf(splits);
        labels = Map.copyOf(labels);
        predictions = Map.copyOf(predictions);
    }

    public ExampleFilter withAnswers(Answers only) {
        return new ExampleFilter(text, splits, labels, predictions, disagreement, only);
    }

    public ExampleFilter withSplits(Set<Split> only) {
        return new ExampleFilter(text, only, labels, predictions, disagreement, answers);
    }
}
