package org.askance.storage.query;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands before the sign of a term. A task's name may stand there too.
public enum Field {
    LABEL(":"), GIVEN(":"), ANSWER(":"), PRED(":", "predicted"), CONF("<", "confidence"), MARGIN("<"), ENTROPY(
            ">"),
    SPLIT(":"), BY(":"), FLAG(":"), HAS(":"), IS(":"), KEY(":", "id"), DISAGREE("");

    private final String sign;
    private final String also;

    Field(String sign) {
        this(sign, "");
    }

    Field(String sign, String also) {
        this.sign = sign;
        this.also = also;
    }

    /// As it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What usually follows the word; empty if it stands alone.
    public String sign() {
        return sign;
    }

    /// Whether it is compared with a number.
    boolean isMeasure() {
        return this == CONF || this == MARGIN || this == ENTROPY;
    }

    static @Nullable Field of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return null;
        }
        return Arrays.stream(values()).filter(field -> field.word().equals(lower) || field.also.equals(lower))
                .findFirst().orElse(null);
    }
}
