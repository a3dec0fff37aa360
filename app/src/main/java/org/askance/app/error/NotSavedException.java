package org.askance.app.error;

import java.util.function.Supplier;

/// What a person just did could not be stored; all that was stored before holds. Wraps what `storage` said.
public final class NotSavedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private NotSavedException(RuntimeException cause) {
        super(cause);
    }

    /// Runs `saving`, which does nothing but store.
    ///
    /// @throws NotSavedException if it fails
    public static <T> T unless(Supplier<T> saving) {
        try {
            return saving.get();
        } catch (RuntimeException e) {
            throw new NotSavedException(e);
        }
    }
}
