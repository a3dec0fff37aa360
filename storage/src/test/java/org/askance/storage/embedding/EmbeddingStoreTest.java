package org.askance.storage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingStoreTest {

    @TempDir
    Path folder;

    /// `value` tells the rows of one call from another's.
    private static Map<EmbeddingKind, Vectors> vectors(float value, long... examples) {
        return Map.of(EmbeddingKind.TEXT, rows(value, examples), EmbeddingKind.IMAGE, rows(value + 0.25f, examples),
                EmbeddingKind.FUSED, rows(value + 0.5f, examples));
    }

    private static Vectors rows(float value, long... examples) {
        var rows = new float[examples.length][];
        Arrays.setAll(rows, i -> new float[]{value, -examples[i], Float.MIN_VALUE});
        return new Vectors(examples, rows);
    }

    @Test
    void vectorsComeBackAsTheyWere() {
        var store = new EmbeddingStore(folder.resolve("cache"));
        assertThat(store.load(1, EmbeddingKind.TEXT)).isNull();
        store.append(1, vectors(1, 5, 1L << 40));

        for (var reader : new EmbeddingStore[]{store, new EmbeddingStore(folder.resolve("cache"))}) {
            var loaded = Objects.requireNonNull(reader.load(1, EmbeddingKind.FUSED));
            assertThat(loaded.examples()).containsExactly(5, 1L << 40);
            assertThat(loaded.values()[0]).containsExactly(1.5f, -5, Float.MIN_VALUE);
            assertThat(reader.examples(1)).containsExactlyInAnyOrder(5L, 1L << 40);
            assertThat(reader.load(2, EmbeddingKind.TEXT)).isNull();
            assertThat(reader.examples(2)).isEmpty();
        }
    }

    @Test
    void addingCostsWhatIsAddedAndTheLastOfAnExampleCounts() throws IOException {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1, 2, 3));
        long size = Files.size(folder.resolve("1-embeddings.vec"));
        store.append(1, vectors(2, 3, 4, 5));

        assertThat(Files.size(folder.resolve("1-embeddings.vec"))).isEqualTo(2 * size);
        var loaded = Objects.requireNonNull(store.load(1, EmbeddingKind.TEXT));
        assertThat(loaded.examples()).containsExactly(1, 2, 3, 4, 5);
        assertThat(Arrays.stream(loaded.values()).map(row -> row[0])).containsExactly(1f, 1f, 2f, 2f, 2f);
    }

    @Test
    void whatWasCutOffAnywhereCountsAsAbsentAndIsWrittenOver() throws IOException {
        var file = folder.resolve("1-embeddings.vec");
        var first = new EmbeddingStore(folder);
        first.append(1, vectors(1, 1, 2));
        long whole = Files.size(file);
        first.append(1, vectors(2, 3));
        var bytes = Files.readAllBytes(file);
        for (int length = (int) whole; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            var store = new EmbeddingStore(folder);
            assertThat(store.examples(1)).containsExactlyInAnyOrder(1L, 2L);
            for (var kind : EmbeddingKind.values()) {
                assertThat(Objects.requireNonNull(store.load(1, kind)).examples()).containsExactly(1, 2);
            }
            store.append(1, vectors(3, 7));
            assertThat(new EmbeddingStore(folder).examples(1)).containsExactlyInAnyOrder(1L, 2L, 7L);
        }
    }

    @Test
    void aDamagedGroupEndsWhatCounts() throws IOException {
        var file = folder.resolve("1-embeddings.vec");
        new EmbeddingStore(folder).append(1, vectors(1, 1));
        int whole = (int) Files.size(file);
        new EmbeddingStore(folder).append(1, vectors(2, 2));
        var bytes = Files.readAllBytes(file);
        for (int at = whole; at < bytes.length; at++) {
            var damaged = bytes.clone();
            damaged[at] ^= 0x40;
            Files.write(file, damaged);
            assertThat(new EmbeddingStore(folder).examples(1)).containsExactly(1L);
        }
    }

    @Test
    void aCacheThatWasDeletedIsBegunAnew() throws IOException {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1, 2, 3));
        Files.delete(folder.resolve("1-embeddings.vec"));
        assertThat(store.examples(1)).isEmpty();
        store.append(1, vectors(2, 9));
        assertThat(store.examples(1)).containsExactly(9L);
    }

    @Test
    void aDamagedProjectionCountsAsAbsent() throws IOException {
        var store = new EmbeddingStore(folder);
        store.saveProjection(3, "umap 15, 0.1", new Vectors(new long[]{1}, new float[][]{{1, 2}}));
        assertThat(Objects.requireNonNull(store.loadProjection(3, "umap 15, 0.1")).values()[0]).containsExactly(1, 2);
        try (var files = Files.list(folder)) {
            var file = files.findFirst().orElseThrow();
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length - 10] ^= 1;
            Files.write(file, bytes);
        }
        assertThat(store.loadProjection(3, "umap 15, 0.1")).isNull();
        store.forgetProjections(3);
        assertThat(folder).isEmptyDirectory();
    }
}
