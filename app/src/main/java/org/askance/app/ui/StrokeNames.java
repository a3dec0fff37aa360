package org.askance.app.ui;

import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.askance.app.text.Strings;

/// Strokes in people's words.
public record StrokeNames(Strings strings) {

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
}
