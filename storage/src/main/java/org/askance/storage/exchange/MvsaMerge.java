package org.askance.storage.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// MVSA's rule for one label from several annotators' labels of text and image: the majority of each half; then
/// equal halves give that label, a neutral half gives way to the other, and opposite halves drop the pair.
final class MvsaMerge {

    private static final String NEUTRAL = "neutral";

    private MvsaMerge() {}

    sealed interface Merged {
        record Label(String name) implements Merged {}

        record Dropped(ExampleSource.Drop reason) implements Merged {}
    }

    /// @param texts  each annotator's label of the text, at least one
    /// @param images each annotator's label of the image, at least one
    static Merged of(List<String> texts, List<String> images) {
        var text = majority(texts);
        var image = majority(images);
        if (text.isEmpty() || image.isEmpty()) {
            return new Merged.Dropped(ExampleSource.Drop.NO_MAJORITY);
        }
        if (text.equals(image) || image.equals(NEUTRAL)) {
            return new Merged.Label(text);
        }
        return text.equals(NEUTRAL)
                ? new Merged.Label(image)
                : new Merged.Dropped(ExampleSource.Drop.CONTRADICTION);
    }

    /// The label with more votes than any other; empty if there is none.
    private static String majority(List<String> votes) {
        var counts = new HashMap<String, Integer>();
        votes.forEach(vote -> counts.merge(vote, 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var leading = new ArrayList<String>();
        counts.forEach((label, count) -> {
            if (count == most) {
                leading.add(label);
            }
        });
        return leading.size() == 1 ? leading.getFirst() : "";
    }
}
