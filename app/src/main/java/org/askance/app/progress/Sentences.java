package org.askance.app.progress;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.askance.app.text.Amounts;
import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.jspecify.annotations.Nullable;

/// Says figures in words.
final class Sentences {

    private static final double MINUTE_S = 60;

    private final Strings strings;

    Sentences(Strings strings) {
        this.strings = strings;
    }

    /// The strip: today, pace, time per pair, as far as there is something to tell.
    String brief(Report report) {
        var parts = new ArrayList<String>();
        parts.add(today(report));
        if (report.today().half() > 0) {
            parts.add(strings.get("progress.half", report.today().half()));
        }
        if (report.goal() instanceof Goal.Whole && report.whole() != null) {
            parts.add(strings.get("progress.brief.whole", report.whole().mine(), report.whole().all()));
        }
        var pace = report.pace();
        if (pace != null) {
            parts.add(strings.get("progress.brief.pace", pace.pairsAnHour()));
        }
        var times = Quartiles.of(WorkDay.times(List.of(report.today())));
        if (times != null) {
            parts.add(strings.get("progress.brief.median", seconds(times.median())));
        }
        return String.join("  ·  ", parts);
    }

    private String today(Report report) {
        return switch (report.goal()) {
            case Goal.None _,Goal.Whole _ -> strings.get("progress.brief.today", report.today().pairs());
            case Goal.Pairs(int pairs) -> strings.get("progress.brief.pairs", report.today().pairs(), pairs);
            case Goal.Minutes(int minutes) -> strings.get("progress.brief.minutes", report.today().pairs(),
                    (int) report.today().worked(), minutes);
        };
    }

    String sum(List<WorkDay> days) {
        int half = days.stream().mapToInt(WorkDay::half).sum();
        if (Report.pairs(days) + half == 0) {
            return strings.get("progress.sum.none");
        }
        String sum = strings.get("progress.sum", Report.pairs(days),
                (int) Math.round(days.stream().mapToDouble(WorkDay::worked).sum()));
        return half == 0 ? sum : sum + "  ·  " + strings.get("progress.half", half);
    }

    String times(List<WorkDay> days) {
        var times = Quartiles.of(WorkDay.times(days));
        if (times == null) {
            return strings.get("progress.times.none");
        }
        String lower = seconds(times.lower());
        String upper = seconds(times.upper());
        // Of few pairs, or of equal ones, a half in the middle says nothing.
        return times.count() < Quartiles.FEWEST || lower.equals(upper)
                ? strings.get("progress.times.few", seconds(times.median()), times.count())
                : strings.get("progress.times", seconds(times.median()), lower, upper, times.count());
    }

    String pace(@Nullable Pace pace) {
        return pace == null
                ? strings.get("progress.pace.none")
                : strings.get("progress.pace", pace.pairsAnHour(), pace.pairs());
    }

    /// How far the goal is, and how long it will take at the present pace.
    String goal(Report report) {
        return switch (report.goal()) {
            case Goal.None _ -> strings.get("progress.goal.none");
            case Goal.Pairs(int pairs) -> report.pairsLeft() == 0
                    ? strings.get("progress.goal.pairs.reached", pairs, report.today().pairs())
                    : strings.get("progress.goal.pairs", report.today().pairs(), pairs) + " " + range(report);
            case Goal.Minutes(int minutes) -> report.today().worked() >= minutes
                    ? strings.get("progress.goal.minutes.reached", minutes)
                    : strings.get("progress.goal.minutes", (int) report.today().worked(), minutes,
                            (int) Math.ceil(minutes - report.today().worked()));
            case Goal.Whole(String query, var by) -> whole(report, query, by);
        };
    }

    private String whole(Report report, String query, @Nullable LocalDate by) {
        var whole = report.whole();
        if (whole == null) {
            return strings.get("progress.goal.whole.unknown", query);
        }
        String name = query.isBlank() ? strings.get("progress.goal.whole.everything") : query;
        String far = strings.get("progress.goal.whole", name, whole.mine(), whole.all());
        if (whole.left() == 0) {
            return far;
        }
        var today = report.today().date();
        if (by == null) {
            return far + " " + range(report);
        }
        long days = ChronoUnit.DAYS.between(today, by) + 1;
        return far + " " + (days < 1
                ? strings.get("progress.goal.whole.late", date(by), whole.left())
                : strings.get("progress.goal.whole.by", date(by), (int) Math.ceilDiv((long) whole.left(), days), days))
                + " " + range(report);
    }

    private String range(Report report) {
        var pace = report.pace();
        if (pace == null) {
            return strings.get("progress.range.none");
        }
        var range = pace.until(report.pairsLeft());
        String low = about(range.low());
        String high = about(range.high());
        return low.equals(high) ? strings.get("progress.range.one", high) : strings.get("progress.range", low, high);
    }

    /// No more exact than anyone can know: whole minutes, tens of them above an hour, hours above ten.
    private static String about(Duration time) {
        long minutes = Math.max(1, Math.round(time.toSeconds() / MINUTE_S));
        if (minutes > 600) {
            return Math.round(minutes / MINUTE_S) + " h";
        }
        long rounded = minutes > 60 ? Math.round(minutes / 10.0) * 10 : minutes;
        return rounded < 60
                ? rounded + " min"
                : rounded / 60 + " h" + (rounded % 60 == 0 ? "" : " " + rounded % 60 + " min");
    }

    /// `9.4 s`, `1 min 12 s`.
    String seconds(double seconds) {
        return seconds < MINUTE_S ? strings.get("progress.seconds", seconds) : Amounts.time(seconds);
    }

    String date(LocalDate date) {
        return Dates.day(strings).format(date);
    }

    Locale locale() {
        return strings.locale();
    }
}
