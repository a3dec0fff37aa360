package org.askance.app.progress;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.askance.storage.annotation.Look;

/// One day as the calendar has it where one is: 23 or 25 hours when clocks change.
///
/// @param visits in the order in which they were made
/// @param half   so many of the pairs still lack an answer to a task that their queue asks. Known of today only: before
///               that other tasks may have been asked
record WorkDay(LocalDate date, List<Visit> visits, int half) {

    WorkDay {
        visits = List.copyOf(visits);
    }

    /// The days from `first` to `last`, each of them, whether or not anything was done.
    static List<WorkDay> of(List<Look> looks, LocalDate first, LocalDate last, ZoneId zone) {
        var visits = Visit.of(looks);
        return first.datesUntil(last.plusDays(1)).map(date -> {
            var from = date.atStartOfDay(zone).toInstant();
            var until = date.plusDays(1).atStartOfDay(zone).toInstant();
            var of = new ArrayList<Visit>();
            for (var visit : visits) {
                if (!visit.at().isBefore(from) && visit.at().isBefore(until)) {
                    of.add(visit);
                }
            }
            return new WorkDay(date, of, 0);
        }).toList();
    }

    WorkDay withHalf(int left) {
        return new WorkDay(date, visits, left);
    }

    /// How many different ones were answered whole.
    int pairs() {
        var examples = new HashSet<Long>();
        visits.forEach(visit -> examples.add(visit.example()));
        return examples.size() - half;
    }

    /// In minutes.
    double worked() {
        return visits.stream().mapToLong(visit -> visit.step().toMillis()).sum() / 60e3;
    }

    /// Seconds of each pair that says anything about time.
    static double[] times(List<WorkDay> days) {
        return days.stream().flatMap(day -> day.visits.stream()).filter(visit -> !visit.took().isZero())
                .mapToDouble(visit -> visit.took().toMillis() / 1e3).toArray();
    }
}
