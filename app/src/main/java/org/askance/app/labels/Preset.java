package org.askance.app.labels;

import java.util.Locale;

/// What a new task starts as.
enum Preset {
    SARCASM, SENTIMENT, OWN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
