package org.askance.model.device;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which build of PyTorch the engine loads: the one on the class path, or one that `PYTORCH_LIBRARY_PATH` names. Looked
/// at before it is loaded, because a library of another version than the bridge's loads and then misreads numbers.
///
/// @param version as the build says itself where it does, with its flavor: `2.7.1+cu128`
/// @param flavor  `cpu`, or `cu128` for CUDA
/// @param folder  of its files; empty for the one on the class path
/// @param finding what is wrong with it
record EngineLibrary(String version, String flavor, Optional<String> folder, Optional<Finding> finding) {

    static final String PATH = "PYTORCH_LIBRARY_PATH";
    static final String VERSION = "PYTORCH_VERSION";
    static final String FLAVOR = "PYTORCH_FLAVOR";

    /// Beside the folder `lib`: in Python's packages, and in an unpacked libtorch.
    private static final Pattern IN_PYTHON = Pattern.compile("(?m)^__version__\\s*=\\s*['\"]([^'\"]+)['\"]");

    private record Said(String version, String where) {}

    static EngineLibrary of(Machine machine, Bridge bridge) {
        var asked = machine.setting(PATH);
        var folder = asked.flatMap(path -> folder(machine, path));
        if (folder.isPresent()) {
            return installed(machine, bridge, folder.get());
        }
        var claimed = machine.setting(VERSION);
        var bundled = new EngineLibrary(bridge.pytorch(), "cpu", Optional.empty(), Optional.empty());
        if (claimed.isPresent() && !claimed.get().equals(bridge.pytorch())) {
            return bundled.with(differs(machine, bridge, new Said(claimed.get(), VERSION)));
        }
        return asked.map(path -> bundled.with(new Finding.LibraryMissing(path, file(machine.os(), "torch"))))
                .orElse(bundled);
    }

    private EngineLibrary with(Finding newFinding) {
        return new EngineLibrary(version, flavor, folder, Optional.of(newFinding));
    }

    private static Finding differs(Machine machine, Bridge bridge, Said said) {
        return new Finding.VersionsDiffer(machine.os(), said.version, bridge.pytorch(), said.where,
                Nvidia.of(machine).flatMap(_ -> bridge.cuda()));
    }

    private static Optional<String> folder(Machine machine, String path) {
        String library = file(machine.os(), "torch");
        return machine.folders(path).stream()
                .map(place -> place.endsWith(library)
                        ? place.substring(0, Math.max(0, place.length() - library.length() - 1))
                        : place)
                .filter(place -> machine.has(place + "/" + library)).findFirst();
    }

    private static String file(Machine.Os os, String library) {
        return switch (os) {
            case LINUX -> "lib" + library + ".so";
            case WINDOWS -> library + ".dll";
            case MAC -> "lib" + library + ".dylib";
        };
    }

    private static EngineLibrary installed(Machine machine, Bridge bridge, String folder) {
        String built = machine.has(folder + "/" + file(machine.os(), "torch_cuda"))
                ? bridge.cuda().orElse("cpu")
                : "cpu";
        String flavor = machine.setting(FLAVOR).orElse(built);
        var said = said(machine, folder);
        var claimed = machine.setting(VERSION).map(version -> new Said(version, VERSION));
        var library = new EngineLibrary(
                said.or(() -> claimed).map(Said::version).orElse(bridge.pytorch()), flavor, Optional.of(folder),
                Optional.empty());
        for (var one : Stream.of(said, claimed).flatMap(Optional::stream).toList()) {
            // What the build says of itself ends in its flavor; what a person sets must be the bare version.
            String version = one.where.equals(VERSION) ? one.version : one.version.replaceAll("\\+.*", "");
            if (!version.equals(bridge.pytorch())) {
                return library.with(differs(machine, bridge, one));
            }
        }
        return bridge.flavors().contains(flavor)
                ? library
                : library.with(new Finding.FlavorUnknown(flavor, bridge.flavors()));
    }

    private static Optional<Said> said(Machine machine, String folder) {
        String python = folder + "/../version.py";
        String unpacked = folder + "/../build-version";
        return machine.text(python).flatMap(text -> {
            var found = IN_PYTHON.matcher(text);
            return found.find() ? Optional.of(new Said(found.group(1), python)) : Optional.empty();
        }).or(() -> machine.text(unpacked).map(text -> new Said(text.strip(), unpacked)));
    }

    boolean hasCuda() {
        return flavor.startsWith("cu");
    }

    /// Why it must not be loaded.
    Optional<Finding> refusal() {
        return finding.filter(one -> one.weight() == Finding.Weight.REFUSED);
    }
}
