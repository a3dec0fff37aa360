package org.askance.app.report;

import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.model.evaluation.Bootstrap;
import org.jspecify.annotations.Nullable;

/// How figures are spelt wherever an evaluation is shown.
public final class Figures {

    private static final double LEAST_P = 0.001;

    private Figures() {}

    /// Three digits behind the point.
    public static String share(Strings strings, double value) {
        return Numbers.decimals(strings, value, 3);
    }

    public static String interval(Strings strings, Bootstrap.Interval interval) {
        return share(strings, interval.low()) + "–" + share(strings, interval.high());
    }

    /// With its 95 % interval behind it, if it has one.
    public static String with(Strings strings, double value, Bootstrap.@Nullable Interval interval) {
        return interval == null
                ? share(strings, value)
                : share(strings, value) + " (" + interval(strings, interval) + ")";
    }

    /// A p-value; small ones are not spelt out.
    public static String p(Strings strings, double value) {
        return value < LEAST_P ? strings.get("report.p.small") : strings.get("report.p", share(strings, value));
    }

    /// Points of a hundred, one digit behind the point.
    static String points(Strings strings, double share) {
        return Numbers.decimals(strings, 100 * share, 1);
    }
}
