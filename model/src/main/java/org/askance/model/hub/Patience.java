package org.askance.model.hub;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// How long is waited for what.
///
/// @param connect until the other side takes the connection
/// @param answer  until it begins to answer
/// @param stall   until the next bytes of a file come
/// @param tries   attempts in a row that bring nothing before it is given up
/// @param waiting what is done between two attempts
public record Patience(Duration connect, Duration answer, Duration stall, int tries, Waiting waiting) {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    /// A hub that wants a longer pause is given up at once.
    static final Duration LONGEST_ASKED = Duration.ofMinutes(5);
    private static final long LOOK_MS = 100;

    /// Lets time pass.
    @FunctionalInterface
    public interface Waiting {
        /// @throws CancellationException as soon as `cancelled` says so
        void await(Duration time, BooleanSupplier cancelled);
    }

    /// For people on ordinary lines: five tries, with 1, 2, 4 and 8 seconds between.
    public static Patience usual() {
        return new Patience(Duration.ofSeconds(15), Duration.ofSeconds(40), Duration.ofSeconds(40), 5, Patience::sleep);
    }

    /// The wait after so many attempts that brought nothing, from 1.
    static Duration after(int failed) {
        var wait = Duration.ofSeconds(1L << Math.min(failed - 1, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static void sleep(Duration time, BooleanSupplier cancelled) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
