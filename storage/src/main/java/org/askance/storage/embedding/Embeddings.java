package org.askance.storage.embedding;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// A checkpoint's embeddings, mapped from their files: rows in the order of the examples' ids, of examples that have a
/// vector of every kind. It shows the files as they were when it was opened. Safe from any thread until it is closed.
public final class Embeddings implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final Map<EmbeddingKind, MappedVectors> kinds = new EnumMap<>(EmbeddingKind.class);
    private final Map<EmbeddingKind, int[]> rows = new EnumMap<>(EmbeddingKind.class);
    private final long[] examples;

    Embeddings(Function<EmbeddingKind, Path> files) throws IOException {
        try {
            for (var kind : EmbeddingKind.values()) {
                kinds.put(kind, MappedVectors.open(files.apply(kind), arena));
            }
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
        var first = of(EmbeddingKind.TEXT);
        var common = new long[first.size()];
        int count = 0;
        for (int i = 0; i < common.length; i++) {
            long example = first.example(i);
            if (kinds.values().stream().allMatch(kind -> kind.row(example) >= 0)) {
                common[count++] = example;
            }
        }
        examples = Arrays.copyOf(common, count);
        kinds.forEach((kind, vectors) -> rows.put(kind,
                Arrays.stream(examples).mapToInt(vectors::row).toArray()));
    }

    private MappedVectors of(EmbeddingKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }

    public int size() {
        return examples.length;
    }

    /// Ids, ascending.
    public long[] examples() {
        return examples.clone();
    }

    public int dimension(EmbeddingKind kind) {
        return of(kind).dimension();
    }

    /// Copies the vector of row `i` into `into`, which has the dimension's length.
    public void read(EmbeddingKind kind, int i, float[] into) {
        of(kind).read(Objects.requireNonNull(rows.get(kind))[i], into);
    }

    /// All of one kind, in memory of their own: 4 bytes a number.
    public Vectors all(EmbeddingKind kind) {
        var values = new float[size()][dimension(kind)];
        for (int i = 0; i < values.length; i++) {
            read(kind, i, values[i]);
        }
        return new Vectors(examples(), values);
    }

    /// Nothing can be read from now on.
    @Override
    public void close() {
        arena.close();
    }
}
