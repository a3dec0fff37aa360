package org.askance.storage.exchange;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Ends calls that would wait for ever: Hardwood 1.0.1 waits for a column whose damaged page its worker gave up. Each
/// reads a few megabytes, so that one which takes seconds is taken for such.
final class Patience {

    private static final int SECONDS = 4;

    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("patience").factory());

    static {
        // A call is made for every row, and each would be kept for seconds after it ended.
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private Patience() {}

    /// Interrupts `call` once it has taken too long.
    ///
    /// @throws IllegalStateException if it was
    static <T> T with(Callable<T> call) {
        var reader = Thread.currentThread();
        // Whoever comes first, the end of the call or that of the patience: never an interrupt after the call.
        var open = new AtomicBoolean(true);
        var end = CLOCK.schedule(() -> {
            if (open.compareAndSet(true, false)) {
                reader.interrupt();
            }
        }, SECONDS, TimeUnit.SECONDS);
        @Nullable
        T answer = null;
        @Nullable
        Throwable failure = null;
        try {
            answer = call.call();
        } catch (Exception | OutOfMemoryError e) {
            failure = e;
        }
        end.cancel(false);
        if (!open.compareAndSet(true, false)) {
            // It may be about to come.
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("a page of it cannot be read", failure);
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof OutOfMemoryError claimed) {
            throw claimed;
        }
        if (failure != null || answer == null) {
            throw new IllegalStateException("a page of it cannot be read", failure);
        }
        return answer;
    }

    /// Closes what may wait as long, and gives it up then: the library's own threads are all that is left of it.
    static void close(AutoCloseable closeable) {
        try {
            with(() -> {
                closeable.close();
                return true;
            });
        } catch (IllegalStateException _) {
            // What was read, was read.
        }
    }
}
