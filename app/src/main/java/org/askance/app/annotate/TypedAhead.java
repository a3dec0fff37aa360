package org.askance.app.annotate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Keys that come faster than pairs. Those about the pair that is seen wait for it; those that came before the next one
/// was seen are dropped, and with them all that follow without a pause: the rest of a burst would answer another task,
/// or another pair, than was meant. FX thread.
final class TypedAhead {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private record Key(Object what, Runnable does) {}

    private final Clock clock;
    private final Deque<Key> waiting = new ArrayDeque<>();
    private boolean stays;
    private Object last = "";
    private @Nullable Instant dropped;

    TypedAhead(Clock clock) {
        this.clock = clock;
    }

    /// @param what the key does
    /// @return whether it does so now, where a pair is seen
    boolean takes(Object what) {
        if (dropped != null && Duration.between(dropped, clock.instant()).compareTo(PAUSE) < 0) {
            dropped = clock.instant();
            return false;
        }
        dropped = null;
        last = what;
        return true;
    }

    /// A key pressed while something is saved.
    void add(Object what, Runnable does) {
        if (stays) {
            waiting.add(new Key(what, does));
        } else {
            miss(what);
        }
    }

    /// A key pressed while something is saved, which waits for nothing. The same one once more has bounced, or is held:
    /// what comes after it is meant.
    void miss(Object what) {
        if (!what.equals(last)) {
            dropped = clock.instant();
        }
    }

    /// Something is being saved.
    ///
    /// @param newStays whether the pair stays after it
    void begin(boolean newStays) {
        stays = newStays;
    }

    /// It is saved: what waited is done, as long as the same pair is seen.
    ///
    /// @param asking whether a key can be taken
    void goOn(BooleanSupplier asking) {
        stays = false;
        // One that does nothing now, such as to agree where all is answered, keeps none behind it waiting.
        while (!waiting.isEmpty() && asking.getAsBoolean()) {
            waiting.remove().does.run();
        }
        if (!stays) {
            // The next example has not been seen yet.
            waiting.forEach(key -> miss(key.what));
            waiting.clear();
        }
    }
}
