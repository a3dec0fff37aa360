package org.askance.app.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.askance.model.Pair;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.inference.Scored;
import org.askance.model.inference.ScoringPipeline;
import org.askance.model.told.Told;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.run.Checkpoint;
import org.askance.storage.run.NewPrediction;
import org.askance.storage.run.TaskLabels;

/// Scores with the current checkpoint every example that lacks its predictions or its embeddings, and stores both
/// as it goes, embeddings first: what has predictions has embeddings, even after a kill. A run that was stopped
/// keeps what it has finished, and the next goes on there.
public record ScoreExamples(Workspace workspace) implements Job<ScoreExamples.Outcome> {

    /// @param scored     how many are now
    /// @param unreadable how many cannot be, for their pictures
    /// @param another    how many of the scored are with another picture than was imported
    public record Outcome(int scored, int unreadable, int another) {}

    /// @param another ids of those in whose picture's place another lies
    private record Rows(List<ExampleRow> rows, Set<Long> another) {}

    @Override
    public Outcome run(Progress progress) {
        var project = workspace.project();
        long checkpoint = workspace.current().id();
        long[] ids = open(project, workspace.current());
        if (ids.length == 0) {
            return new Outcome(0, 0, 0);
        }
        var scorer = workspace.scorer();
        var store = new Store(project, checkpoint, NetworkLabels.named(scorer.checkpoint().tasks()), progress,
                ids.length);
        try {
            ScoringPipeline.run(scorer, ScoringPipeline.chunks(ids.length), i -> {
                var rows = project.examples().rows(chunk(ids, i));
                // The files are read in a moment anyway, and the network works meanwhile.
                var another = project.missingImages().another(chunk(ids, i));
                return new ScoringPipeline.Chunk<>(new Rows(rows, another),
                        rows.stream().map(ScoreExamples::pair).toList());
            }, store::add, progress::isCancelled);
        } finally {
            project.embeddings().forgetProjections(checkpoint);
        }
        return new Outcome(ids.length - store.unreadable, store.unreadable, store.another);
    }

    /// What is still to be scored: also what lost its embeddings, since their file may be deleted at any time. Of a
    /// network that knows none of the project's tasks nothing but embeddings is kept: what has those is done.
    private static long[] open(Project project, Checkpoint checkpoint) {
        var embedded = project.embeddings().examples(checkpoint.id());
        long[] unscored = project.examples().unscored(checkpoint.id());
        if (LongStream.of(unscored).anyMatch(embedded::contains) && !isUnderstood(project, checkpoint)) {
            unscored = LongStream.of(unscored).filter(id -> !embedded.contains(id)).toArray();
        }
        return LongStream.concat(LongStream.of(unscored), LongStream.of(project.examples().scored(checkpoint.id()))
                .filter(id -> !embedded.contains(id))).sorted().toArray();
    }

    private static boolean isUnderstood(Project project, Checkpoint checkpoint) {
        return project.predictions().understands(checkpoint.id(),
                NetworkLabels.named(CheckpointFolder.inspect(checkpoint.folder()).tasks()));
    }

    private static long[] chunk(long[] ids, int number) {
        int from = number * ScoringPipeline.CHUNK;
        return Arrays.copyOfRange(ids, from, Math.min(ids.length, from + ScoringPipeline.CHUNK));
    }

    static Pair pair(ExampleRow row) {
        var image = row.example().image();
        if (image == null) {
            throw new IllegalArgumentException(row.example().key() + " has no image");
        }
        return new Pair(row.example().text(), row.example().knowledge(), image);
    }

    /// Stores chunk after chunk.
    private static final class Store {
        private final Project project;
        private final long checkpoint;
        private final List<TaskLabels> labels;
        private final Progress progress;
        private final int total;
        private int done;
        private int unreadable;
        private int another;

        Store(Project project, long checkpoint, List<TaskLabels> labels, Progress progress, int total) {
            this.project = project;
            this.checkpoint = checkpoint;
            this.labels = labels;
            this.progress = progress;
            this.total = total;
        }

        void add(Rows chunk, List<Scored> scored) {
            var rows = chunk.rows;
            var ids = new ArrayList<Long>();
            var predictions = new ArrayList<Scored.Prediction>();
            for (int i = 0; i < scored.size(); i++) {
                long id = rows.get(i).example().id();
                switch (scored.get(i)) {
                    case Scored.Prediction prediction -> {
                        ids.add(id);
                        another += chunk.another.contains(id) ? 1 : 0;
                        predictions.add(prediction);
                    }
                    case Scored.Unreadable(Told told) -> {
                        unreadable++;
                        project.examples().setProblem(id, told.english());
                    }
                }
            }
            if (!ids.isEmpty()) {
                var examples = ids.stream().mapToLong(Long::longValue).toArray();
                project.embeddings().append(checkpoint, embeddings(examples, predictions));
                var rowsToSave = new ArrayList<NewPrediction>();
                for (int i = 0; i < examples.length; i++) {
                    rowsToSave.add(new NewPrediction(examples[i], predictions.get(i).probabilities()));
                }
                project.predictions().save(checkpoint, labels, rowsToSave);
            }
            done += rows.size();
            progress.update(done, total);
        }

        private static Map<EmbeddingKind, Vectors> embeddings(long[] examples, List<Scored.Prediction> predictions) {
            var byKind = new EnumMap<EmbeddingKind, Vectors>(EmbeddingKind.class);
            for (var kind : EmbeddingKind.values()) {
                Function<Scored.Prediction, float[]> part = switch (kind) {
                    case TEXT -> Scored.Prediction::text;
                    case IMAGE -> Scored.Prediction::image;
                    case FUSED -> Scored.Prediction::fused;
                };
                byKind.put(kind, new Vectors(examples, predictions.stream().map(part).toArray(float[][]::new)));
            }
            return byKind;
        }
    }
}
