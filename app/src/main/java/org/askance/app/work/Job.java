package org.askance.app.work;

/// A piece of work that may take long. Runs off the FX thread and knows nothing of JavaFX.
@FunctionalInterface
public interface Job<T> {

    /// @throws java.util.concurrent.CancellationException if it was cancelled; what it had finished is kept
    T run(Progress progress) throws Exception;
}
