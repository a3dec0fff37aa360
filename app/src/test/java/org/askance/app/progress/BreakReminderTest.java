package org.askance.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.askance.app.MovedClock;
import org.junit.jupiter.api.Test;

class BreakReminderTest {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private final BreakReminder reminder = new BreakReminder(clock);

    /// Whether a reminder after 50 minutes is due, after an answer each minute.
    private boolean work(int minutes) {
        boolean due = false;
        for (int i = 0; i < minutes; i++) {
            clock.move(Duration.ofMinutes(1));
            due = reminder.isDue(reminder.worked(), 50);
        }
        return due;
    }

    @Test
    void comesAfterWorkWithoutABreakAndOnlyIfWanted() {
        reminder.worked();
        assertThat(work(49)).isFalse();
        assertThat(work(1)).isTrue();
        assertThat(reminder.isDue(reminder.worked(), 0)).isFalse();
    }

    @Test
    void aBreakStartsTheTimeAnew() {
        reminder.worked();
        work(49);
        clock.move(BreakReminder.BREAK);
        assertThat(work(49)).isFalse();
        assertThat(work(2)).isTrue();
    }

    @Test
    void canBePutOffAndComesAgain() {
        reminder.worked();
        work(50);
        reminder.putOff();
        assertThat(work(9)).isFalse();
        assertThat(work(1)).isTrue();
    }

    @Test
    void aClockThatIsSetBackChangesNothing() {
        reminder.worked();
        work(30);
        clock.move(Duration.ofHours(-2));
        assertThat(reminder.worked()).isEqualTo(Duration.ofMinutes(30));
        assertThat(work(20)).isTrue();
        reminder.putOff();
        clock.move(Duration.ofHours(-2));
        reminder.worked();
        assertThat(work(9)).isFalse();
        assertThat(work(1)).isTrue();
    }

    @Test
    void whoeverComesNextStartsAnew() {
        reminder.worked();
        work(50);
        reminder.forget();
        assertThat(reminder.isDue(reminder.worked(), 50)).isFalse();
    }
}
