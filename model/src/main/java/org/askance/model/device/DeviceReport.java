package org.askance.model.device;

import ai.djl.pytorch.jni.LibUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// All that decides which device tensors run on, read anew: for people who wonder why, and for those who help them.
///
/// @param settings     what was asked for
/// @param device       what was chosen; empty if the engine did not start
/// @param failure      why it did not, as a sentence; empty if it did
/// @param findings     what follows from the facts, most telling first
/// @param processor    the CPU
/// @param system       name, version and architecture of the operating system
/// @param java         version and maker of the JVM
/// @param nvidia       the graphics driver and the cards it knows; empty if there is none
/// @param usableCards  how many the engine can use; 0 if it did not start
/// @param pytorch      version of PyTorch as its files say
/// @param flavor       of that build: `cpu`, `cu128`
/// @param bridge       the library between Java and PyTorch
/// @param libraryPath  where PyTorch was loaded from; empty if it was not
/// @param cudart       folder in which programs find CUDA's runtime library; empty if they do not
/// @param variables    those of DJL's and of the loader that are set
public record DeviceReport(DeviceSettings settings, Optional<DeviceInfo> device, Optional<Told> failure,
        List<Finding> findings, Processor processor, String system, String java, Optional<Nvidia> nvidia,
        int usableCards, String pytorch, String flavor, Bridge bridge, Optional<String> libraryPath,
        Optional<String> cudart, Map<String, String> variables) {

    private static final List<String> VARIABLES = List.of(EngineLibrary.PATH, EngineLibrary.VERSION,
            EngineLibrary.FLAVOR, "LD_LIBRARY_PATH", "CUDA_PATH", "CUDA_VISIBLE_DEVICES");

    public DeviceReport {
        findings = List.copyOf(findings);
        variables = Map.copyOf(variables);
    }

    /// What a running engine knows of itself.
    record Running(DeviceInfo device, Finding finding, int cards) {}

    /// Where the engine did not start. May take seconds, as the driver's own program is asked.
    public static DeviceReport ofFailed(DeviceSettings settings, Machine machine, RuntimeException failure) {
        var finding = failure instanceof DeviceException known ? known.finding() : Optional.<Finding>empty();
        return of(settings, machine, null,
                Optional.of(failure instanceof DeviceException known ? known.told() : Told.plain(failure.getMessage())),
                finding);
    }

    static DeviceReport ofRunning(DeviceSettings settings, Machine machine, Running running) {
        return of(settings, machine, running, Optional.empty(), Optional.of(running.finding));
    }

    private static DeviceReport of(DeviceSettings settings, Machine machine, @Nullable Running running,
            Optional<Told> failure, Optional<Finding> finding) {
        var bridge = Bridge.ofClassPath(machine);
        var library = EngineLibrary.of(machine, bridge);
        var findings = new java.util.ArrayList<Finding>(finding.stream().toList());
        library.finding().filter(one -> !findings.contains(one)).ifPresent(findings::add);
        var files = Nvidia.of(machine);
        var variables = new TreeMap<String, String>();
        VARIABLES.forEach(name -> machine.setting(name).ifPresent(value -> variables.put(name, value)));
        return new DeviceReport(settings, Optional.ofNullable(running).map(Running::device), failure, findings,
                Processor.of(machine),
                String.join(" ", machine.property("os.name"), machine.property("os.version"),
                        machine.property("os.arch")),
                machine.property("java.version") + ", " + machine.property("java.vendor"),
                files.isEmpty() ? files : NvidiaSmi.ask(machine).or(() -> files), running == null ? 0 : running.cards,
                library.version(), library.flavor(), bridge,
                running == null ? Optional.empty() : Optional.of(LibUtils.getLibtorchPath()),
                Cudart.onLoadersPath(machine), variables);
    }
}
