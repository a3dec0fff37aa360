package org.askance.app.labels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.askance.app.labels.LabelsViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.LabelColours;
import org.askance.storage.annotation.KeptTask;
import org.askance.storage.annotation.KeptTask.KeptLabel;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;

/// What an edit amounts to, and why it cannot be made: names, keys and colours that are free, orders, and that what
/// stays keeps its colour.
record Proposals(State.Ready ready, LabelKeys keys, Strings strings) {

    /// Queries and imports do not look at case.
    private static String plain(String name) {
        return name.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /// `wanted`, with a number where that is taken.
    private static String free(String wanted, List<String> taken) {
        var names = taken.stream().map(Proposals::plain).toList();
        for (int number = 1;; number++) {
            String name = number == 1 ? wanted : wanted + " " + number;
            if (!names.contains(plain(name))) {
                return name;
            }
        }
    }

    private List<String> taskNames() {
        return ready.tasks().stream().map(KeptTask::name).toList();
    }

    TaskDefinition task(Preset preset) {
        return switch (preset) {
            case SARCASM -> withKeys(TaskDefinition.SARCASM);
            case SENTIMENT -> withKeys(TaskDefinition.SENTIMENT);
            case OWN -> withKeys(new TaskDefinition(free(strings.get("labels.new.task"), taskNames()), List.of(
                    new LabelDefinition(strings.get("labels.new.yes"), ""),
                    new LabelDefinition(strings.get("labels.new.no"), ""))));
        };
    }

    /// The same, with free keys where its own are taken.
    TaskDefinition withKeys(TaskDefinition task) {
        var labels = new ArrayList<LabelDefinition>();
        var taken = new ArrayList<String>();
        for (var label : task.labels()) {
            boolean usable = !label.key().isEmpty() && !taken.contains(label.key())
                    && keys.problem("", "", label.key()).isEmpty();
            String key = usable ? label.key() : keys.free(label.name(), taken);
            taken.add(key);
            labels.add(new LabelDefinition(label.name(), key, label.colour()));
        }
        return new TaskDefinition(task.name(), labels);
    }

    /// Its key if that is free still.
    String key(KeptLabel label) {
        return keys.problem("", "", label.key()).isEmpty() ? label.key() : keys.free(label.name());
    }

    LabelDefinition label(KeptTask task) {
        String name = free(strings.get("labels.new.label"), task.labels().stream().map(KeptLabel::name).toList());
        var definition = State.Ready.definition(task);
        var taken = new ArrayList<String>();
        for (int i = 0; i < definition.labels().size(); i++) {
            taken.add(LabelColours.of(definition, i));
        }
        return new LabelDefinition(name, keys.free(name), LabelColours.PALETTE.stream()
                .filter(colour -> !taken.contains(colour)).findFirst().orElse(null));
    }

    /// @return empty where it stands at the end already
    static Optional<List<String>> moved(List<String> names, String name, int by) {
        int from = names.indexOf(name);
        if (from < 0 || from + by < 0 || from + by >= names.size()) {
            return Optional.empty();
        }
        var order = new ArrayList<>(names);
        Collections.swap(order, from, from + by);
        return Optional.of(order);
    }

    /// `first`, after which labels from `from` on, whose colour is that of their place, keep it.
    static List<TaskChange> keepingColours(KeptTask task, int from, TaskChange first) {
        var changes = new ArrayList<TaskChange>();
        changes.add(first);
        var definition = State.Ready.definition(task);
        for (int i = from; i < definition.labels().size(); i++) {
            var label = definition.labels().get(i);
            if (label.colour() == null) {
                changes.add(new TaskChange.ChangeLabel(task.name(), label.name(),
                        new LabelDefinition(label.name(), label.key(), LabelColours.of(definition, i))));
            }
        }
        return changes;
    }

    /// Asks `task` again, with free keys where its own are taken meanwhile.
    List<TaskChange> restored(KeptTask task) {
        var kept = State.Ready.definition(task).labels();
        var keyed = withKeys(State.Ready.definition(task)).labels();
        var changes = new ArrayList<TaskChange>();
        changes.add(new TaskChange.RestoreTask(task.name()));
        for (int i = 0; i < kept.size(); i++) {
            if (!kept.get(i).equals(keyed.get(i))) {
                changes.add(new TaskChange.ChangeLabel(task.name(), kept.get(i).name(), keyed.get(i)));
            }
        }
        return changes;
    }

    /// Why a task cannot be called `to`, as a sentence.
    ///
    /// @param task what it is called now; empty for a new one
    Optional<String> taskNameProblem(String task, String to) {
        if (to.isBlank()) {
            return Optional.of(strings.get("labels.task.nameless"));
        }
        return taskNames().stream().anyMatch(one -> !one.equals(task) && plain(one).equals(plain(to)))
                ? Optional.of(strings.get("labels.task.had", word("task", to)))
                : Optional.empty();
    }

    Optional<String> nameProblem(KeptTask task, String label, String to) {
        if (to.isBlank()) {
            return Optional.of(strings.get("labels.nameless"));
        }
        return task.labels().stream().filter(one -> !one.name().equals(label) && plain(one.name()).equals(plain(to)))
                .findFirst().map(one -> strings.get(one.retired() ? "labels.name.retired" : "labels.name.taken",
                        word("label", one.name()), word("task", task.name())));
    }

    /// Why a task cannot be taken away, as a sentence.
    Optional<String> lastTask(String task) {
        return ready.asked().stream().allMatch(one -> one.name().equals(task))
                ? Optional.of(strings.get("labels.task.last"))
                : Optional.empty();
    }

    /// Why a label cannot be taken away, as a sentence.
    Optional<String> lastLabels(KeptTask task) {
        return task.offered().size() > 2
                ? Optional.empty()
                : Optional.of(strings.get("labels.two", word("task", task.name())));
    }

    private String word(String kind, String name) {
        return strings.getOr(kind + "." + name, name);
    }
}
