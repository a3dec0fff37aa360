package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.askance.storage.told.OfFile;
import org.askance.storage.told.ToldException;

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
            throw new ToldException(OfFile.LINK_IN_FOLDER.with(file));
        }
        return file;
    }

    /// @throws IOException with a sentence if `path`, which a person named, is neither a folder nor an ordinary file
    static void need(Path path) throws IOException {
        if (Files.isDirectory(path) || Files.isRegularFile(path)) {
            return;
        }
        if (Files.exists(path)) {
            throw new ToldException((Files.isSymbolicLink(path) ? OfFile.LINK_TO_PIPE : OfFile.PIPE).with(path));
        }
        throw new ToldException(
                (Files.isSymbolicLink(path) ? OfFile.LINK_TO_NOWHERE : OfFile.NOTHING_THERE).with(path));
    }
}
