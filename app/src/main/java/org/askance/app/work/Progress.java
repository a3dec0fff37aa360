package org.askance.app.work;

import java.util.concurrent.CancellationException;

/// How a job tells how far it is and learns that it should stop. Safe from any thread.
public interface Progress {

    /// @param total 0 or less while it is unknown
    void update(long done, long total);

    boolean isCancelled();

    /// @throws CancellationException if the job should stop
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }

    /// Goes nowhere and is never cancelled.
    Progress NONE = new Progress() {
        @Override
        public void update(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };
}
