package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.exchange.CsvExport;

/// Writes what a filter finds as CSV, whole or not at all. Returns how many rows.
public record ExportExamples(Project project, ExampleFilter filter, Path file) implements Job<Integer> {

    @Override
    public Integer run(Progress progress) throws IOException {
        long[] ids = project.examples().ids(filter);
        try {
            new CsvExport(project.examples(), project.tasks().list()).write(ids, file, done -> {
                progress.checkCancelled();
                progress.update(done, ids.length);
            });
        } catch (IOException e) {
            throw new IOException("The export cannot be written to " + file + ": " + e.getMessage()
                    + ". Choose another place, or check that the disk has room.", e);
        }
        return ids.length;
    }
}
