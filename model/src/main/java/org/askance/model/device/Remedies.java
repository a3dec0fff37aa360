package org.askance.model.device;

import java.util.List;
import java.util.Optional;

/// Lines to type, for a shell on Linux and macOS and for PowerShell on Windows.
final class Remedies {

    private static final String LIB = "import os, torch; print(os.path.join(os.path.dirname(torch.__file__), 'lib'))";
    private static final String RUNTIME = "import os, nvidia.cuda_runtime as c;"
            + " print(os.path.join(list(c.__path__)[0], 'lib'))";

    private Remedies() {}

    /// Installs PyTorch beside everything else and tells where it is.
    static List<String> install(Machine.Os os, String version, String flavor) {
        String pip = "pip install torch==" + version + " --index-url https://download.pytorch.org/whl/" + flavor;
        return os == Machine.Os.WINDOWS
                ? List.of("python -m " + pip, "$env:PYTORCH_LIBRARY_PATH = python -c \"" + LIB + "\"",
                        "$env:PYTORCH_VERSION = \"" + version + "\"", "$env:PYTORCH_FLAVOR = \"" + flavor + "\"")
                : List.of("python3 -m " + pip, "export PYTORCH_LIBRARY_PATH=\"$(python3 -c \"" + LIB + "\")\"",
                        "export PYTORCH_VERSION=" + version, "export PYTORCH_FLAVOR=" + flavor);
    }

    /// Takes back what names another PyTorch than the bundled one.
    static List<String> unset(Machine.Os os) {
        var variables = List.of(EngineLibrary.PATH, EngineLibrary.VERSION, EngineLibrary.FLAVOR);
        return os == Machine.Os.WINDOWS
                ? variables.stream().map(name -> "Remove-Item Env:" + name + " -ErrorAction Ignore").toList()
                : List.of("unset " + String.join(" ", variables));
    }

    /// Puts CUDA's runtime library where it is looked for.
    static List<String> cudart(Machine.Os os, Optional<String> folder) {
        if (os == Machine.Os.WINDOWS) {
            return folder.map(place -> List.of("$env:PATH = \"" + place + ";$env:PATH\"")).orElse(List.of(
                    "python -m pip install nvidia-cuda-runtime-cu12",
                    "$env:PATH = (python -c \"" + RUNTIME.replace("'lib'", "'bin'") + "\") + \";$env:PATH\""));
        }
        return folder.map(place -> List.of("export LD_LIBRARY_PATH=\"" + place + ":$LD_LIBRARY_PATH\""))
                .orElse(List.of("python3 -m pip install nvidia-cuda-runtime-cu12",
                        "export LD_LIBRARY_PATH=\"$(python3 -c \"" + RUNTIME + "\"):$LD_LIBRARY_PATH\""));
    }
}
