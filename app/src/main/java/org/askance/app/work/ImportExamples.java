package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.askance.storage.Project;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Duplicates;
import org.askance.storage.exchange.ExampleSource;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.exchange.RowProblem;
import org.askance.storage.exchange.SourceRow;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.sql.ClosedException;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Imports what a source gives, or tells what that would change. A row that cannot be used is listed and the rest
/// goes in; pictures are judged by their header and stay where they are. The source streams: memory does not grow with
/// it. Stopped, it keeps the batches that are stored; started again, it goes on from there.
///
/// @param origin where the source lies, by which its pairs are known again
public record ImportExamples(Project project, ExampleSource source, Origin origin, ImportChoices choices)
        implements
            Job<ImportReport> {

    private static final int BATCH = 4_000;
    /// Of the time, where pictures are looked at too: they take longer.
    private static final double READING = 0.2;

    /// @param files   that say what the pairs are
    /// @param mapping how a table was read; `null` if the format fixes it
    public record Origin(Path path, List<Path> files, @Nullable String mapping) {
        public Origin {
            files = List.copyOf(files);
        }
    }

    @Override
    public ImportReport run(Progress progress) throws IOException {
        var imports = project.imports();
        String hash = ContentHash.of(origin.files());
        var before = imports.latest(hash).orElse(null);
        long last = imports.lastId();
        var batches = new ImportBatches(project, choices, split(progress),
                () -> imports.begin(origin.path(), source.format(), hash, origin.mapping()));
        var tally = batches.tally();
        try {
            source.read(new Sink(batches, new ProgressPart(progress, 0, hashes() ? READING : 1)));
            batches.flush();
            batches.takeOver();
        } catch (ClosedException e) {
            throw e;
        } catch (CancellationException e) {
            end(batches, ImportRepository.Ending.STOPPED, "");
            throw e;
        } catch (StorageException e) {
            failed(batches, e);
            throw tally.isEmpty()
                    ? e
                    : new StorageException(OfReading.ROWS_BEFORE_STAY.with(e.told()), e);
        } catch (IOException | RuntimeException e) {
            failed(batches, e);
            throw e;
        }
        if (tally.isEmpty()) {
            var problem = tally.firstProblem();
            throw new ToldException(problem == null
                    ? OfReading.NOTHING_READ.with(origin.path(), source.format().told())
                    : OfReading.NOTHING_READ_BECAUSE.with(origin.path(), source.format().told(),
                            problem.told(source.format())));
        }
        end(batches, ImportRepository.Ending.DONE, "");
        var gone = imports.gone(origin.path(), batches.seen());
        if (choices.dry()) {
            return tally.report(gone, Duplicates.NONE, before);
        }
        if (hashes()) {
            new HashImages(project).run(new ProgressPart(progress, READING, 1));
        }
        return tally.report(gone, project.duplicates().find(last), before);
    }

    private void failed(ImportBatches batches, Exception e) {
        end(batches, ImportRepository.Ending.FAILED,
                e instanceof IOException trouble ? FileTrouble.reason(trouble) : String.valueOf(e.getMessage()));
    }

    /// Notes how it ended, if anything was stored. What cannot be noted must not hide why: the disk may be full.
    private void end(ImportBatches batches, ImportRepository.Ending ending, String failure) {
        if (batches.source() >= 0) {
            try {
                project.imports().end(batches.source(), ending, failure);
            } catch (StorageException _) {
                // Then it counts as cut off.
            }
        }
    }

    /// How pairs are divided: the source must be looked through once for the splits that it names.
    private ImportSplit split(Progress progress) throws IOException {
        if (choices.divide() == Divide.NEVER) {
            return ImportSplit.NONE;
        }
        var named = EnumSet.noneOf(Split.class);
        try {
            source.read(new ExampleSource.Sink() {
                @Override
                public void row(SourceRow row) {
                    progress.checkCancelled();
                    named.add(row.example().split());
                    if (row.example().split() == Split.VALIDATION
                            || (choices.divide() == Divide.UNNAMED && row.example().split() != Split.NONE)) {
                        throw new Seen();
                    }
                }

                @Override
                public void problem(RowProblem problem) {}
            });
            return named.contains(Split.TEST) ? ImportSplit.VALIDATION : ImportSplit.VALIDATION_AND_TEST;
        } catch (Seen _) {
            return ImportSplit.NONE;
        }
    }

    /// The splits of the source are enough.
    private static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1;

        Seen() {
            super(null, null, false, false);
        }
    }

    private boolean hashes() {
        return choices.near() && !choices.dry();
    }

    private record Sink(ImportBatches batches, Progress progress) implements ExampleSource.Sink {

        @Override
        public void row(SourceRow row) {
            progress.checkCancelled();
            batches.add(row, BATCH);
        }

        @Override
        public void problem(RowProblem problem) {
            batches.tally().problem(problem);
        }

        @Override
        public void leftOut(RowProblem file) {
            batches.tally().leftOut(file);
        }

        @Override
        public void dropped(ExampleSource.Drop reason) {
            batches.tally().dropped(reason);
        }

        @Override
        public void numbered() {
            batches.tally().numbered();
        }

        @Override
        public void position(long bytes, long total) {
            progress.update(bytes, total);
        }
    }
}
