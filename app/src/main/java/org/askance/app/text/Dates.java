package org.askance.app.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Dates and times as the program's language writes them, where this computer is. Thread-safe.
public final class Dates {

    private Dates() {}

    public static DateTimeFormatter day(Strings strings) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
    }

    /// To the second.
    public static DateTimeFormatter time(Strings strings) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
    }

    /// Day and minute.
    public static DateTimeFormatter moment(Strings strings) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale()).withZone(ZoneId.systemDefault());
    }
}
