package org.askance.app.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.askance.app.MovedClock;
import org.junit.jupiter.api.Test;

/// Keys that come faster than pairs: none answers what it was not meant for.
class TypedAheadTest {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    private final TypedAhead ahead = new TypedAhead(clock);
    private final List<String> done = new ArrayList<>();
    private boolean asking = true;

    /// A key that answers half a pair, or, as `last`, the rest of it.
    private void press(String key, boolean last) {
        if (!asking) {
            ahead.add(key, () -> press(key, last));
        } else if (ahead.takes(key)) {
            done.add(key);
            asking = false;
            ahead.begin(!last);
        }
    }

    private void saved() {
        asking = true;
        ahead.goOn(() -> asking);
    }

    private void wait(int ms) {
        clock.move(Duration.ofMillis(ms));
    }

    @Test
    void theOtherHalfOfAPairWaitsForIt() {
        press("1", false);
        press("p", true);
        saved();
        saved();
        assertThat(done).containsExactly("1", "p");
    }

    @Test
    void aBurstThatBeganBeforeThePairWasSeenIsDroppedWhole() {
        press("p", true);
        press("2", false);
        saved();
        wait(120);
        press("n", true);
        wait(120);
        press("1", false);
        assertThat(done).containsExactly("p");
        wait(300);
        press("u", false);
        assertThat(done).containsExactly("p", "u");
    }

    @Test
    void soIsOneThatWaitedForAPairThatWasLeftMeanwhile() {
        press("1", false);
        press("p", true);
        press("2", false);
        saved();
        assertThat(done).containsExactly("1", "p");
        saved();
        press("n", true);
        assertThat(done).containsExactly("1", "p");
        wait(250);
        press("n", true);
        assertThat(done).containsExactly("1", "p", "n");
    }

    @Test
    void aKeyThatBouncesTakesNoOtherAway() {
        press("p", true);
        press("p", true);
        saved();
        press("2", false);
        assertThat(done).containsExactly("p", "2");
    }
}
