package org.askance.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// A file as the hub lists it.
///
/// @param path  in the repository, with `/`; never climbs out of it
/// @param bytes its length
record HubFile(String path, long bytes, Checksum checksum) {

    /// Whether `file` holds exactly this.
    boolean is(Path file, BooleanSupplier cancelled) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == bytes
                && Checksum.of(checksum.kind(), file, cancelled).equals(checksum);
    }

    Path in(Path folder) {
        return folder.resolve(path);
    }

    /// What has come of it so far. Named after the content, so that it is only ever gone on with as the same.
    Path partialIn(Path folder) {
        return folder.resolve(path + "." + checksum.hex().substring(0, 12) + ".partial");
    }

    /// How much of it `folder` has, whole or not; looks at lengths only.
    long bytesIn(Path folder) {
        try {
            for (var file : new Path[]{in(folder), partialIn(folder)}) {
                if (Files.isRegularFile(file)) {
                    return Math.min(bytes, Files.size(file));
                }
            }
            return 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
