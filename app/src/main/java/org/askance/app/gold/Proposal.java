package org.askance.app.gold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.askance.storage.Project;
import org.askance.storage.annotation.GoldRepository.Gold;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Example;
import org.jspecify.annotations.Nullable;

/// What could be the agreed answer of an example.
///
/// @param labels by task: those it is gold with, or else those that nobody disputes; fewer than there are tasks
/// @param note   why, where it is gold already
/// @param gold   whether it is
record Proposal(Example example, List<TaskDefinition> tasks, Map<String, String> labels, String note, boolean gold) {

    Proposal {
        tasks = List.copyOf(tasks);
        labels = Map.copyOf(labels);
    }

    /// Reads it; `null` if there is no such example.
    static @Nullable Proposal of(Project project, long example) {
        var row = project.examples().row(example);
        if (row == null) {
            return null;
        }
        var tasks = project.tasks().list();
        var gold = project.gold().of(example);
        if (!gold.labels().isEmpty()) {
            return new Proposal(row.example(), tasks, gold.labels(), note(gold), true);
        }
        var labels = new HashMap<>(row.given());
        labels.putAll(row.answered());
        labels.putAll(decidedElsePutAside(project, example, labels));
        labels.values().removeIf(String::isEmpty);
        return new Proposal(row.example(), tasks, labels, "", false);
    }

    private static String note(Gold gold) {
        return gold.note() == null ? "" : gold.note();
    }

    /// For tasks in which annotators disagree: the deciding label, or none, as an empty one.
    private static Map<String, String> decidedElsePutAside(Project project, long example,
            Map<String, String> counting) {
        var given = new HashMap<String, HashSet<String>>();
        project.annotations().labelsByAnnotator(example).values().forEach(byTask -> byTask
                .forEach((task, label) -> given.computeIfAbsent(task, _ -> new HashSet<>()).add(label)));
        var decided = new HashSet<String>();
        for (var event : project.annotations().history(example)) {
            if (event.counts() && event.circumstances().deciding() && event.task() != null) {
                decided.add(event.task());
            }
        }
        var changes = new HashMap<String, String>();
        given.forEach((task, labels) -> {
            if (labels.size() > 1) {
                changes.put(task, decided.contains(task) ? counting.getOrDefault(task, "") : "");
            }
        });
        return changes;
    }
}
