package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import org.askance.storage.Project;
import org.askance.storage.exchange.ProjectArchive;
import org.askance.storage.files.Journal;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;

/// Puts all of a project into one zip.
///
/// @param journal     tells the next start, should the program be killed meanwhile
/// @param checkpoints whether the weights come too
public record ArchiveProject(Project project, Journal journal, Path out, boolean checkpoints)
        implements
            Job<ProjectArchive.Archived> {

    @Override
    public ProjectArchive.Archived run(Progress progress) throws IOException {
        project.ownPlaces().check(out);
        try {
            return project.archive().write(out, checkpoints, journal, done -> {
                progress.checkCancelled();
                progress.update(done, 0);
            });
        } catch (java.nio.file.FileSystemException e) {
            throw new ToldException(OfExport.ARCHIVE_NOT_WRITTEN.with(out, Told.plain(e.getMessage())), e);
        }
    }
}
