package org.askance.app.text;

/// Numbers with decimals as the program's language writes them, for people to read. What files, style sheets and other
/// programs read has a point in every language. Thread-safe.
public final class Numbers {

    private Numbers() {}

    /// Rounded, with so many digits behind the point.
    public static String decimals(Strings strings, double value, int digits) {
        return String.format(strings.locale(), "%." + digits + "f", value);
    }

    /// A share of one in whole percents.
    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
