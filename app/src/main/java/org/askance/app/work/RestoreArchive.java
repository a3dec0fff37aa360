package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import org.askance.storage.exchange.ArchiveRestore;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

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
            throw new ToldException(OfExport.NOT_RESTORED.with(folder, Told.plain(e.getMessage())), e);
        }
    }
}
