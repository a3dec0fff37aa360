package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import org.askance.storage.exchange.ArchiveRestore;
import org.askance.storage.files.Journal;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// Makes a project of an archive. Returns how many files it has.
///
/// @param folder  must be absent or empty
/// @param journal tells the next start, should the program be killed meanwhile
public record RestoreArchive(Path archive, Path folder, Journal journal) implements Job<Integer> {

    @Override
    public Integer run(Progress progress) throws IOException {
        try {
            return ArchiveRestore.restore(archive, folder, journal, done -> {
                progress.checkCancelled();
                progress.update(done, 0);
            });
        } catch (java.nio.file.FileSystemException e) {
            throw new ToldException(OfExport.NOT_RESTORED.with(folder, Told.plain(e.getMessage())), e);
        }
    }
}
