package org.askance.app.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
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

    /// Day and minute in UTC, with its name: for what is read elsewhere.
    public static DateTimeFormatter everywhere(Strings strings) {
        return new DateTimeFormatterBuilder().append(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG))
                .appendPattern(", HH:mm 'UTC'").toFormatter(strings.locale()).withZone(ZoneOffset.UTC);
    }

    /// Day and minute.
    public static DateTimeFormatter moment(Strings strings) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale()).withZone(ZoneId.systemDefault());
    }

    /// Day of the month and minute, where there is little room.
    public static DateTimeFormatter brief(Strings strings) {
        return new DateTimeFormatterBuilder().appendLocalized("MMMd").appendPattern(", HH:mm")
                .toFormatter(strings.locale()).withZone(ZoneId.systemDefault());
    }
}
