package org.askance.app.progress;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How fast someone works in the stretch of work that is going on, pauses not counted.
///
/// @param mean   seconds from pair to pair
/// @param spread standard deviation of them
/// @param pairs  so many were looked at
record Pace(double mean, double spread, int pairs) {

    /// A longer pause ends the stretch.
    static final Duration REST = Duration.ofMinutes(30);

    /// What was long ago says little about now.
    private static final int RECENT = 200;
    private static final int FEWEST = 5;
    private static final int HOUR_S = 3_600;

    /// Between `low` and `high` of work.
    record Range(Duration low, Duration high) {}

    /// Of the last stretch in `visits`; `null` where it is too short to tell.
    static @Nullable Pace of(List<Visit> visits) {
        int from = visits.size();
        while (from > 0 && visits.size() - from < RECENT && !restsBefore(visits, from)) {
            from--;
        }
        var steps = visits.subList(from, visits.size()).stream().filter(visit -> !visit.step().isZero())
                .mapToDouble(visit -> visit.step().toMillis() / 1e3).toArray();
        if (steps.length < FEWEST) {
            return null;
        }
        double sum = 0;
        for (double step : steps) {
            sum += step;
        }
        double mean = sum / steps.length;
        double squares = 0;
        for (double step : steps) {
            squares += (step - mean) * (step - mean);
        }
        return new Pace(mean, Math.sqrt(squares / (steps.length - 1)), steps.length);
    }

    private static boolean restsBefore(List<Visit> visits, int index) {
        return index < visits.size() && Duration.between(visits.get(index - 1).at(), visits.get(index).at()).abs()
                .compareTo(REST) > 0;
    }

    int pairsAnHour() {
        return (int) Math.round(HOUR_S / mean);
    }

    /// How long `left` more pairs take if one goes on so: 95 in 100 times if pairs take as long as those before, more
    /// or less by chance. The fewer were seen, the wider.
    Range until(int left) {
        double expected = left * mean;
        double doubt = 2 * spread * Math.sqrt(left + (double) left * left / pairs);
        return new Range(seconds(Math.max(0, expected - doubt)), seconds(expected + doubt));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
