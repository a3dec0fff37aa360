package org.askance.model.device;

import org.askance.model.told.OfDevice;

/// What a person may settle about the engine before it starts.
///
/// @param wish    which device
/// @param threads that a tensor operation may use on the CPU, at least 1
public record DeviceSettings(DeviceWish wish, int threads) {

    /// The property that names a device: `auto`, `cpu` or `gpu:0`.
    public static final String DEVICE = "askance.device";

    /// The property with the number of threads.
    public static final String THREADS = "askance.threads";

    public DeviceSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
    }

    /// What the properties say, else automatic with [#usualThreads()].
    ///
    /// @throws DeviceException if the property [#DEVICE] cannot be understood
    public static DeviceSettings ofProperties() {
        return ofProperties(usual());
    }

    /// What the properties say, else `otherwise`.
    ///
    /// @throws DeviceException if the property [#DEVICE] cannot be understood
    public static DeviceSettings ofProperties(DeviceSettings otherwise) {
        String device = System.getProperty(DEVICE, otherwise.wish.key());
        var wish = DeviceWish.of(device).orElseThrow(() -> new DeviceException(
                OfDevice.PROPERTY_UNKNOWN.with(DEVICE, device)));
        return new DeviceSettings(wish, threadsOfProperty(otherwise.threads));
    }

    /// What the property [#THREADS] says, else `otherwise`.
    public static int threadsOfProperty(int otherwise) {
        return Math.max(1, Integer.getInteger(THREADS, otherwise));
    }

    /// Automatic, with [#usualThreads()].
    public static DeviceSettings usual() {
        return new DeviceSettings(new DeviceWish.Automatic(), usualThreads());
    }

    /// One core is left to the screen: two busy threads on two busy cores ran four times slower than one.
    public static int usualThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
