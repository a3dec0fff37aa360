package org.askance.app.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Knows how long someone has worked without a break. It hears of work as it is done and has no timer: whoever does
/// nothing is having a break.
final class BreakReminder {

    /// As short as this, nobody rests.
    static final Duration BREAK = Duration.ofMinutes(5);

    /// How long a reminder that was put off keeps quiet.
    static final Duration LATER = Duration.ofMinutes(10);

    private final Clock clock;
    private @Nullable Instant began;
    private Instant last = Instant.MIN;
    private Instant quietUntil = Instant.MIN;

    BreakReminder(Clock clock) {
        this.clock = clock;
    }

    /// Something was just done.
    ///
    /// @return since when there was no break
    Duration worked() {
        var now = clock.instant();
        var since = began;
        if (since == null || Duration.between(last, now).compareTo(BREAK) >= 0) {
            since = now;
            quietUntil = Instant.MIN;
        } else if (now.isBefore(last)) {
            // The clock was set back: what was worked until then stays worked.
            since = since.minus(Duration.between(now, last));
            quietUntil = quietUntil.equals(Instant.MIN) ? quietUntil : quietUntil.minus(Duration.between(now, last));
        }
        began = since;
        last = now;
        return Duration.between(since, now);
    }

    /// Whether it is time to say so.
    ///
    /// @param minutes of work after which one wants to be told; 0 for never
    boolean isDue(Duration worked, int minutes) {
        return minutes > 0 && worked.compareTo(Duration.ofMinutes(minutes)) >= 0 && !last.isBefore(quietUntil);
    }

    void putOff() {
        quietUntil = clock.instant().plus(LATER);
    }

    /// Someone else works now.
    void forget() {
        began = null;
        quietUntil = Instant.MIN;
    }
}
