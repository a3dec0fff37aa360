package org.askance.model.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where CUDA's runtime library is. DJL counts cards with it and finds it as the loader would; PyTorch itself has its
/// own way to it, so it may be missing for the one and not for the other.
final class Cudart {

    private static final String CACHE = "/etc/ld.so.cache";
    private static final Pattern CACHED = Pattern.compile("(/[^\\x00]*)/libcudart\\.so[^\\x00/]*");
    /// From `torch/lib`, where pip puts what PyTorch needs of CUDA.
    private static final String BESIDE_TORCH = "/../../nvidia/cuda_runtime/";

    private Cudart() {}

    static String name(Machine.Os os) {
        return os == Machine.Os.WINDOWS ? "cudart64_12.dll" : "libcudart";
    }

    /// The folder in which the loader finds it.
    static Optional<String> onLoadersPath(Machine machine) {
        boolean windows = machine.os() == Machine.Os.WINDOWS;
        var folders = new ArrayList<String>();
        for (var property : List.of("jna.library.path", "java.library.path")) {
            folders.addAll(machine.folders(machine.property(property)));
        }
        if (windows) {
            machine.setting("CUDA_PATH").ifPresent(folder -> folders.add(folder + "\\bin"));
        }
        folders.addAll(machine.folders(machine.environment().get(windows ? "PATH" : "LD_LIBRARY_PATH")));
        return folders.stream().filter(folder -> in(machine, folder)).findFirst().or(() -> cached(machine));
    }

    private static Optional<String> cached(Machine machine) {
        var found = CACHED.matcher(machine.latin(CACHE).orElse(""));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// The folder in which it lies where nobody looks: beside an installed PyTorch, or in CUDA's usual place.
    ///
    /// @param torch folder of PyTorch's libraries, if it is not the bundled one
    static Optional<String> elsewhere(Machine machine, Optional<String> torch) {
        var folders = new ArrayList<String>();
        torch.ifPresent(lib -> folders.addAll(List.of(lib, lib + BESIDE_TORCH + "lib", lib + BESIDE_TORCH + "bin")));
        folders.addAll(List.of("/usr/local/cuda/lib64", "/usr/local/cuda/lib", "/opt/cuda/lib64"));
        return folders.stream().filter(folder -> in(machine, folder)).findFirst();
    }

    private static boolean in(Machine machine, String folder) {
        return machine.names(folder).stream()
                .anyMatch(name -> name.startsWith("libcudart.so") || name.startsWith("cudart64_"));
    }
}
