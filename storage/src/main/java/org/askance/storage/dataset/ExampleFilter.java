package org.askance.storage.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.storage.query.Queries;

/// Which examples to find, as clicked together; every part narrows, an empty part does not.
///
/// @param text        a query of its own
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

    /// The same as a query's text.
    public String query() {
        var terms = new ArrayList<String>();
        if (!text.isBlank()) {
            terms.add("(" + text.strip() + ")");
        }
        if (!splits.isEmpty()) {
            terms.add(Queries.term("split", splits.stream().map(Split::key).sorted().toList()));
        }
        labels.forEach((task, names) -> any(terms, "label", task, names));
        predictions.forEach((task, names) -> any(terms, "pred", task, names));
        if (disagreement) {
            terms.add("disagree");
        }
        switch (answers) {
            case ANY -> {
            }
            case ANSWERED -> terms.add("has:answer");
            case UNANSWERED -> terms.add("-has:answer");
        }
        return String.join(" ", terms);
    }

    private static void any(List<String> terms, String field, String task, Set<String> names) {
        if (!names.isEmpty()) {
            terms.add(Queries.labels(field, task, names.stream().sorted().toList()));
        }
    }

    public ExampleFilter withAnswers(Answers only) {
        return new ExampleFilter(text, splits, labels, predictions, disagreement, only);
    }

    public ExampleFilter withSplits(Set<Split> only) {
        return new ExampleFilter(text, only, labels, predictions, disagreement, answers);
    }
}
