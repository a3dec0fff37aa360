package org.askance.app.progress;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What someone wants to reach.
sealed interface Goal {

    record None() implements Goal {}

    /// @param pairs a day, at least 1
    record Pairs(int pairs) implements Goal {}

    /// @param minutes of work a day, at least 1
    record Minutes(int minutes) implements Goal {}

    /// All that a query finds.
    ///
    /// @param by the last day; `null` for whenever
    record Whole(String query, @Nullable LocalDate by) implements Goal {}

    /// As it is kept.
    default String format() {
        return switch (this) {
            case None() -> "";
            case Pairs(int pairs) -> "pairs " + pairs;
            case Minutes(int minutes) -> "minutes " + minutes;
            case Whole(String query, var by) -> "whole " + (by == null ? "-" : by) + " " + query;
        };
    }

    /// Reads what [#format] gave; no goal if it cannot be read.
    static Goal parse(String text) {
        var parts = Pattern.compile(" ").split(text, 3);
        try {
            return switch (parts.length < 2 ? "" : parts[0]) {
                case "pairs" -> new Pairs(Math.max(1, Integer.parseInt(parts[1])));
                case "minutes" -> new Minutes(Math.max(1, Integer.parseInt(parts[1])));
                case "whole" -> new Whole(parts.length < 3 ? "" : parts[2],
                        parts[1].equals("-") ? null : LocalDate.parse(parts[1]));
                default -> new None();
            };
        } catch (NumberFormatException | DateTimeException _) {
            return new None();
        }
    }
}
