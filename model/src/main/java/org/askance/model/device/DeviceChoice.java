package org.askance.model.device;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Which device to use and the reason to show: a graphics card when driver and library agree, else the
/// CPU, and never without saying why.
record DeviceChoice(Device device, String name, String reason) {

    static DeviceChoice of(Engine engine) {
        if ("cpu".equals(System.getProperty("askance.device"))) {
            return cpu("asked for");
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return cpu("no NVIDIA cards on macOS");
        }
        Path driver = system.contains("win")
                ? Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"), "System32", "nvcuda.dll")
                : Path.of("/proc/driver/nvidia/version");
        if (!Files.exists(driver)) {
            return cpu("no NVIDIA driver found");
        }
        if (!engine.hasCapability("CUDA")) {
            return cpu("an NVIDIA driver is there, but this PyTorch is the build without CUDA");
        }
        if (engine.getGpuCount() < 1) {
            return cpu("an NVIDIA driver is there, but no usable card or CUDA runtime");
        }
        return new DeviceChoice(Device.gpu(0), "GPU 0", "NVIDIA driver and CUDA found");
    }

    private static DeviceChoice cpu(String reason) {
        return new DeviceChoice(Device.cpu(), "CPU", reason);
    }
}
