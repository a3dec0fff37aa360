package org.askance.app.work;

import java.io.IOException;
import java.util.Arrays;
import org.askance.model.geometry.NeighbourGraph;
import org.askance.storage.exchange.AtlasPoints;
import org.askance.storage.told.OfExport;
import org.askance.storage.told.ToldException;

/// The current checkpoint's fused vectors with their UMAP points and nearest neighbours, for the Embedding Atlas.
public record GatherAtlasPoints(Workspace workspace) implements Job<AtlasPoints> {

    private static final int NEIGHBOURS = 15;

    /// @throws IOException if nothing is scored yet
    @Override
    public AtlasPoints run(Progress progress) throws IOException {
        var map = new ProjectEmbeddings(workspace, ProjectEmbeddings.Method.UMAP).run(progress);
        int n = map.examples().length;
        if (n == 0) {
            throw new ToldException(OfExport.NO_EMBEDDINGS.with());
        }
        var x = Arrays.stream(map.fused()).mapToDouble(point -> point[0]).toArray();
        var y = Arrays.stream(map.fused()).mapToDouble(point -> point[1]).toArray();
        if (n == 1) {
            return new AtlasPoints(map.examples(), map.fusedVectors(), x, y, new int[1][0], new float[1][0]);
        }
        var graph = NeighbourGraph.of(map.fusedVectors(), Math.min(NEIGHBOURS, n - 1),
                share -> progress.update(Math.round(1000 * share), 1000), progress::isCancelled);
        return new AtlasPoints(map.examples(), map.fusedVectors(), x, y, graph.rows(), graph.distances());
    }
}
