package org.askance.model.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something that may be over in a moment: a connection that broke off, a hub that is busy. The message is
/// a clause: what went wrong, without what to do.
final class PassingFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Duration retryAfter;

    PassingFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = null;
    }

    /// @param retryAfter how long the hub asks to wait
    PassingFailure(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
