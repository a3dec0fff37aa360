package org.askance.model.device;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The CPU: its name, and those of its instruction sets that decide how fast tensors are.
///
/// @param name  as its maker calls it; the architecture where the system does not say
/// @param cores that the JVM may use
/// @param sets  those of [#TELLING] that it has; empty where the system does not say
public record Processor(String name, int cores, List<String> sets) {

    /// Wide vectors, and arithmetic on bfloat16.
    private static final List<String> TELLING = List.of("avx2", "avx512f", "avx512_bf16", "amx_bf16", "asimd", "bf16");

    /// Those that multiply matrices of bfloat16 themselves, which PyTorch makes use of.
    private static final Set<String> BFLOAT16 = Set.of("avx512_bf16", "amx_bf16");

    private static final Pattern NAME = Pattern.compile("(?m)^(?:model name|Model)\\s*:\\s*(.+)$");
    private static final Pattern SETS = Pattern.compile("(?m)^(?:flags|Features)\\s*:\\s*(.+)$");

    public Processor {
        sets = List.copyOf(sets);
    }

    static Processor of(Machine machine) {
        String about = machine.text("/proc/cpuinfo").orElse("");
        var name = NAME.matcher(about);
        var sets = SETS.matcher(about);
        var has = new LinkedHashSet<>(sets.find() ? Arrays.asList(sets.group(1).split("\\s+")) : List.of());
        return new Processor(name.find() ? name.group(1).strip() : named(machine),
                Runtime.getRuntime().availableProcessors(), TELLING.stream().filter(has::contains).toList());
    }

    private static String named(Machine machine) {
        return machine.setting("PROCESSOR_IDENTIFIER").orElse(machine.property("os.arch"));
    }

    boolean hasBfloat16() {
        return sets.stream().anyMatch(BFLOAT16::contains);
    }
}
