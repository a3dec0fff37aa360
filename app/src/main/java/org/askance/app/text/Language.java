package org.askance.app.text;

import java.util.Locale;

/// What the program speaks.
public enum Language {
    /// The system's, if the program speaks it, else English.
    SYSTEM, ENGLISH, GERMAN;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is asked for in words; anything unknown follows the system.
    public static Language of(String name) {
        for (var one : values()) {
            if (one.key().equals(name)) {
                return one;
            }
        }
        return SYSTEM;
    }

    Locale locale() {
        return switch (this) {
            case SYSTEM -> Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals(Locale.GERMAN.getLanguage())
                    ? Locale.GERMAN
                    : Locale.ENGLISH;
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
    }
}
