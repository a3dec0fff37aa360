package org.askance.storage.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// Reads labels as files spell them.
final class LabelMatcher {

    private static final Set<String> NONE = Set.of("", "null", "none", "nan", "n/a", "-100", "-1");
    private static final String NOT = "not sarcastic";
    private static final String YES = "sarcastic";
    private static final Map<String, String> SARCASM = Map.ofEntries(Map.entry("0", NOT), Map.entry("1", YES),
            Map.entry("0.0", NOT), Map.entry("1.0", YES), Map.entry("no", NOT), Map.entry("yes", YES),
            Map.entry("false", NOT), Map.entry("true", YES), Map.entry("non-sarcastic", NOT),
            Map.entry("not_sarcastic", NOT), Map.entry("not-sarcastic", NOT), Map.entry("non_sarcastic", NOT),
            Map.entry("nonsarcastic", NOT), Map.entry("sarcasm", YES));
    private static final Map<String, String> SENTIMENT = Map.of("pos", "positive", "neg", "negative", "neu",
            "neutral");

    private final Map<String, TaskDefinition> tasks;
    private final Map<String, Map<String, String>> spellings = new HashMap<>();

    LabelMatcher(List<TaskDefinition> tasks) {
        this.tasks = tasks.stream().collect(Collectors.toMap(TaskDefinition::name, Function.identity()));
        for (var task : tasks) {
            var byName = new HashMap<String, String>();
            var others = task.name().equals(TaskDefinition.SARCASM.name())
                    ? SARCASM
                    : task.name().equals(TaskDefinition.SENTIMENT.name()) ? SENTIMENT : Map.<String, String>of();
            others.forEach((spelling, label) -> {
                if (task.labelNames().contains(label)) {
                    byName.put(spelling, label);
                }
            });
            task.labelNames().forEach(label -> byName.put(plain(label), label));
            spellings.put(task.name(), byName);
        }
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /// A label, none, or a value that is no label of the task.
    sealed interface Match {
        record Label(String name) implements Match {}

        record None() implements Match {}

        record Unknown(Told reason) implements Match {}
    }

    Match match(String task, @Nullable String value) {
        String plain = value == null ? "" : plain(value);
        var byName = spellings.get(task);
        if (NONE.contains(plain) && (byName == null || !byName.containsKey(plain))) {
            return new Match.None();
        }
        var definition = tasks.get(task);
        if (definition == null || byName == null) {
            return new Match.Unknown(OfReading.NO_TASK.with(task));
        }
        var label = byName.get(plain);
        return label != null
                ? new Match.Label(label)
                : new Match.Unknown(OfReading.NO_LABEL.with(String.valueOf(value), task,
                        String.join(", ", definition.labelNames())));
    }

    boolean isNone(@Nullable String value) {
        return value == null || NONE.contains(plain(value));
    }

    /// The only task that has a label spelt so; `null` if there is none, or more than one.
    @Nullable
    String taskOf(String value) {
        var found = tasks.keySet().stream().filter(task -> match(task, value) instanceof Match.Label).toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    boolean isTask(String name) {
        return tasks.containsKey(name);
    }

    Set<String> tasks() {
        return tasks.keySet();
    }
}
