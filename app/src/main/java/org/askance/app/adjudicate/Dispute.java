package org.askance.app.adjudicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.told.Kept;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;

/// One example about which annotators disagree, with all that was said of it.
///
/// @param problem  why the picture cannot be used; [Told#NOTHING] if it can
/// @param disputed tasks in which they do
/// @param voices   of those who answered, and then of those who only wrote something
/// @param decided  deciding answers that count, by task
/// @param gold     whether it is a gold example
/// @param inForce  version of the guidelines that is now; 0 where there are none
record Dispute(ExampleRow row, Told problem, List<TaskDefinition> tasks, Set<String> disputed, List<Voice> voices,
        Map<String, String> decided, boolean gold, int inForce) {

    Dispute {
        tasks = List.copyOf(tasks);
        disputed = Set.copyOf(disputed);
        voices = List.copyOf(voices);
        decided = Map.copyOf(decided);
    }

    /// What one annotator said.
    ///
    /// @param answers    by task
    /// @param comments   what they wrote, or why they flagged; oldest first
    /// @param guidelines versions that their answers were given under, ascending; 0 for none
    record Voice(String annotator, Map<String, String> answers, List<String> comments, List<Integer> guidelines) {
        Voice {
            answers = Map.copyOf(answers);
            comments = List.copyOf(comments);
            guidelines = List.copyOf(guidelines);
        }
    }

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
        var heard = new Heard(project.annotations().labelsByAnnotator(example));
        project.annotations().history(example).stream().filter(Event::counts).forEach(heard::read);
        var tasks = project.tasks().list();
        var disputed = new LinkedHashSet<String>();
        for (var task : tasks) {
            var given = new HashSet<String>();
            heard.answers.values().forEach(byTask -> {
                if (byTask.containsKey(task.name())) {
                    given.add(byTask.getOrDefault(task.name(), ""));
                }
            });
            if (given.size() > 1) {
                disputed.add(task.name());
            }
        }
        String problem = row.example().problem();
        return new Dispute(row, problem == null ? Told.NOTHING : Kept.read(problem), tasks, disputed, heard.voices(),
                heard.decided,
                !project.gold().of(example).labels().isEmpty(), project.guidelines().current().version());
    }

    /// Reads the history of an example.
    private static final class Heard {
        private final Map<String, Map<String, String>> answers;
        private final Map<String, List<String>> comments = new LinkedHashMap<>();
        /// By annotator, by task.
        private final Map<String, Map<String, Integer>> guidelines = new HashMap<>();
        private final Map<String, String> decided = new HashMap<>();

        /// @param answers that count, by annotator, by task
        Heard(Map<String, Map<String, String>> answers) {
            this.answers = answers;
        }

        void read(Event event) {
            String value = event.value();
            String task = event.task();
            if ((event.kind() == EventKind.COMMENT || event.kind() == EventKind.FLAG) && value != null) {
                comments.computeIfAbsent(event.annotator(), _ -> new ArrayList<>()).add(value);
            } else if (task == null) {
                return;
            } else if (event.circumstances().deciding()) {
                String label = event.label();
                if (label == null) {
                    decided.remove(task);
                } else {
                    decided.put(task, label);
                }
            } else {
                guidelines.computeIfAbsent(event.annotator(), _ -> new HashMap<>()).put(task,
                        Objects.requireNonNullElse(event.circumstances().guideline(), 0));
            }
        }

        List<Voice> voices() {
            var names = new LinkedHashSet<>(answers.keySet());
            names.addAll(comments.keySet());
            return names.stream().map(name -> {
                var own = answers.getOrDefault(name, Map.of());
                var under = guidelines.getOrDefault(name, Map.of());
                return new Voice(name, own, comments.getOrDefault(name, List.of()), own.keySet().stream()
                        .map(task -> under.getOrDefault(task, 0)).distinct().sorted().toList());
            }).toList();
        }
    }
}
