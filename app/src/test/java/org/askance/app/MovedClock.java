package org.askance.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that stands until it is moved.
public final class MovedClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    public MovedClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /// @param by back, too
    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovedClock(now, other);
    }
}
