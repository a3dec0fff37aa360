package org.askance.storage.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// Reads labels as files spell them.
final class LabelMatcher {

    private static final Set<String> NONE = Set.of("", "null", "none", "nan", "n/a", "-100");
    private static final Map<String, String> SARCASM = Map.of("0", "not sarcastic", "1", "sarcastic", "no",
            "not sarcastic", "yes", "sarcastic", "false", "not sarcastic", "true", "sarcastic", "non-sarcastic",
            "not sarcastic", "not_sarcastic", "not sarcastic");

    private final Map<String, TaskDefinition> tasks;

    LabelMatcher(List<TaskDefinition> tasks) {
        this.tasks = tasks.stream().collect(java.util.stream.Collectors.toMap(TaskDefinition::name, task -> task));
    }

    /// A label, none, or a value that is no label of the task.
    sealed interface Match {
        record Label(String name) implements Match {}

        record None() implements Match {}

        record Unknown(String reason) implements Match {}
    }

    Match match(String task, @Nullable String value) {
        String plain = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        if (NONE.contains(plain)) {
            return new Match.None();
        }
        var definition = tasks.get(task);
        if (definition == null) {
            return new Match.Unknown("the project has no task " + task);
        }
        String wanted = task.equals(TaskDefinition.SARCASM.name()) ? SARCASM.getOrDefault(plain, plain) : plain;
        for (var label : definition.labelNames()) {
            if (label.toLowerCase(Locale.ROOT).equals(wanted)) {
                return new Match.Label(label);
            }
        }
        return new Match.Unknown("'" + value + "' is no label of " + task + " ("
                + String.join(", ", definition.labelNames()) + "); the pair is imported without it");
    }
}
