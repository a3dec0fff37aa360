package org.askance.app.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a key does wherever one is in the window. Each has a sentence in the strings.
public enum WindowAction {
    ANNOTATE("shortcut 1"), BROWSE("shortcut 2"), MAP("shortcut 3"), TRAIN("shortcut 4"), ADJUDICATE(
            "shortcut 5"),
    QUEUES("shortcut L"), GUIDELINES("shortcut G"), GOLD("shortcut shift G"), ANNOTATOR("shortcut U"), PROGRESS(
            "shortcut T"),
    PROJECT("F10");

    private final String usual;

    WindowAction(String usual) {
        this.usual = usual;
    }

    /// The keys it has before anyone changed them.
    List<Stroke> usual() {
        return Arrays.stream(usual.split("\n", -1)).map(Stroke::parse).flatMap(Optional::stream).toList();
    }

    /// Lasting: it is kept under this name, and its sentence has it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What goes to `place`.
    static WindowAction of(Place place) {
        return valueOf(place.name());
    }
}
