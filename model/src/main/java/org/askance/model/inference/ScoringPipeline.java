package org.askance.model.inference;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.askance.model.Pair;
import org.askance.model.input.ReadAhead;

/// Scores many pairs, chunk by chunk: while the tensor thread works on one, the next is fetched, decoded and
/// tokenized on another. At most three chunks are in memory: 57 MB for pictures of 224 pixels, beside what
/// decoding a photo takes on each core.
public final class ScoringPipeline {

    /// Pairs in a chunk: enough that texts of like length meet in a batch.
    public static final int CHUNK = 128;

    private ScoringPipeline() {}

    /// Some pairs, and what their owner wants to get back with their scores.
    public record Chunk<C>(C about, List<Pair> pairs) {}

    private record Ready<C>(C about, Scorer.Prepared prepared) {}

    /// How many chunks `count` pairs are.
    public static int chunks(int count) {
        return Math.ceilDiv(count, CHUNK);
    }

    /// Returns when all is scored. Whatever `fetch` or `sink` throws ends it and is thrown again.
    ///
    /// @param fetch     called on another thread, in order, ahead of the work
    /// @param sink      gets the scores of each chunk in order, on the caller's thread
    /// @param cancelled looked at before each picture and each batch, from both threads
    /// @throws CancellationException if cancelled; the chunks that `sink` has seen are all that was done
    public static <C> void run(Scorer scorer, int chunks, IntFunction<Chunk<C>> fetch,
            BiConsumer<C, List<Scored>> sink, BooleanSupplier cancelled) {
        var ended = new AtomicBoolean();
        BooleanSupplier stopped = () -> ended.get() || cancelled.getAsBoolean();
        try (var ahead = new ReadAhead<>("pictures", chunks, i -> {
            var chunk = fetch.apply(i);
            return new Ready<>(chunk.about, scorer.read(chunk.pairs, stopped));
        })) {
            try {
                for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
                    var ready = next.orElseThrow();
                    sink.accept(ready.about, scorer.predict(ready.prepared, cancelled));
                }
            } finally {
                ended.set(true);
            }
        }
    }
}
