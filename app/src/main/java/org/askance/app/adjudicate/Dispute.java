package org.askance.app.adjudicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.jspecify.annotations.Nullable;

/// One example about which annotators disagree, with all that was said of it.
///
/// @param disputed tasks in which they do
/// @param answers  by annotator, by task
/// @param comments oldest first
/// @param decided  deciding answers that count, by task
/// @param gold     whether it is a gold example
record Dispute(ExampleRow row, List<TaskDefinition> tasks, Set<String> disputed,
        Map<String, Map<String, String>> answers, List<Comment> comments, Map<String, String> decided, boolean gold) {

    Dispute {
        tasks = List.copyOf(tasks);
        disputed = Set.copyOf(disputed);
        comments = List.copyOf(comments);
        decided = Map.copyOf(decided);
    }

    /// What an annotator wrote, or why they flagged.
    record Comment(String annotator, String text) {}

    /// Whether every task that is disputed has a deciding answer.
    boolean isSettled() {
        return decided.keySet().containsAll(disputed);
    }

    /// Reads it; `null` if there is no such example.
    static @Nullable Dispute of(Project project, long example) {
        var row = project.examples().row(example);
        if (row == null) {
            return null;
        }
        var answers = project.annotations().labelsByAnnotator(example);
        var comments = new ArrayList<Comment>();
        var decided = new HashMap<String, String>();
        for (var event : project.annotations().history(example)) {
            if (event.counts()) {
                read(event, comments, decided);
            }
        }
        var tasks = project.tasks().list();
        var disputed = new LinkedHashSet<String>();
        for (var task : tasks) {
            var given = new HashSet<String>();
            answers.values().forEach(byTask -> {
                if (byTask.containsKey(task.name())) {
                    given.add(byTask.getOrDefault(task.name(), ""));
                }
            });
            if (given.size() > 1) {
                disputed.add(task.name());
            }
        }
        return new Dispute(row, tasks, disputed, answers, comments, decided,
                !project.gold().of(example).labels().isEmpty());
    }

    private static void read(Event event, List<Comment> comments, Map<String, String> decided) {
        String value = event.value();
        String task = event.task();
        if ((event.kind() == EventKind.COMMENT || event.kind() == EventKind.FLAG) && value != null) {
            comments.add(new Comment(event.annotator(), value));
        } else if (event.circumstances().deciding() && task != null) {
            String label = event.label();
            if (label == null) {
                decided.remove(task);
            } else {
                decided.put(task, label);
            }
        }
    }
}
