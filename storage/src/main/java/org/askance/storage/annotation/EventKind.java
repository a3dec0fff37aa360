package org.askance.storage.annotation;

import java.util.Locale;

/// What an annotator did.
public enum EventKind {
    ANSWER, CLEAR, SKIP, FLAG, UNFLAG, COMMENT, SPLIT, GOLD, UNGOLD, UNDO, REDO;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EventKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
