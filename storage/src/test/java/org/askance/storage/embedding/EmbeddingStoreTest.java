package org.askance.storage.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        Arrays.setAll(rows, i -> new float[]{value, -examples[i] % 512, 0.5f});
        return new Vectors(examples, rows);
    }

    private Path file(EmbeddingKind kind) {
        return folder.resolve("1-" + kind.key() + ".vec");
    }

    /// The first number of each vector.
    private static List<Float> first(EmbeddingStore store, EmbeddingKind kind) {
        return Arrays.stream(Objects.requireNonNull(store.load(1, kind)).values()).map(row -> row[0]).toList();
    }

    @Test
    void vectorsComeBackAsTheyWere() {
        var store = new EmbeddingStore(folder.resolve("cache"));
        assertThat(store.load(1, EmbeddingKind.TEXT)).isNull();
        store.append(1, vectors(1, 1L << 40, 5));

        for (var reader : new EmbeddingStore[]{store, new EmbeddingStore(folder.resolve("cache"))}) {
            var loaded = Objects.requireNonNull(reader.load(1, EmbeddingKind.FUSED));
            assertThat(loaded.examples()).containsExactly(5, 1L << 40);
            assertThat(loaded.values()[0]).containsExactly(1.5f, -5, 0.5f);
            assertThat(reader.examples(1)).containsExactlyInAnyOrder(5L, 1L << 40);
            assertThat(reader.load(2, EmbeddingKind.TEXT)).isNull();
            assertThat(reader.examples(2)).isEmpty();
        }
    }

    @Test
    void float16IsRoundedToTheNearestAndOnlyWhereItIsExactEnough() {
        var store = new EmbeddingStore(folder);
        var ordinary = new float[]{0.1f, -0.99999f, 0.0004f};
        var large = new float[]{1e6f, 1, 0};
        var small = new float[]{1e-9f, 2e-9f, 0};
        var broken = new float[]{Float.NaN, Float.NEGATIVE_INFINITY, 1};
        long example = 0;
        for (float[] row : new float[][]{ordinary, large, small, broken}) {
            var vectors = new Vectors(new long[]{++example}, new float[][]{row});
            store.append(1, Map.of(EmbeddingKind.TEXT, vectors, EmbeddingKind.IMAGE, vectors, EmbeddingKind.FUSED,
                    vectors));
        }
        var loaded = Objects.requireNonNull(store.load(1, EmbeddingKind.TEXT)).values();
        for (int i = 0; i < 3; i++) {
            // 11 significant bits: half a unit in the last place is 2⁻¹² of the value's power of two.
            assertThat(loaded[0][i]).isEqualTo(Float.float16ToFloat(Float.floatToFloat16(ordinary[i])))
                    .isCloseTo(ordinary[i], within(Math.abs(ordinary[i]) / 2048));
        }
        assertThat(loaded[1]).containsExactly(large);
        assertThat(loaded[2]).containsExactly(small);
        assertThat(loaded[3]).containsExactly(broken);
    }

    @Test
    void addingCostsWhatIsAddedAndTheLastOfAnExampleCounts() throws IOException {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1, 2, 3));
        long size = Files.size(file(EmbeddingKind.TEXT));
        store.append(1, vectors(2, 4, 3, 5));

        assertThat(Files.size(file(EmbeddingKind.TEXT))).isEqualTo(2 * size);
        assertThat(Objects.requireNonNull(store.load(1, EmbeddingKind.TEXT)).examples()).containsExactly(1, 2, 3, 4, 5);
        assertThat(first(store, EmbeddingKind.TEXT)).containsExactly(1f, 1f, 2f, 2f, 2f);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCutOffAnywhereCountsAsAbsentAndIsAddedAgain(EmbeddingKind kind) throws IOException {
        var first = new EmbeddingStore(folder);
        first.append(1, vectors(1, 1, 2));
        int begin = (int) Files.size(file(kind));
        first.append(1, vectors(2, 3));
        var bytes = Files.readAllBytes(file(kind));
        for (int length = begin; length < bytes.length; length++) {
            Files.write(file(kind), Arrays.copyOf(bytes, length));
            var store = new EmbeddingStore(folder);
            assertThat(store.examples(1)).containsExactlyInAnyOrder(1L, 2L);
            store.append(1, vectors(3, 7));
            // Where only zeros of the end were missing, what is added puts them back.
            boolean whole = length >= begin + 64 + 8 + 3 * 2;
            assertThat(store.examples(1)).isEqualTo(whole ? Set.of(1L, 2L, 3L, 7L) : Set.of(1L, 2L, 7L));
            assertThat(first(store, EmbeddingKind.TEXT))
                    .isEqualTo(whole ? List.of(1f, 1f, 2f, 3f) : List.of(1f, 1f, 3f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFlippedBitAnywhereTakesItsBlockAndNoOther(EmbeddingKind kind) throws IOException {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1));
        int begin = (int) Files.size(file(kind));
        store.append(1, vectors(2, 2));
        int end = (int) Files.size(file(kind));
        store.append(1, vectors(3, 3));
        var bytes = Files.readAllBytes(file(kind));
        for (int at = begin; at < end; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var damaged = bytes.clone();
                damaged[at] ^= (byte) (1 << bit);
                Files.write(file(kind), damaged);
                boolean unused = at >= begin + 28 && at < begin + 64;
                assertThat(store.examples(1)).as("bit %d of %d", bit, at)
                        .isEqualTo(unused ? Set.of(1L, 2L, 3L) : Set.of(1L, 3L));
            }
        }
    }

    @Test
    void filesOfAnotherVersionCountAsAbsent() throws IOException {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1));
        var bytes = Files.readAllBytes(file(EmbeddingKind.IMAGE));
        bytes[4]++;
        Files.write(file(EmbeddingKind.IMAGE), bytes);
        assertThat(store.examples(1)).isEmpty();
        assertThat(store.load(1, EmbeddingKind.TEXT)).isNull();
        store.append(1, vectors(2, 1));
        assertThat(first(store, EmbeddingKind.IMAGE)).containsExactly(2.25f);
    }

    @Test
    void aKillBetweenTheKindsLeavesNoHalfEmbedding() throws IOException {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1, 2));
        var before = Files.readAllBytes(file(EmbeddingKind.FUSED));
        store.append(1, vectors(2, 2, 3));
        Files.write(file(EmbeddingKind.FUSED), before);
        assertThat(store.examples(1)).containsExactlyInAnyOrder(1L, 2L);
        for (var kind : EmbeddingKind.values()) {
            assertThat(Objects.requireNonNull(store.load(1, kind)).examples()).containsExactly(1, 2);
        }
    }

    @Test
    void whatIsOpenShowsTheFilesAsTheyWereWhileMoreIsAdded() {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1, 2));
        try (var open = store.open(1)) {
            store.append(1, vectors(2, 2, 3));
            var row = new float[open.dimension(EmbeddingKind.TEXT)];
            open.read(EmbeddingKind.TEXT, 1, row);
            assertThat(open.examples()).containsExactly(1, 2);
            assertThat(row).containsExactly(1, -2, 0.5f);
        }
    }

    @Test
    void aCacheThatWasDeletedIsBegunAnew() throws IOException {
        var store = new EmbeddingStore(folder);
        store.append(1, vectors(1, 1, 2, 3));
        Files.delete(file(EmbeddingKind.TEXT));
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
            bytes[70] ^= 1;
            Files.write(file, bytes);
        }
        assertThat(store.loadProjection(3, "umap 15, 0.1")).isNull();
        store.forgetProjections(3);
        assertThat(folder).isEmptyDirectory();
    }
}
