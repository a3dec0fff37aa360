package org.askance.storage.annotation;

/// Is told how far something long is, between its steps and on its thread.
@FunctionalInterface
public interface Stepping {

    /// @throws java.util.concurrent.CancellationException to stop it: then nothing is changed
    void done(int done, int total);

    Stepping UNHEARD = (_, _) -> {};
}
