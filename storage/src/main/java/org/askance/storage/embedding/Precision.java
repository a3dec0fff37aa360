package org.askance.storage.embedding;

import org.jspecify.annotations.Nullable;

/// How exactly a block of vectors is kept.
enum Precision {
    FLOAT32(0, 4),
    /// Half the bytes: 11 significant bits, up to 65,504.
    FLOAT16(1, 2);

    /// Of a vector's length; an embedding's cosines then stay right to the fourth decimal.
    private static final double MOST_ERROR = 1e-3;

    /// As files say it.
    final int code;
    final int bytes;

    Precision(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /// @return `null` for a code that none has
    static @Nullable Precision of(int code) {
        for (var precision : values()) {
            if (precision.code == code) {
                return precision;
            }
        }
        return null;
    }

    /// FLOAT16 unless that would move any of `rows` by more than a thousandth of its length, as it does where values
    /// are very large, very small, or no numbers.
    static Precision sufficient(float[][] rows) {
        for (float[] row : rows) {
            double length = 0;
            double error = 0;
            for (float value : row) {
                double lost = (double) Float.float16ToFloat(Float.floatToFloat16(value)) - value;
                length += (double) value * value;
                error += lost * lost;
            }
            // Written so that NaN fails.
            if (!(error <= MOST_ERROR * MOST_ERROR * length)) {
                return FLOAT32;
            }
        }
        return FLOAT16;
    }
}
