package org.askance.app.report;

import java.util.Locale;
import org.askance.app.text.Strings;
import org.askance.model.evaluation.Bootstrap;
import org.jspecify.annotations.Nullable;

/// How figures are spelt wherever an evaluation is shown.
public final class Figures {

    private static final double LEAST_P = 0.001;

    private Figures() {}

    /// Three digits behind the point.
    public static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public static String interval(Bootstrap.Interval interval) {
        return share(interval.low()) + "–" + share(interval.high());
    }

    /// With its 95 % interval behind it, if it has one.
    public static String with(double value, Bootstrap.@Nullable Interval interval) {
        return interval == null ? share(value) : share(value) + " (" + interval(interval) + ")";
    }

    /// A p-value; small ones are not spelt out.
    public static String p(Strings strings, double value) {
        return value < LEAST_P ? strings.get("report.p.small") : strings.get("report.p", share(value));
    }

    /// Points of a hundred, one digit behind the point.
    static String points(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
