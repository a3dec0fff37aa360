package org.askance.storage.annotation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.askance.storage.told.OfTasks;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// What makes a project's tasks usable as a whole.
final class TaskRules {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final int LONGEST = 200;

    // Keys of the annotation view itself.
    private static final Set<String> TAKEN = Set.of(" ", "?");

    private TaskRules() {}

    /// What is wrong with `tasks`, as a sentence that says what to change; `null` if nothing is.
    static @Nullable Told problem(List<TaskDefinition> tasks) {
        var names = new HashSet<String>();
        var keys = new HashMap<String, String>();
        for (var task : tasks) {
            if (task.name().isBlank()) {
                return OfTasks.UNNAMED_TASK.with();
            }
            if (isUnreadable(task.name())) {
                return OfTasks.TASK_NAME.with(LONGEST);
            }
            if (!names.add(plain(task.name()))) {
                return OfTasks.TASK_TWICE.with(task.name());
            }
            var problem = problem(task, keys);
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

    private static @Nullable Told problem(TaskDefinition task, Map<String, String> keys) {
        if (task.labels().size() < 2) {
            return OfTasks.FEW_LABELS.with(task.name());
        }
        var names = new HashSet<String>();
        for (var label : task.labels()) {
            if (label.name().isBlank()) {
                return OfTasks.UNNAMED_LABEL.with(task.name());
            }
            if (isUnreadable(label.name())) {
                return OfTasks.LABEL_NAME.with(LONGEST);
            }
            if (!names.add(plain(label.name()))) {
                return OfTasks.TWO_LABELS.with(task.name(), label.name());
            }
            if (label.key().length() != 1 || label.key().isBlank() || TAKEN.contains(label.key())) {
                return OfTasks.NO_KEY.with(label.name());
            }
            String holder = keys.putIfAbsent(label.key().toUpperCase(Locale.ROOT), label.name());
            if (holder != null) {
                return OfTasks.KEY_TAKEN.with(label.key(),
                        label.name(), holder);
            }
            if (label.colour() != null && !COLOUR.matcher(label.colour()).matches()) {
                return OfTasks.COLOUR.with(label.name(),
                        label.colour());
            }
        }
        return null;
    }
}
