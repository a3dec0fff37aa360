package org.askance.assets.postcards;

import java.util.Locale;

/// Train, validation or test.
enum PostcardSplit {
    TRAIN(0), VALIDATION(1), TEST(2);

    private final int number;

    PostcardSplit(int number) {
        this.number = number;
    }

    /// Goes into seeds; it must never change.
    int number() {
        return number;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
