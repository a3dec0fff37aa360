package org.askance.model.hub;

import java.time.Duration;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Something that may be over in a moment: a connection that broke off, a hub that is busy. The message is
/// a clause: what went wrong, without what to do.
final class PassingFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Told told;
    private final transient @Nullable Duration retryAfter;

    PassingFailure(Told told, @Nullable Throwable cause) {
        super(told.english(), cause);
        this.told = told;
        this.retryAfter = null;
    }

    /// @param retryAfter how long the hub asks to wait
    PassingFailure(Told told, @Nullable Duration retryAfter) {
        super(told.english());
        this.told = told;
        this.retryAfter = retryAfter;
    }

    Told told() {
        return told;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
