package org.askance.model.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A machine made of real files in a folder.
final class MachineTree {

    static final String TORCH = "/home/ada/torch/lib";

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>(
            Map.of("os.name", "Linux", "os.arch", "amd64", "os.version", "6.1", "java.version", "25"));

    MachineTree(Path root) {
        this.root = root;
    }

    MachineTree file(String path, String text) {
        try {
            var file = root.resolve(path.replaceAll("^/+", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    MachineTree program(String path, String script) {
        file(path, script);
        if (!root.resolve(path.replaceAll("^/+", "")).toFile().setExecutable(true)) {
            throw new IllegalStateException(path + " cannot be made a program");
        }
        return this;
    }

    MachineTree set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    MachineTree property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /// As the Linux driver shows itself.
    MachineTree driver(String version) {
        return file("/proc/driver/nvidia/version", "NVRM version: NVIDIA UNIX x86_64 Kernel Module  " + version
                + "  Thu Jan 16 09:04:44 UTC 2025\nGCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n")
                .file("/proc/driver/nvidia/gpus/0000:01:00.0/information",
                        "Model: \t\t NVIDIA GeForce RTX 4090\nIRQ:   \t\t 98\n");
    }

    /// PyTorch as pip installs it, and `PYTORCH_LIBRARY_PATH` naming it.
    MachineTree torch(String version, boolean cuda) {
        file(TORCH + "/libtorch.so", "").file("/home/ada/torch/version.py",
                "from typing import Optional\n\n__version__ = '" + version + "'\ndebug = False\n");
        if (cuda) {
            file(TORCH + "/libtorch_cuda.so", "");
        }
        return set("PYTORCH_LIBRARY_PATH", TORCH);
    }

    Machine machine() {
        return new Machine(root, environment, properties);
    }
}
