package org.askance.app.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.annotate.keys.KeyAction;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeymap;

/// All keys with what they do, line by line: those that answer, all others of the pair, and those of the whole window. The overlay and the manual show them.
record KeyLines(List<Line> answering, List<Line> others, List<Line> everywhere) {

    /// @param keys apart by spaces
    record Line(String keys, String does) {}

    private static final List<KeyAction> ANSWERING = List.of(KeyAction.ACCEPT, KeyAction.SKIP, KeyAction.FLAG,
            KeyAction.COMMENT, KeyAction.UNDO, KeyAction.REDO, KeyAction.NEXT, KeyAction.PREVIOUS);

    KeyLines {
        answering = List.copyOf(answering);
        others = List.copyOf(others);
        everywhere = List.copyOf(everywhere);
    }

    static KeyLines of(KeyTable table, WindowKeymap window, KeyNames names) {
        return new KeyLines(answering(table, names), others(table, names), Stream.of(WindowAction.values())
                .map(action -> new Line(names.of(window.of(action)), names.of(action))).toList());
    }

    private static List<Line> answering(KeyTable table, KeyNames names) {
        var lines = new ArrayList<Line>();
        for (var task : table.tasks()) {
            lines.add(new Line(task.labels().stream().map(label -> label.key()).collect(Collectors.joining("  ")),
                    names.strings().get("keys.labels", names.task(task.name()),
                            task.labelNames().stream().map(names::label).collect(Collectors.joining(", ")))));
        }
        if (table.canAnswerBoth(table.keymap().block())) {
            int rows = table.tasks().getFirst().labels().size();
            int columns = table.tasks().getLast().labels().size();
            lines.add(new Line(table.both(0, 0).map(names::of).orElse("") + " … "
                    + table.both(rows - 1, columns - 1).map(names::of).orElse(""), names.strings().get("keys.both")));
        }
        ANSWERING.forEach(action -> lines.add(line(table, names, action)));
        return lines;
    }

    private static List<Line> others(KeyTable table, KeyNames names) {
        var strings = names.strings();
        var rest = Stream.of(KeyAction.values()).filter(action -> !ANSWERING.contains(action))
                .map(action -> line(table, names, action));
        var manual = Stream.of(new Line("F1", strings.get("keys.manual")));
        var pan = Stream.of(new Line("← → ↑ ↓", strings.get("keys.pan")));
        return Stream.of(manual, rest, pan).flatMap(lines -> lines).toList();
    }

    private static Line line(KeyTable table, KeyNames names, KeyAction action) {
        return new Line(names.of(table.of(action)), names.of(action));
    }
}
