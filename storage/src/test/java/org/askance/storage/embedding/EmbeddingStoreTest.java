package org.askance.storage.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingStoreTest {

    @TempDir
    Path folder;

    @Test
    void vectorsComeBackAsTheyWere() {
        var store = new EmbeddingStore(folder.resolve("cache"));
        assertThat(store.load(1, EmbeddingKind.TEXT)).isNull();
        store.save(1, EmbeddingKind.TEXT,
                new Vectors(new long[]{5, 1L << 40}, new float[][]{{1, -2, 3}, {0, 4, Float.MIN_VALUE}}));

        var loaded = Objects.requireNonNull(store.load(1, EmbeddingKind.TEXT));

        assertThat(loaded.examples()).containsExactly(5, 1L << 40);
        assertThat(loaded.values()[1]).containsExactly(0, 4, Float.MIN_VALUE);
        assertThat(store.load(1, EmbeddingKind.IMAGE)).isNull();
        assertThat(store.load(2, EmbeddingKind.TEXT)).isNull();
    }

    @Test
    void aDamagedFileCountsAsAbsent() throws IOException {
        var store = new EmbeddingStore(folder);
        store.saveProjection(3, "umap 15, 0.1", new Vectors(new long[]{1}, new float[][]{{1, 2}}));
        assertThat(store.loadProjection(3, "umap 15, 0.1")).isNotNull();
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
