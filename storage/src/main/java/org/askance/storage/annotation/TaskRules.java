package org.askance.storage.annotation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes a project's tasks usable as a whole.
final class TaskRules {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    // Keys of the annotation view itself.
    private static final Set<String> TAKEN = Set.of(" ", "?");

    private TaskRules() {}

    /// What is wrong with `tasks`, as a sentence that says what to change; `null` if nothing is.
    static @Nullable String problem(List<TaskDefinition> tasks) {
        var names = new HashSet<String>();
        var keys = new HashSet<String>();
        for (var task : tasks) {
            if (task.name().isBlank()) {
                return "A task needs a name.";
            }
            if (!names.add(task.name())) {
                return "There is a task ‘%s’ already. Choose another name.".formatted(task.name());
            }
            String problem = problem(task, keys);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String problem(TaskDefinition task, Set<String> keys) {
        if (task.labels().size() < 2) {
            return "The task ‘%s’ needs at least two labels.".formatted(task.name());
        }
        var names = new HashSet<String>();
        for (var label : task.labels()) {
            if (label.name().isBlank()) {
                return "A label of ‘%s’ has no name.".formatted(task.name());
            }
            if (!names.add(label.name())) {
                return "The task ‘%s’ has two labels ‘%s’. Rename one.".formatted(task.name(), label.name());
            }
            if (label.key().length() != 1 || TAKEN.contains(label.key())) {
                return "The label ‘%s’ needs a key: one letter, digit or sign, not ‘?’ or Space."
                        .formatted(label.name());
            }
            if (!keys.add(label.key().toUpperCase(Locale.ROOT))) {
                return "The key ‘%s’ of the label ‘%s’ is taken. Choose another.".formatted(label.key(),
                        label.name());
            }
            if (label.colour() != null && !COLOUR.matcher(label.colour()).matches()) {
                return "The colour of the label ‘%s’ must look like #1f77b4, but is ‘%s’.".formatted(label.name(),
                        label.colour());
            }
        }
        return null;
    }
}
