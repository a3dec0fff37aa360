package org.askance.app.train;

import java.time.Duration;
import java.util.Optional;

/// How long a training will still take, from the steps it has made since it began or went on; what it does
/// between epochs is in the mean. FX thread.
final class RemainingTime {

    private static final int ENOUGH = 3;

    private int firstStep = -1;
    private long firstNs;

    /// The training starts anew or goes on: earlier steps say nothing.
    void restart() {
        firstStep = -1;
    }

    /// @param nowNs when the step was done, by a clock that only goes forward
    /// @return empty until a few steps are known
    Optional<Duration> after(int step, int steps, long nowNs) {
        if (firstStep < 0 || step <= firstStep) {
            firstStep = step;
            firstNs = nowNs;
            return Optional.empty();
        }
        int made = step - firstStep;
        return made < ENOUGH
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((nowNs - firstNs) / made * (steps - step)));
    }
}
