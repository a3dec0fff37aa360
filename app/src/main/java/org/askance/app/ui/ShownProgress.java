package org.askance.app.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import org.askance.app.work.Progress;

/// Passes progress on, and tells it on the FX thread too, at most one update waiting. Safe from any thread.
public final class ShownProgress implements Progress {

    private final Progress other;
    private final DoubleConsumer shown;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile double newest = -1;

    /// @param shown gets 0 to 1, negative while unknown; also once more after the job has ended
    public ShownProgress(Progress other, DoubleConsumer shown) {
        this.other = other;
        this.shown = shown;
    }

    @Override
    public void update(long done, long total) {
        other.update(done, total);
        newest = total > 0 ? (double) done / total : -1;
        if (waiting.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                waiting.set(false);
                shown.accept(newest);
            });
        }
    }

    @Override
    public boolean isCancelled() {
        return other.isCancelled();
    }
}
