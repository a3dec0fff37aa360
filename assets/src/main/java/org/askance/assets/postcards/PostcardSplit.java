package org.askance.assets.postcards;

import java.util.Locale;

/// Train, validation or test.
enum PostcardSplit {
    TRAIN, VALIDATION, TEST;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
