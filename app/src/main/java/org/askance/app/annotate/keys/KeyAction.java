package org.askance.app.annotate.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.askance.app.ui.Stroke;

/// All that a key can do to the pair, besides answering with a label. Each has a sentence in the strings.
public enum KeyAction {
    ACCEPT("SPACE"), SKIP("S"), FLAG("F"), COMMENT("C"), UNDO("BACK_SPACE", "shortcut Z"), REDO("shift BACK_SPACE",
            "shortcut Y", "shortcut shift Z"),
    NEXT("RIGHT", "ENTER", "PAGE_DOWN"), PREVIOUS("LEFT", "PAGE_UP"), ZOOM_IN("+", "="), ZOOM_OUT("-"), ZOOM_FIT(
            "Z"),
    ZOOM_ACTUAL("shift Z"), ROTATE("R"), ROTATE_BACK("shift R"), EXPLAIN("E"), EXPLAIN_NEXT("shift E"), WEAKER(","),
    STRONGER("."), HELP("?"), KEYS("K"), LABELS("L");

    /// Line by line.
    private final String usual;

    KeyAction(String... usual) {
        this.usual = String.join("\n", usual);
    }

    /// The keys it has before anyone changed them.
    List<Stroke> usual() {
        return Arrays.stream(usual.split("\n", -1)).map(Stroke::parse).flatMap(Optional::stream).toList();
    }

    /// Lasting: it is kept under this name, and its sentence has it.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
