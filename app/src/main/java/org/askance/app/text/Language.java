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

    /// The system's own, before anything else was asked for.
    private static final Locale FOUND = Locale.getDefault(Locale.Category.DISPLAY);

    Locale locale() {
        return switch (this) {
            case SYSTEM -> FOUND.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
    }

    /// From now on what others wrote speaks it too: JavaFX's own buttons, and the menus of its fields, look up their
    /// words in the default locale each time they are made. A region of the same language stays, and so does how numbers
    /// and dates are written.
    public void speak() {
        var format = Locale.getDefault(Locale.Category.FORMAT);
        var spoken = locale();
        var kept = FOUND.getLanguage().equals(spoken.getLanguage()) ? FOUND : spoken;
        Locale.setDefault(kept);
        Locale.setDefault(Locale.Category.FORMAT, format);
    }
}
