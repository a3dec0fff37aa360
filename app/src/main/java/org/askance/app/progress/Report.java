package org.askance.app.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;
import org.askance.storage.Project;
import org.askance.storage.annotation.Look;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Queue;
import org.jspecify.annotations.Nullable;

/// One annotator's own figures, as of now.
///
/// @param days  the last ones, today at the end
/// @param pace  `null` while there is too little to tell
/// @param whole how far the query of a goal is answered; `null` for another goal, and where it cannot be understood
record Report(List<WorkDay> days, @Nullable Pace pace, Goal goal, @Nullable Whole whole) {

    /// A week, today included.
    static final int WEEK = 7;

    /// Of all pairs that a goal's query finds.
    ///
    /// @param mine so many this annotator has answered
    record Whole(int all, int mine) {
        int left() {
            return all - mine;
        }
    }

    Report {
        days = List.copyOf(days);
    }

    /// Reads it. Not on the FX thread.
    ///
    /// @param clock in the zone whose midnight parts the days
    /// @param days  how many, at least 1
    static Report of(Project project, String annotator, Goal goal, Clock clock, int days) {
        var zone = clock.getZone();
        var today = LocalDate.now(clock);
        var first = today.minusDays(days - 1L);
        var from = first.atStartOfDay(zone).toInstant();
        var recent = clock.instant().minus(Duration.ofHours(3));
        // Whoever works past midnight keeps their pace.
        var looks = project.ownWork().looks(annotator, earlier(from, recent),
                today.plusDays(1).atStartOfDay(zone).toInstant());
        var work = new ArrayList<>(WorkDay.of(looks, first, today, zone));
        var start = today.atStartOfDay(zone).toInstant();
        work.add(work.removeLast().withHalf(half(project, annotator,
                looks.stream().filter(look -> !look.at().isBefore(start)).toList())));
        return new Report(work, Pace.of(Visit.of(looks)), goal,
                goal instanceof Goal.Whole(String query, var _) ? whole(project, annotator, query) : null);
    }

    /// How many of them are still open to the annotator in the queue that asked last.
    private static int half(Project project, String annotator, List<Look> looks) {
        var asked = new LinkedHashMap<Long, QueueKind>();
        looks.forEach(look -> asked.put(look.example(), QueueRequest.of(look.queue()).kind()));
        int half = 0;
        for (var kind : Set.copyOf(asked.values())) {
            var examples = asked.entrySet().stream().filter(one -> one.getValue() == kind)
                    .mapToLong(Map.Entry::getKey).toArray();
            half += project.finder().open(QueueRequest.wanted(project, kind), examples, annotator).length;
        }
        return half;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static @Nullable Whole whole(Project project, String annotator, String query) {
        return switch (project.finder().parse(query)) {
            case Parsed.Bad _ -> null;
            case Parsed.Good(var understood) -> {
                var place = project.finder().find(
                        new Queue(understood, new Queue.Order.Dataset(), Queue.Open.TO_ANNOTATOR),
                        Queue.Move.FIRST_OPEN, Queue.NOWHERE, annotator);
                yield new Whole(place.count(), place.answered());
            }
        };
    }

    WorkDay today() {
        return days.getLast();
    }

    List<WorkDay> week() {
        return days.subList(Math.max(0, days.size() - WEEK), days.size());
    }

    /// Different ones within a day; one that was answered again on another day counts there too.
    static int pairs(List<WorkDay> days) {
        return days.stream().mapToInt(WorkDay::pairs).sum();
    }

    /// How many pairs there are to go today; 0 once the goal is reached, and for one that is not counted in pairs.
    int pairsLeft() {
        return switch (goal) {
            case Goal.None _,Goal.Minutes _ -> 0;
            case Goal.Pairs(int pairs) -> Math.max(0, pairs - today().pairs());
            case Goal.Whole _ -> whole == null ? 0 : whole.left();
        };
    }
}
