package org.askance.storage.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question that annotators answer with one of `labels`, in the order in which they are shown.
public record TaskDefinition(String name, List<LabelDefinition> labels) {

    /// @param key    what annotators press for it
    /// @param colour as `#rrggbb`; `null` for one of the theme's
    public record LabelDefinition(String name, String key, @Nullable String colour) {

        public LabelDefinition(String name, String key) {
            this(name, key, null);
        }
    }

    public static final TaskDefinition SARCASM = new TaskDefinition("sarcasm",
            List.of(new LabelDefinition("not sarcastic", "1"), new LabelDefinition("sarcastic", "2")));

    public static final TaskDefinition SENTIMENT = new TaskDefinition("sentiment",
            List.of(new LabelDefinition("positive", "P"), new LabelDefinition("negative", "N"),
                    new LabelDefinition("neutral", "U")));

    public TaskDefinition {
        labels = List.copyOf(labels);
    }

    public List<String> labelNames() {
        return labels.stream().map(LabelDefinition::name).toList();
    }
}
