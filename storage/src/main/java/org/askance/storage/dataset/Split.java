package org.askance.storage.dataset;

import java.util.Locale;

/// Which part of a dataset an example belongs to.
public enum Split {
    TRAIN, VALIDATION, TEST, NONE;

    /// As files and the database spell it, for example `train`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the usual spellings (`dev`, `val`, `valid` too); anything else is `NONE`.
    public static Split of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "train", "training" -> TRAIN;
            case "validation", "valid", "val", "dev" -> VALIDATION;
            case "test", "testing" -> TEST;
            default -> NONE;
        };
    }
}
