package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import org.askance.storage.exchange.ArchiveRestore;

/// Makes a project of an archive. Returns how many files it has.
///
/// @param folder must be absent or empty
public record RestoreArchive(Path archive, Path folder) implements Job<Integer> {

    @Override
    public Integer run(Progress progress) throws IOException {
        try {
            return ArchiveRestore.restore(archive, folder, done -> {
                progress.checkCancelled();
                progress.update(done, 0);
            });
        } catch (java.nio.file.FileSystemException e) {
            throw new IOException("The project cannot be restored to " + folder + ": " + e.getMessage()
                    + ". Choose another place, or check that the disk has room.", e);
        }
    }
}
