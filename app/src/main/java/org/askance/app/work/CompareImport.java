package org.askance.app.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.askance.storage.Project;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.exchange.Standing;

/// Tells what an import would change of pairs that are there: empty if the source has none of them, which is told
/// without looking at a picture. Nothing is written.
///
/// @param wanted the import
public record CompareImport(ImportExamples wanted) implements Job<Optional<ImportReport>> {

    private static final int BATCH = 4_000;

    @Override
    public Optional<ImportReport> run(Progress progress) throws IOException {
        var project = wanted.project();
        if (project.imports().lastId() == 0 || !hasKnown(project, progress)) {
            return Optional.empty();
        }
        return Optional.of(new ImportExamples(project, wanted.source(), wanted.origin(), wanted.choices().asDry())
                .run(progress));
    }

    private boolean hasKnown(Project project, Progress progress) throws IOException {
        var search = new Search(project, progress);
        try {
            wanted.source().read(search);
            search.look();
            return false;
        } catch (Known _) {
            return true;
        }
    }

    /// One of the pairs is there.
    private static final class Known extends RuntimeException {
        private static final long serialVersionUID = 1;

        Known() {
            super(null, null, false, false);
        }
    }

    private static final class Search implements ExampleSource.Sink {
        private final Project project;
        private final Progress progress;
        private final List<ImportRepository.Looked> waiting = new ArrayList<>();

        Search(Project project, Progress progress) {
            this.project = project;
            this.progress = progress;
        }

        @Override
        public void row(SourceRow row) {
            progress.checkCancelled();
            waiting.add(new ImportRepository.Looked(row.example(), null));
            if (waiting.size() >= BATCH) {
                look();
            }
        }

        @Override
        public void problem(RowProblem problem) {
            progress.checkCancelled();
        }

        void look() {
            if (project.imports().compare(waiting).stream().anyMatch(Standing.Known.class::isInstance)) {
                throw new Known();
            }
            waiting.clear();
        }
    }
}
