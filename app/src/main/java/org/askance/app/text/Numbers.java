package org.askance.app.text;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;

/// Numbers with decimals as the program's language writes them, for people to read. What files, style sheets and other
/// programs read has a point in every language. Thread-safe.
public final class Numbers {

    private Numbers() {}

    /// Rounded, with so many digits behind the point.
    public static String decimals(Strings strings, double value, int digits) {
        return String.format(strings.locale(), "%." + digits + "f", value);
    }

    /// As people would type it: `0.0001`, not `1.0E-4`.
    public static String typed(Strings strings, double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('.',
                        DecimalFormatSymbols.getInstance(strings.locale()).getDecimalSeparator())
                : Double.toString(value);
    }

    /// What somebody typed, with a point or a comma in any language: both are on the keyboards, and neither parts
    /// thousands here.
    ///
    /// @return NaN where it is none
    public static double read(String typed) {
        try {
            return Double.parseDouble(typed.strip().replace(',', '.'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// A share of one in whole percents.
    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
