package org.askance.app.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.askance.storage.annotation.Look;

/// One pair answered once, in all its tasks: looks at the same pair that follow each other.
///
/// @param at   the last answer
/// @param took from shown to the last answer; zero where the clock or a break spoiled it
/// @param step what it adds to the time worked: since the pair before, or `took` after a break
record Visit(long example, Instant at, Duration took, Duration step) {

    /// Longer than this nobody looks at one pair, as far as figures go: it was a break.
    static final Duration PAUSE = Duration.ofMinutes(2);

    static List<Visit> of(List<Look> looks) {
        var visits = new ArrayList<Visit>();
        for (int from = 0; from < looks.size();) {
            int until = from + 1;
            while (until < looks.size() && looks.get(until).example() == looks.get(from).example()) {
                until++;
            }
            visits.add(visit(looks.get(until - 1), visits.isEmpty() ? null : visits.getLast()));
            from = until;
        }
        return visits;
    }

    private static Visit visit(Look last, @org.jspecify.annotations.Nullable Visit before) {
        var took = credible(last.took());
        var since = before == null ? Duration.ZERO : credible(Duration.between(before.at, last.at()));
        return new Visit(last.example(), last.at(), took, since.isZero() ? took : since);
    }

    private static Duration credible(Duration time) {
        return time.isNegative() || time.compareTo(PAUSE) > 0 ? Duration.ZERO : time;
    }
}
