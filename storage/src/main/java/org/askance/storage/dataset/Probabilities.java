package org.askance.storage.dataset;

import java.util.Locale;
import java.util.StringJoiner;

/// Probabilities as a JSON array, so that any tool can read the column.
public final class Probabilities {

    private Probabilities() {}

    /// For example `[0.913,0.087]`, with six decimals.
    public static String format(float[] probabilities) {
        var json = new StringJoiner(",", "[", "]");
        for (float p : probabilities) {
            json.add(String.format(Locale.ROOT, "%.6f", p));
        }
        return json.toString();
    }

    /// Reads what [#format] wrote.
    public static float[] parse(String json) {
        String inner = json.substring(1, json.length() - 1);
        if (inner.isEmpty()) {
            return new float[0];
        }
        String[] parts = inner.split(",", -1);
        var values = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Float.parseFloat(parts[i]);
        }
        return values;
    }
}
