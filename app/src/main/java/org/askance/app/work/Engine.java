package org.askance.app.work;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.askance.model.device.Compute;
import org.askance.model.device.DeviceInfo;

/// The tensor library, loaded once and in the background: opening the window must not wait for it.
/// Safe from any thread.
public final class Engine implements AutoCloseable {

    private final CompletableFuture<Compute> compute;

    private Engine(CompletableFuture<Compute> compute) {
        this.compute = compute;
    }

    /// Begins to load and returns at once.
    public static Engine start() {
        var thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("engine-start").daemon().factory());
        var compute = CompletableFuture.supplyAsync(Compute::start, thread);
        thread.shutdown();
        return new Engine(compute);
    }

    /// Waits until it is loaded.
    ///
    /// @throws org.askance.model.device.DeviceException if it cannot be loaded on this machine
    public Compute compute() {
        try {
            return compute.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// What it runs on; empty while it loads, and when it cannot be loaded.
    public Optional<DeviceInfo> device() {
        return compute.isDone() && !compute.isCompletedExceptionally()
                ? Optional.of(compute.join().device())
                : Optional.empty();
    }

    @Override
    public void close() {
        var _ = compute.thenAccept(Compute::close);
    }
}
