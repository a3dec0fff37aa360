package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.askance.storage.Project;
import org.askance.storage.exchange.AtlasPoints;
import org.askance.storage.exchange.ExampleExport;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.run.Checkpoint;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Writes examples in an outside format, whole or not at all, as the project was at one moment.
public record ExportExamples(Workspace workspace, Request request) implements Job<ExampleExport.Written> {

    /// What is wanted.
    ///
    /// @param which      finds the examples' ids, in the order in which they are written
    /// @param checkpoint name of the one whose predictions are written; `null`: the current one
    /// @param timesOf    the annotator whose answer times are written; `null`: nobody's
    /// @param out        the file, or the folder
    public record Request(ExportFormat format, Function<Project, long[]> which, ExportLabels labels,
            @Nullable String checkpoint, boolean copyImages, @Nullable String timesOf, Path out) {}

    /// @throws IOException with a sentence, if it cannot be written or the checkpoint is not the project's
    @Override
    public ExampleExport.Written run(Progress progress) throws IOException {
        var project = workspace.project();
        project.ownPlaces().check(request.out);
        checkAnnotator(project);
        var checkpoint = checkpoint();
        long[] ids = request.which.apply(project);
        var order = new ExampleExport.Order(request.format, ids, request.labels, checkpoint, request.copyImages,
                request.timesOf, points(checkpoint, progress), request.out);
        try {
            return new ExampleExport(project.exportRows(), project.tasks().list()).write(order, workspace.journal(),
                    done -> {
                        progress.checkCancelled();
                        progress.update(done, ids.length);
                    });
        } catch (java.nio.file.FileSystemException e) {
            throw new ToldException(OfExport.NOT_WRITTEN.with(request.out, Told.plain(e.getMessage())), e);
        }
    }

    private void checkAnnotator(Project project) throws IOException {
        if (request.labels instanceof ExportLabels.Annotator(var name)) {
            var all = project.exportRows().annotators();
            if (!all.contains(name)) {
                throw new ToldException(OfExport.NO_ANNOTATOR.with(name, String.join(", ", all)));
            }
        }
    }

    private Checkpoint checkpoint() throws IOException {
        if (request.checkpoint == null) {
            return workspace.current();
        }
        var all = workspace.project().checkpoints().list();
        return all.stream().filter(one -> one.name().equals(request.checkpoint)).findFirst()
                .orElseThrow(() -> new ToldException(OfExport.NO_CHECKPOINT.with(
                        String.valueOf(request.checkpoint),
                        String.join(", ", all.stream().map(Checkpoint::name).distinct().toList()))));
    }

    private @Nullable AtlasPoints points(Checkpoint checkpoint, Progress progress) throws IOException {
        if (request.format != ExportFormat.ATLAS) {
            return null;
        }
        if (!checkpoint.current()) {
            throw new ToldException(OfExport.OTHER_MAP.with(checkpoint.name()));
        }
        return new GatherAtlasPoints(workspace).run(progress);
    }
}
