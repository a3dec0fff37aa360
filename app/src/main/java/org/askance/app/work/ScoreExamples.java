package org.askance.app.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askance.model.Pair;
import org.askance.model.inference.Scored;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.run.NewPrediction;

/// Scores with the current checkpoint every example that it has not scored yet, and stores predictions and
/// embeddings as it goes, so that a cancelled run keeps what it has finished. Returns how many were scored.
public record ScoreExamples(Workspace workspace) implements Job<Integer> {

    private static final int AT_ONCE = 128;

    @Override
    public Integer run(Progress progress) {
        var project = workspace.project();
        long checkpoint = workspace.current().id();
        long[] ids = project.examples().unscored(checkpoint);
        if (ids.length == 0) {
            return 0;
        }
        var scorer = workspace.scorer();
        var embeddings = new Embeddings(project, checkpoint);
        int done = 0;
        try {
            while (done < ids.length) {
                progress.checkCancelled();
                var batch = Arrays.copyOfRange(ids, done, Math.min(ids.length, done + AT_ONCE));
                var rows = project.examples().rows(batch);
                var scored = scorer.score(rows.stream().map(ScoreExamples::pair).toList());
                var predictions = new ArrayList<NewPrediction>();
                for (int i = 0; i < rows.size(); i++) {
                    long id = rows.get(i).example().id();
                    switch (scored.get(i)) {
                        case Scored.Prediction prediction -> {
                            predictions.add(new NewPrediction(id, prediction.probabilities()));
                            embeddings.add(id, prediction);
                        }
                        case Scored.Unreadable(String reason) -> project.examples().setProblem(id, reason);
                    }
                }
                project.predictions().save(checkpoint, predictions);
                done += batch.length;
                progress.update(done, ids.length);
            }
        } finally {
            embeddings.save();
        }
        return done;
    }

    static Pair pair(ExampleRow row) {
        var image = row.example().image();
        if (image == null) {
            throw new IllegalArgumentException(row.example().key() + " has no image");
        }
        return new Pair(row.example().text(), row.example().knowledge(), image);
    }

    /// What is stored already, and what comes on top.
    private static final class Embeddings {
        private final Project project;
        private final long checkpoint;
        private final Map<EmbeddingKind, LinkedHashMap<Long, float[]>> byKind = new java.util.EnumMap<>(
                EmbeddingKind.class);

        Embeddings(Project project, long checkpoint) {
            this.project = project;
            this.checkpoint = checkpoint;
            for (var kind : EmbeddingKind.values()) {
                var known = new LinkedHashMap<Long, float[]>();
                var stored = project.embeddings().load(checkpoint, kind);
                for (int i = 0; stored != null && i < stored.size(); i++) {
                    known.put(stored.examples()[i], stored.values()[i]);
                }
                byKind.put(kind, known);
            }
        }

        void add(long id, Scored.Prediction prediction) {
            put(EmbeddingKind.TEXT, id, prediction.text());
            put(EmbeddingKind.IMAGE, id, prediction.image());
            put(EmbeddingKind.FUSED, id, prediction.fused());
        }

        private void put(EmbeddingKind kind, long id, float[] values) {
            java.util.Objects.requireNonNull(byKind.get(kind)).put(id, values);
        }

        void save() {
            byKind.forEach((kind, vectors) -> project.embeddings().save(checkpoint, kind,
                    new Vectors(vectors.keySet().stream().mapToLong(Long::longValue).toArray(),
                            List.copyOf(vectors.values()).toArray(float[][]::new))));
            project.embeddings().forgetProjections(checkpoint);
        }
    }
}
