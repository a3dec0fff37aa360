package org.askance.model.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the NVIDIA driver says about itself and the graphics cards, without a program being run.
///
/// @param version of the driver; empty where no file tells, as on Windows
/// @param cards   in the driver's order; empty where no file tells
public record Nvidia(Optional<String> version, List<Card> cards) {

    /// @param name   as NVIDIA calls it
    /// @param memory in MiB; 0 if unknown
    public record Card(String name, long memory) {}

    private static final String VERSION_FILE = "/proc/driver/nvidia/version";
    private static final String CARDS_FOLDER = "/proc/driver/nvidia/gpus";
    /// In containers and under Windows' Linux the driver shows itself by these alone.
    private static final List<String> SIGNS = List.of("/dev/nvidiactl", "/usr/lib/wsl/lib/libcuda.so.1");
    private static final Pattern VERSION = Pattern.compile("\\b(\\d{3,4}\\.\\d+(?:\\.\\d+)?)\\b");
    private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(.+)$");

    public Nvidia {
        cards = List.copyOf(cards);
    }

    /// Empty if there is no driver.
    static Optional<Nvidia> of(Machine machine) {
        return switch (machine.os()) {
            case MAC -> Optional.empty();
            case WINDOWS -> machine.has(system32(machine) + "\\nvcuda.dll")
                    ? Optional.of(new Nvidia(Optional.empty(), List.of()))
                    : Optional.empty();
            case LINUX -> {
                var about = machine.text(VERSION_FILE);
                yield about.isEmpty() && SIGNS.stream().noneMatch(machine::has)
                        ? Optional.empty()
                        : Optional.of(new Nvidia(about.flatMap(Nvidia::version), cards(machine)));
            }
        };
    }

    static String system32(Machine machine) {
        return machine.setting("SystemRoot").orElse("C:\\Windows") + "\\System32";
    }

    private static Optional<String> version(String about) {
        var found = VERSION.matcher(about);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static List<Card> cards(Machine machine) {
        return machine.names(CARDS_FOLDER).stream().map(card -> {
            var model = MODEL.matcher(machine.text(CARDS_FOLDER + "/" + card + "/information").orElse(""));
            return new Card(model.find() ? model.group(1).strip() : "NVIDIA " + card, 0);
        }).toList();
    }

    /// Whether this driver is older than `needed`; one of unknown version is not.
    boolean olderThan(String needed) {
        return version.isPresent() && Arrays.compare(numbers(version.get()), numbers(needed)) < 0;
    }

    private static int[] numbers(String version) {
        return Pattern.compile("\\.").splitAsStream(version).mapToInt(Integer::parseInt).toArray();
    }
}
