package org.askance.model.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.askance.model.told.OfDevice;

/// The library between Java and PyTorch, as it lies on the class path. It was compiled against one version of
/// PyTorch: beside another it loads and then misreads the types of tensors.
///
/// @param pytorch the one version it works with, for example `2.7.1`
/// @param djl     version of DJL that it is part of
/// @param flavors of PyTorch's builds that it exists for on this system: `cpu`, and with CUDA `cu128`
public record Bridge(String pytorch, String djl, List<String> flavors) {

    private static final String ABOUT = "jnilib/pytorch.properties";
    /// All that DJL has been published for; those on the class path are found by looking.
    private static final List<String> KNOWN = List.of("cpu", "cu118", "cu121", "cu124", "cu126", "cu128");

    public Bridge {
        flavors = List.copyOf(flavors);
    }

    /// @throws DeviceException if it is not on the class path
    static Bridge ofClassPath(Machine machine) {
        var properties = new Properties();
        try (var in = Bridge.class.getClassLoader().getResourceAsStream(ABOUT)) {
            if (in == null) {
                throw new DeviceException(OfDevice.NO_BRIDGE.with());
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] versions = properties.getProperty("jni_version", "").split("-", 2);
        String classifier = switch (machine.os()) {
            case LINUX -> "linux";
            case WINDOWS -> "win";
            case MAC -> "osx";
        } + "-" + machine.property("os.arch").replace("amd64", "x86_64");
        String library = switch (machine.os()) {
            case LINUX -> "libdjl_torch.so";
            case WINDOWS -> "djl_torch.dll";
            case MAC -> "libdjl_torch.dylib";
        };
        return new Bridge(versions[0], versions.length > 1 ? versions[1] : "", KNOWN.stream()
                .filter(flavor -> Bridge.class.getClassLoader()
                        .getResource("jnilib/" + classifier + "/" + flavor + "/" + library) != null)
                .toList());
    }

    /// The flavor for CUDA, if there is one on this system.
    Optional<String> cuda() {
        return flavors.stream().filter(flavor -> flavor.startsWith("cu")).reduce((_, last) -> last);
    }
}
