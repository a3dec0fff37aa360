package org.askance.app.work;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;

/// A filter as words: `split:test`, `is:answered`, `is:unanswered`, `is:disputed`; all else is looked for in the
/// texts.
public record FilterWords(ExampleFilter filter, List<String> unknown) {

    public FilterWords {
        unknown = List.copyOf(unknown);
    }

    /// @return a filter, and the words with a colon that mean nothing
    public static FilterWords of(String words) {
        Set<Split> splits = EnumSet.noneOf(Split.class);
        var answers = ExampleFilter.Answers.ANY;
        boolean disagreement = false;
        var text = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var word : words.strip().split("\\s+", -1)) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "split:train" -> splits.add(Split.TRAIN);
                case "split:validation" -> splits.add(Split.VALIDATION);
                case "split:test" -> splits.add(Split.TEST);
                case "split:none" -> splits.add(Split.NONE);
                case "is:answered" -> answers = ExampleFilter.Answers.ANSWERED;
                case "is:unanswered" -> answers = ExampleFilter.Answers.UNANSWERED;
                case "is:disputed" -> disagreement = true;
                default -> (word.matches("[a-z]+:.*") ? unknown : text).add(word);
            }
        }
        return new FilterWords(new ExampleFilter(String.join(" ", text), splits, ExampleFilter.ALL.labels(),
                ExampleFilter.ALL.predictions(), disagreement, answers), unknown);
    }
}
