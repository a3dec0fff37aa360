package org.askance.app.annotate.keys;

import java.util.List;
import java.util.stream.Collectors;
import org.askance.app.text.Strings;
import org.askance.app.ui.Stroke;
import org.askance.app.ui.StrokeNames;
import org.askance.app.ui.WindowAction;

/// Strokes and what they do, in people's words.
public record KeyNames(Strings strings) {

    /// For example `Ctrl+Z`.
    public String of(Stroke stroke) {
        return new StrokeNames(strings).of(stroke);
    }

    /// Several, apart by spaces; a dash for none.
    public String of(List<Stroke> strokes) {
        return strokes.isEmpty() ? "–" : strokes.stream().map(this::of).collect(Collectors.joining("  "));
    }

    /// The first of several; empty for none.
    public String first(List<Stroke> strokes) {
        return strokes.isEmpty() ? "" : of(strokes.getFirst());
    }

    /// What an action does, as a sentence.
    public String of(KeyAction action) {
        return strings.get("keys.does." + action.key());
    }

    /// What an action of the whole window does, as a sentence.
    public String of(WindowAction action) {
        return strings.get("keys.window." + action.key());
    }

    /// What a stroke does, to be named in a sentence.
    public String of(Command command) {
        return switch (command) {
            case Command.Act(var action) -> of(action);
            case Command.Label(String _, String label) -> label(label);
            case Command.Both(var labels) -> labels.values().stream().sorted().map(this::label)
                    .collect(Collectors.joining(" + "));
        };
    }

    public String label(String name) {
        return strings.getOr("label." + name, name);
    }

    public String task(String name) {
        return strings.getOr("task." + name, name);
    }
}
