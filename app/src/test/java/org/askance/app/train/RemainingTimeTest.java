package org.askance.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aFewStepsTellHowLongTheOthersTake() {
        var remaining = new RemainingTime();
        assertThat(remaining.after(1, 101, 0)).isEmpty();
        assertThat(remaining.after(2, 101, 2 * SECOND)).isEmpty();
        assertThat(remaining.after(11, 101, 20 * SECOND)).contains(Duration.ofMinutes(3));
        assertThat(remaining.after(101, 101, 200 * SECOND)).contains(Duration.ZERO);
    }

    @Test
    void stepsBeforeABreakSayNothing() {
        var remaining = new RemainingTime();
        remaining.after(1, 100, 0);
        remaining.restart();
        assertThat(remaining.after(61, 100, 500 * SECOND)).isEmpty();
        assertThat(remaining.after(71, 100, 510 * SECOND)).contains(Duration.ofSeconds(29));
    }
}
