package org.askance.app.work;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.askance.model.device.Compute;
import org.askance.model.device.DeviceException;
import org.askance.model.device.DeviceInfo;
import org.askance.model.device.DeviceReport;
import org.askance.model.device.DeviceSettings;
import org.askance.model.device.Machine;

/// The tensor library, loaded once and in the background: opening the window must not wait for it.
/// Safe from any thread.
public final class Engine implements AutoCloseable {

    private final Supplier<DeviceSettings> settings;
    private final CompletableFuture<Compute> compute;

    private Engine(Supplier<DeviceSettings> settings, CompletableFuture<Compute> compute) {
        this.settings = settings;
        this.compute = compute;
    }

    /// As the properties say.
    public static Engine start() {
        return start(DeviceSettings::ofProperties);
    }

    /// Begins to load and returns at once.
    ///
    /// @param settings asked in the background: settings that cannot be understood are a failure to start
    public static Engine start(Supplier<DeviceSettings> settings) {
        var thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("engine-start").daemon().factory());
        var compute = CompletableFuture
                .supplyAsync(() -> Compute.start(settings.get()), thread);
        thread.shutdown();
        return new Engine(settings, compute);
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

    /// All that led to the device, or to none; waits until the engine is loaded, and may take seconds more.
    public DeviceReport report() {
        try {
            return compute().report();
        } catch (DeviceException e) {
            return DeviceReport.ofFailed(asked(), Machine.here(), e);
        }
    }

    private DeviceSettings asked() {
        try {
            return settings.get();
        } catch (DeviceException _) {
            return DeviceSettings.usual();
        }
    }

    @Override
    public void close() {
        var _ = compute.thenAccept(Compute::close);
    }
}
