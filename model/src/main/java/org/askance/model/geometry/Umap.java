package org.askance.model.geometry;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import tagbio.umap.ProgressListener;
import tagbio.umap.ProgressState;
import tagbio.umap.UmapProgress;
import tagbio.umap.metric.CosineMetric;

/// UMAP to two dimensions (McInnes et al. 2018, arXiv 1802.03426) by cosine distance, with 15 neighbours and
/// a least distance of 0.1. One thread and one seed, so the same rows give the same picture.
public final class Umap {

    /// Fewer rows than this have no neighbourhoods to speak of.
    public static final int FEWEST = 32;

    private static final int NEIGHBOURS = 15;
    private static final float LEAST_DISTANCE = 0.1f;

    private Umap() {}

    /// `rows × dimension` to `rows × 2`. One at a time, since the library reports progress for all at once.
    ///
    /// @param progress hears a share from 0 to 1
    /// @throws CancellationException soon after `cancelled` says so
    public static synchronized float[][] project(float[][] rows, long seed, DoubleConsumer progress,
            BooleanSupplier cancelled) {
        ProgressListener listener = (ProgressState state) -> {
            if (cancelled.getAsBoolean()) {
                // The library has no other way to be stopped.
                throw new CancellationException();
            }
            progress.accept((double) state.getCount() / Math.max(1, state.getTotal()));
        };
        UmapProgress.addProgressListener(listener);
        try {
            var umap = new tagbio.umap.Umap();
            umap.setNumberComponents(2).setNumberNearestNeighbours(Math.min(NEIGHBOURS, rows.length - 1))
                    .setMetric(CosineMetric.SINGLETON).setMinDist(LEAST_DISTANCE).setSeed(seed).setThreads(1);
            return umap.fitTransform(rows);
        } finally {
            UmapProgress.removeProgressListener(listener);
        }
    }
}
