package org.askance.model.device;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import org.askance.model.told.OfDevice;
import org.askance.model.told.Told;

/// Loads PyTorch with what was found out about the machine, and chooses the device. On the tensor thread.
final class EngineStart {

    private EngineStart() {}

    /// @param finding why this device
    /// @param cards   that can be used
    record Started(DeviceInfo device, Finding finding, int cards, NDManager root) {}

    /// @throws DeviceException if the library must not or cannot be loaded, or a device is asked for that cannot be used
    static Started run(DeviceSettings settings, Machine machine) {
        var bridge = Bridge.ofClassPath(machine);
        var library = EngineLibrary.of(machine, bridge);
        library.refusal().ifPresent(finding -> {
            throw new DeviceException(finding.whole(), finding);
        });
        prepare(settings, machine, bridge, library);
        try {
            var engine = Engine.getEngine("PyTorch");
            var loaded = new DeviceChoice.Loaded(engine.hasCapability("CUDA"), engine.getGpuCount());
            var choice = DeviceChoice.of(settings.wish(), machine, bridge, library, loaded);
            JniUtils.setGradMode(false);
            JniUtils.setNumThreads(settings.threads());
            // Our scripted methods are single kernels: profiling them costs the first calls and gains nothing.
            JniUtils.setGraphExecutorOptimize(false);
            var device = new DeviceInfo(choice.name(), choice.finding().why(), "PyTorch " + engine.getVersion(),
                    settings.threads(), hasBfloat16(choice.device(), machine), choice.leavesCardsUnused());
            return new Started(device, choice.finding(), loaded.cards(),
                    NDManager.newBaseManager(choice.device(), "PyTorch"));
        } catch (DeviceException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw failed(library, e);
        }
    }

    /// What DJL and the loader read once, when the library loads.
    private static void prepare(DeviceSettings settings, Machine machine, Bridge bridge, EngineLibrary library) {
        // More than one pool would only fight over the same cores.
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
        library.folder().ifPresent(folder -> {
            // DJL guesses both where they are not set, and its guesses name builds that are not published any more.
            System.setProperty(EngineLibrary.VERSION, machine.setting(EngineLibrary.VERSION).orElse(bridge.pytorch()));
            System.setProperty(EngineLibrary.FLAVOR, library.flavor());
            if (library.hasCuda() && Cudart.onLoadersPath(machine).isEmpty()) {
                Cudart.elsewhere(machine, library.folder())
                        .ifPresent(place -> System.setProperty("jna.library.path", place));
            }
        });
    }

    /// Cards multiply bfloat16 from compute capability 8.0 on (NVIDIA's CUDA C++ Programming Guide).
    private static boolean hasBfloat16(Device device, Machine machine) {
        if (!device.isGpu()) {
            return Processor.of(machine).hasBfloat16();
        }
        // Both numbers without a dot: 80, 120.
        return Integer.parseInt(CudaUtils.getComputeCapability(device.getDeviceId())) >= 80;
    }

    private static DeviceException failed(EngineLibrary library, Throwable cause) {
        var cache = System.getProperty("DJL_CACHE_DIR");
        var what = library.folder()
                .map(folder -> OfDevice.LIBRARY_NOT_LOADED.with(folder, Told.plain(cause.getMessage()),
                        library.flavor()))
                .orElseGet(() -> OfDevice.NOT_LOADED
                        .with(cache == null ? OfDevice.CACHE_AT_HOME.with() : Told.plain(cache)));
        return new DeviceException(what, cause);
    }
}
