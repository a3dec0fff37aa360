package org.askance.assets.postcards;

import java.util.Locale;

/// What one half of a pair says, taken literally and alone.
public enum Polarity {
    POSITIVE, NEGATIVE, NEUTRAL;

    /// The name as labels and files spell it, for example `positive`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this half takes a side; only two polar halves can contradict each other.
    public boolean isPolar() {
        return this != NEUTRAL;
    }

    /// The other side; neutral stays neutral.
    Polarity opposite() {
        return switch (this) {
            case POSITIVE -> NEGATIVE;
            case NEGATIVE -> POSITIVE;
            case NEUTRAL -> NEUTRAL;
        };
    }
}
