package org.askance.app.browse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askance.app.text.Strings;
import org.askance.app.ui.ActWords;
import org.askance.app.ui.Stroke;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.Split;

/// Something that can be done to all that is selected.
///
/// @param id     lasting, for whoever looks for it in a menu
/// @param stroke its key; empty where a label has taken it
record BulkAction(String id, String text, Act act, Optional<Stroke> stroke) {

    /// Everything that can be done in a project.
    ///
    /// @param labels by task, as people call it
    /// @param marks  flag and gold, put on and taken off
    /// @param clear  takes the annotator's own answers away
    record All(Map<String, List<BulkAction>> labels, List<BulkAction> marks, List<BulkAction> moves,
            BulkAction clear) {

        List<BulkAction> list() {
            var all = new ArrayList<BulkAction>();
            labels.values().forEach(all::addAll);
            all.addAll(marks);
            all.addAll(moves);
            all.add(clear);
            return all;
        }

        /// What a stroke does.
        Optional<BulkAction> find(Stroke stroke) {
            return list().stream().filter(action -> action.stroke.equals(Optional.of(stroke))).findFirst();
        }
    }

    private static final Map<Split, Stroke> SPLITS = new LinkedHashMap<>();
    static {
        int digit = 1;
        for (var split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE)) {
            SPLITS.put(split, new Stroke(Integer.toString(digit++), false, false, true));
        }
    }

    /// Labels come first: their keys are the project's.
    static All of(List<TaskDefinition> tasks, Strings strings) {
        var words = new ActWords(strings);
        var taken = new HashSet<Stroke>();
        var labels = new LinkedHashMap<String, List<BulkAction>>();
        for (var task : tasks) {
            labels.put(strings.getOr("task." + task.name(), task.name()), task.labels().stream()
                    .map(label -> new BulkAction("bulk-label-" + task.name() + "-" + label.name(),
                            words.label(label.name()), new Act.Label(Map.of(task.name(), label.name())),
                            Stroke.typed(label.key()).filter(taken::add)))
                    .toList());
        }
        var moves = SPLITS.entrySet().stream().map(split -> new BulkAction("bulk-move-" + split.getKey().key(),
                words.split(split.getKey()), new Act.Move(split.getKey()), free(split.getValue(), taken))).toList();
        var marks = new ArrayList<BulkAction>();
        marks.addAll(mark("F", "bulk.flag", new Act.Flag(null), "bulk.unflag", new Act.Unflag(), strings, taken));
        marks.addAll(mark("G", "bulk.gold", new Act.Gold(), "bulk.ungold", new Act.Ungold(), strings, taken));
        Set<String> names = tasks.stream().map(TaskDefinition::name).collect(Collectors.toSet());
        return new All(labels, marks, moves,
                new BulkAction("bulk-clear", strings.get("bulk.clear"), new Act.Clear(names),
                        free(new Stroke("DELETE", false, false, false), taken)));
    }

    /// One that puts it on, and one with Shift that takes it off.
    private static List<BulkAction> mark(String key, String on, Act act, String off, Act opposite, Strings strings,
            Set<Stroke> taken) {
        var stroke = Stroke.typed(key).orElseThrow();
        return List.of(new BulkAction(on.replace('.', '-'), strings.get(on), act, free(stroke, taken)),
                new BulkAction(off.replace('.', '-'), strings.get(off), opposite, free(stroke.withShift(), taken)));
    }

    private static Optional<Stroke> free(Stroke stroke, Set<Stroke> taken) {
        return taken.contains(stroke) ? Optional.empty() : Optional.of(stroke);
    }
}
