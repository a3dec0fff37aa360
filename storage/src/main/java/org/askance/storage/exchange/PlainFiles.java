package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Which files are read. What a person names may be a link to an ordinary file; what is found in a folder may not: a
/// data set from elsewhere could lead to any file of this computer. Pipes and devices never: they need not end.
final class PlainFiles {

    private PlainFiles() {}

    /// Whether `file`, found in a folder, may be read.
    static boolean isOwn(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether something stands at `file`, found in a folder, that is no folder and may not be read.
    static boolean isRefused(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwn(file)
                && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// @throws IOException with a sentence if what stands at `file`, found in a folder, may not be read
    static Path own(Path file) throws IOException {
        if (isRefused(file)) {
            throw new IOException(file + " is a link, a pipe or a device, and those are not read where a folder holds"
                    + " them. Choose the file that it leads to.");
        }
        return file;
    }

    /// @throws IOException with a sentence if `path`, which a person named, is neither a folder nor an ordinary file
    static void need(Path path) throws IOException {
        if (Files.isDirectory(path) || Files.isRegularFile(path)) {
            return;
        }
        if (Files.exists(path)) {
            throw new IOException(path + (Files.isSymbolicLink(path) ? " is a link to" : " is")
                    + " a pipe or a device, which might never end. Save what it gives to a file and choose that.");
        }
        throw new IOException(Files.isSymbolicLink(path)
                ? path + " is a link that leads nowhere. Choose the file that it should lead to."
                : "There is nothing at " + path + " that can be read. Choose a file or a folder.");
    }
}
