package org.askance.app.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.askance.model.geometry.AlignmentMeasures;
import org.askance.model.geometry.PrincipalComponents;
import org.askance.model.geometry.Umap;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Embeddings;
import org.askance.storage.embedding.Vectors;

/// Projects the current checkpoint's embeddings to two dimensions: texts and images together, fused vectors
/// by themselves. What was projected before with the same method is read, not computed.
///
/// @param method how
public record ProjectEmbeddings(Workspace workspace, Method method) implements Job<ProjectEmbeddings.Projected> {

    /// Ways to project.
    public enum Method {
        PCA, UMAP
    }

    private static final long SEED = 7;
    private static final int MEASURED = 2_000;

    /// Row i of all arrays belongs to `examples[i]`; points are `n × 2`. Embeddings are of length 1.
    ///
    /// @param measures over the first `measures.pairs()` examples; empty below two
    public record Projected(long[] examples, float[][] text, float[][] image, float[][] fused, float[][] textVectors,
            float[][] imageVectors, float[][] fusedVectors, List<AlignmentMeasures> measures) {

        public Projected {
            measures = List.copyOf(measures);
        }
    }

    @Override
    public Projected run(Progress progress) {
        long checkpoint = workspace.current().id();
        try (var embeddings = workspace.project().embeddings().open(checkpoint)) {
            return embeddings.size() == 0
                    ? new Projected(new long[0], new float[0][], new float[0][], new float[0][], new float[0][],
                            new float[0][], new float[0][], List.of())
                    : project(checkpoint, embeddings, progress);
        }
    }

    private Projected project(long checkpoint, Embeddings embeddings, Progress progress) {
        int n = embeddings.size();
        var examples = embeddings.examples();
        var both = new float[2 * n][];
        System.arraycopy(embeddings.all(EmbeddingKind.TEXT).values(), 0, both, 0, n);
        System.arraycopy(embeddings.all(EmbeddingKind.IMAGE).values(), 0, both, n, n);
        var fusedUnit = org.askance.model.geometry.Vectors.normalised(embeddings.all(EmbeddingKind.FUSED).values());
        var points = points(checkpoint, "aligned", both, examples, 2, progress);
        var fusedPoints = points(checkpoint, "fused", fusedUnit, examples, 1, progress);
        var texts = Arrays.copyOfRange(both, 0, n);
        var images = Arrays.copyOfRange(both, n, 2 * n);
        int measured = Math.min(n, MEASURED);
        var measures = new ArrayList<AlignmentMeasures>();
        if (measured > 1) {
            measures.add(AlignmentMeasures.of(Arrays.copyOf(texts, measured),
                    Arrays.copyOf(images, measured)));
        }
        return new Projected(examples, Arrays.copyOfRange(points, 0, n),
                Arrays.copyOfRange(points, n, 2 * n), fusedPoints, texts, images, fusedUnit, measures);
    }

    private float[][] points(long checkpoint, String what, float[][] rows, long[] examples, int copies,
            Progress progress) {
        if (method == Method.PCA || rows.length < Umap.FEWEST) {
            return PrincipalComponents.project(rows, 2);
        }
        String key = what + "-umap-15-0.1-" + SEED;
        var ids = new long[rows.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = examples[i % (rows.length / copies)];
        }
        var known = workspace.project().embeddings().loadProjection(checkpoint, key);
        if (known != null && Arrays.equals(known.examples(), ids)) {
            return known.values();
        }
        var points = Umap.project(rows, SEED, share -> progress.update(Math.round(1000 * share), 1000),
                progress::isCancelled);
        workspace.project().embeddings().saveProjection(checkpoint, key, new Vectors(ids, points));
        return points;
    }
}
