package org.askance.model.device;

import ai.djl.Device;
import java.util.Optional;
import org.askance.model.told.OfDevice;

/// Which device to use and the reason to show: a graphics card when driver, CUDA and library agree, else the CPU, and
/// never without saying why.
record DeviceChoice(Device device, Finding finding) {

    /// The oldest driver on which CUDA 12 works, by NVIDIA's release notes of CUDA 12.8 (minor version compatibility).
    private static final String DRIVER_LINUX = "525.60.13";
    private static final String DRIVER_WINDOWS = "528.33";

    /// What the loaded engine says.
    ///
    /// @param cuda  whether PyTorch can use CUDA
    /// @param cards how many DJL counts
    record Loaded(boolean cuda, int cards) {}

    /// @throws DeviceException if a card is asked for that cannot be used
    static DeviceChoice of(DeviceWish wish, Machine machine, Bridge bridge, EngineLibrary library, Loaded loaded) {
        return switch (wish) {
            case DeviceWish.Cpu() -> new DeviceChoice(Device.cpu(), new Finding.AskedFor(wish));
            case DeviceWish.Automatic() -> obstacle(machine, bridge, library, loaded)
                    .map(finding -> new DeviceChoice(Device.cpu(), finding)).orElse(card(0));
            case DeviceWish.Gpu(int number) -> {
                var obstacle = obstacle(machine, bridge, library, loaded)
                        .or(() -> number < loaded.cards
                                ? Optional.empty()
                                : Optional.of(new Finding.NoSuchCard(number, loaded.cards)));
                if (obstacle.isPresent()) {
                    throw new DeviceException(
                            OfDevice.CARD_UNUSABLE.with(number, obstacle.get().whole()), obstacle.get());
                }
                yield card(number);
            }
        };
    }

    private static DeviceChoice card(int number) {
        return new DeviceChoice(Device.gpu(number), new Finding.CardUsed(number));
    }

    /// What keeps every card from being used.
    private static Optional<Finding> obstacle(Machine machine, Bridge bridge, EngineLibrary library, Loaded loaded) {
        var driver = Nvidia.of(machine);
        if (driver.isEmpty()) {
            return Optional.of(new Finding.NoDriver(machine.os()));
        }
        String needed = machine.os() == Machine.Os.WINDOWS ? DRIVER_WINDOWS : DRIVER_LINUX;
        if (driver.get().olderThan(needed)) {
            return Optional.of(new Finding.DriverTooOld(driver.get().version().orElse(""), needed));
        }
        if (library.finding().isPresent()) {
            return library.finding();
        }
        if (!library.hasCuda()) {
            return Optional.of(new Finding.EngineWithoutCuda(machine.os(), library.version(), bridge.pytorch(),
                    bridge.cuda()));
        }
        if (!loaded.cuda) {
            return Optional.of(new Finding.NoCardSeen());
        }
        return loaded.cards > 0
                ? Optional.empty()
                : Optional.of(new Finding.CudartMissing(machine.os(), Cudart.elsewhere(machine, library.folder())));
    }

    String name() {
        return device.isGpu() ? "GPU " + device.getDeviceId() : "CPU";
    }

    boolean leavesCardsUnused() {
        return finding.weight() == Finding.Weight.UNUSED;
    }
}
