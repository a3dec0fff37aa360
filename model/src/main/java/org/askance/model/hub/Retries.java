package org.askance.model.hub;

import java.time.Duration;
import org.askance.model.told.OfHub;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Tries again what failed in passing, with growing waits, until too many attempts in a row brought nothing.
final class Retries {

    /// Something that may fail in passing.
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws PassingFailure;
    }

    private final Patience patience;
    private final FetchListener listener;
    private int failed;

    Retries(Patience patience, FetchListener listener) {
        this.patience = patience;
        this.listener = listener;
    }

    /// The attempt under way has brought something: whatever failed before no longer counts.
    void advanced() {
        failed = 0;
    }

    /// @param what names what is attempted, in a sentence
    /// @throws HubException once it is given up
    <T> T run(Told what, Attempt<T> attempt) {
        while (true) {
            try {
                return attempt.run();
            } catch (PassingFailure failure) {
                failed++;
                var asked = failure.retryAfter();
                if (failed >= patience.tries() || tooLong(asked)) {
                    throw new HubException(OfHub.NOT_FETCHED.with(what, failure.told(), remedy(asked)), failure);
                }
                listener.waiting();
                patience.waiting().await(asked == null ? Patience.after(failed) : asked, listener::isCancelled);
            }
        }
    }

    private static boolean tooLong(@Nullable Duration asked) {
        return asked != null && asked.compareTo(Patience.LONGEST_ASKED) > 0;
    }

    private static Told remedy(@Nullable Duration asked) {
        return tooLong(asked) && asked != null
                ? OfHub.IN_MINUTES.with(Math.ceilDiv(asked.toSeconds(), 60))
                : OfHub.LATER.with();
    }
}
