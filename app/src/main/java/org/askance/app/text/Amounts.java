package org.askance.app.text;

import java.time.Duration;

/// Amounts as people read them.
public final class Amounts {

    private static final double STEP = 1_000;

    private Amounts() {}

    /// Three digits or so: `947 B`, `12.3 MB`, `441 MB`.
    public static String bytes(Strings strings, long count) {
        var units = new String[]{"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        double amount = (double) count;
        // 999.6 would be written 1000.
        while (amount >= STEP - 0.5 && unit < units.length - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(strings.locale(), unit > 0 && amount < 99.95 ? "%.1f %s" : "%.0f %s", amount, units[unit]);
    }

    /// `48 s`, `2 min 5 s`, `3 h 10 min`.
    public static String time(double seconds) {
        var duration = Duration.ofSeconds(Math.round(seconds));
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
