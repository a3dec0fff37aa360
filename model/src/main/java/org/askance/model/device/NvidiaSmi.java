package org.askance.model.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Asks the program `nvidia-smi`, which comes with the driver, for what no file tells. It may take seconds and, with
/// a broken driver, for ever: it is ended then. Call from a thread that may wait.
final class NvidiaSmi {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private NvidiaSmi() {}

    /// Empty if the program is not there, fails, or does not answer in time.
    static Optional<Nvidia> ask(Machine machine) {
        return ask(machine, PATIENCE);
    }

    static Optional<Nvidia> ask(Machine machine, Duration patience) {
        return program(machine).flatMap(program -> answer(program, patience)).flatMap(NvidiaSmi::parse);
    }

    private static Optional<Path> program(Machine machine) {
        boolean windows = machine.os() == Machine.Os.WINDOWS;
        var usual = windows ? List.of(Nvidia.system32(machine)) : List.of("/usr/bin", "/usr/lib/wsl/lib");
        return Stream.concat(usual.stream(), machine.folders(machine.environment().get("PATH")).stream())
                .map(folder -> machine.at(folder).resolve(windows ? "nvidia-smi.exe" : "nvidia-smi"))
                .filter(Files::isExecutable).findFirst();
    }

    private static Optional<String> answer(Path program, Duration patience) {
        try {
            var process = new ProcessBuilder(program.toString(),
                    "--query-gpu=driver_version,memory.total,name", "--format=csv,noheader,nounits")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0
                        ? Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Nvidia> parse(String lines) {
        var cards = new ArrayList<Nvidia.Card>();
        Optional<String> version = Optional.empty();
        for (var line : lines.lines().toList()) {
            String[] parts = line.split("\\s*,\\s*", 3);
            if (parts.length == 3) {
                version = Optional.of(parts[0].strip());
                cards.add(new Nvidia.Card(parts[2].strip(), parts[1].matches("\\d+") ? Long.parseLong(parts[1]) : 0));
            }
        }
        return cards.isEmpty() ? Optional.empty() : Optional.of(new Nvidia(version, cards));
    }
}
