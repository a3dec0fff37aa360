package org.askance.model.device;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which device a person asks for.
public sealed interface DeviceWish {

    /// A graphics card if one can be used, else the CPU.
    record Automatic() implements DeviceWish {}

    record Cpu() implements DeviceWish {}

    /// One graphics card and nothing else: if it cannot be used, that is an error.
    ///
    /// @param number from 0
    record Gpu(int number) implements DeviceWish {}

    /// As it is typed and kept: `auto`, `cpu`, `gpu:0`.
    default String key() {
        return switch (this) {
            case Automatic() -> "auto";
            case Cpu() -> "cpu";
            case Gpu(int number) -> "gpu:" + number;
        };
    }

    /// Reads what [#key] gives; `gpu` alone is the first card. Empty for anything else.
    static Optional<DeviceWish> of(String text) {
        String key = text.strip().toLowerCase(Locale.ROOT);
        var gpu = GPU.matcher(key);
        if (gpu.matches()) {
            return Optional.of(new Gpu(gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1))));
        }
        return switch (key) {
            case "auto" -> Optional.of(new Automatic());
            case "cpu" -> Optional.of(new Cpu());
            default -> Optional.empty();
        };
    }

    /// More than 999 cards are a slip of the finger.
    Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");
}
