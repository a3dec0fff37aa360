package org.askance.storage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What memory this process took, as Linux counts it.
final class Peak {

    private Peak() {}

    /// @param field of /proc/self/status, for example `VmHWM`
    static String of(String field) throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith(field + ":")).findFirst()
                        .map(line -> line.substring(field.length() + 1).strip()).orElse("unknown")
                : "unknown";
    }

    /// The most it ever held.
    static String most() throws IOException {
        return of("VmHWM");
    }
}
