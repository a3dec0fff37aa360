package org.askance.storage.annotation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes a project's tasks usable as a whole.
final class TaskRules {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final int LONGEST = 200;

    // Keys of the annotation view itself.
    private static final Set<String> TAKEN = Set.of(" ", "?");

    private TaskRules() {}

    /// What is wrong with `tasks`, as a sentence that says what to change; `null` if nothing is.
    static @Nullable String problem(List<TaskDefinition> tasks) {
        var names = new HashSet<String>();
        var keys = new HashMap<String, String>();
        for (var task : tasks) {
            if (task.name().isBlank()) {
                return "A task needs a name.";
            }
            if (isUnreadable(task.name())) {
                return "The name of a task may have %d characters, and no line breaks.".formatted(LONGEST);
            }
            if (!names.add(plain(task.name()))) {
                return "There is a task ‘%s’ already. Choose another name.".formatted(task.name());
            }
            String problem = problem(task, keys);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /// Queries and imports do not look at case.
    private static String plain(String name) {
        return name.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static boolean isUnreadable(String name) {
        return name.codePointCount(0, name.length()) > LONGEST || name.chars().anyMatch(Character::isISOControl);
    }

    private static @Nullable String problem(TaskDefinition task, Map<String, String> keys) {
        if (task.labels().size() < 2) {
            return "The task ‘%s’ needs at least two labels.".formatted(task.name());
        }
        var names = new HashSet<String>();
        for (var label : task.labels()) {
            if (label.name().isBlank()) {
                return "A label of ‘%s’ has no name.".formatted(task.name());
            }
            if (isUnreadable(label.name())) {
                return "The name of a label may have %d characters, and no line breaks.".formatted(LONGEST);
            }
            if (!names.add(plain(label.name()))) {
                return "The task ‘%s’ has two labels ‘%s’. Rename one.".formatted(task.name(), label.name());
            }
            if (label.key().length() != 1 || label.key().isBlank() || TAKEN.contains(label.key())) {
                return "The label ‘%s’ needs a key: one letter, digit or sign, not ‘?’ or Space."
                        .formatted(label.name());
            }
            String holder = keys.putIfAbsent(label.key().toUpperCase(Locale.ROOT), label.name());
            if (holder != null) {
                return "The key ‘%s’ of the label ‘%s’ is that of ‘%s’ already. Choose another.".formatted(label.key(),
                        label.name(), holder);
            }
            if (label.colour() != null && !COLOUR.matcher(label.colour()).matches()) {
                return "The colour of the label ‘%s’ must look like #1f77b4, but is ‘%s’.".formatted(label.name(),
                        label.colour());
            }
        }
        return null;
    }
}
