package org.askance.app.annotate.keys;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.askance.app.text.Strings;

/// Strokes and what they do, in people's words.
public record KeyNames(Strings strings) {

    private static final Map<String, String> SYMBOLS = Map.of("RIGHT", "→", "LEFT", "←", "UP", "↑", "DOWN", "↓",
            "BACK_SPACE", "⌫");

    /// For example `Ctrl+Z`.
    public String of(Stroke stroke) {
        return (stroke.shortcut() ? strings.get("keys.name.ctrl") + "+" : "")
                + (stroke.alt() ? strings.get("keys.name.alt") + "+" : "")
                + (stroke.shift() ? strings.get("keys.name.shift") + "+" : "") + key(stroke.key());
    }

    private String key(String key) {
        String symbol = SYMBOLS.get(key);
        if (symbol != null) {
            return symbol;
        }
        String named = strings.getOr("keys.name." + key.toLowerCase(Locale.ROOT).replace("_", ""), "");
        if (!named.isEmpty() || key.length() == 1) {
            return named.isEmpty() ? key : named;
        }
        try {
            return KeyCode.valueOf(key).getName();
        } catch (IllegalArgumentException _) {
            return key;
        }
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
