package org.askance.storage.exchange;

import java.nio.file.Path;

/// Paths as the project keeps them: those within its folder relative to it.
final class StoredPath {

    private StoredPath() {}

    static String of(Path folder, Path file) {
        var absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString();
    }
}
