package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.askance.storage.dataset.Example;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.faults.Fuzz;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetReaderTest {

    @TempDir
    Path folder;

    @SafeVarargs
    private final Path shard(String name, List<@Nullable Object>... rows) throws IOException {
        var all = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            all.add(row);
        }
        return shard(name, all);
    }

    private Path shard(String name, Iterable<List<@Nullable Object>> rows) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file);
                var parquet = new ParquetWriter(out,
                        List.of(new ParquetField.Value("id", ParquetField.Type.INT64, false),
                                new ParquetField.Value("text", ParquetField.Type.TEXT, true),
                                new ParquetField.Value("image", ParquetField.Type.TEXT, true),
                                new ParquetField.Value("label", ParquetField.Type.TEXT, true)),
                        "test")) {
            for (var row : rows) {
                parquet.row(row);
            }
        }
        return file;
    }

    private Path shards() throws IOException {
        shard("data/test-00000-of-00001.parquet", Arrays.asList(7L, "c", null, null));
        return shard("data/train-00000-of-00001.parquet",
                Arrays.asList(9_007_199_254_740_993L, "naïve 🙂", "a.jpg", "positive"),
                Arrays.asList(2L, null, null, "negative"), Arrays.asList(3L, "b", "../b.jpg", "neutral"));
    }

    @Test
    void shardsAreReadBySplitWithExactIds() throws IOException {
        shards();
        var guess = Sources.guess(folder);
        assertThat(guess.format()).isEqualTo(Format.PARQUET);
        var preview = Sources.preview(guess, Collected.TASKS, SourceOptions.USUAL, 5);
        assertThat(preview.columns()).containsExactly("id", "text", "image", "label");
        assertThat(preview.encoding()).isNull();
        assertThat(preview.mapping()).isNotNull().extracting(ColumnMapping::tasks)
                .isEqualTo(Map.of("sentiment", "label"));

        var read = Collected.of(folder);
        assertThat(read.examples()).containsExactly(
                new NewExample("7", "c", null, Split.TEST, Map.of()),
                new NewExample("9007199254740993", "naïve 🙂", folder.resolve("data/a.jpg"), Split.TRAIN,
                        Map.of("sentiment", "positive")),
                new NewExample("3", "b", null, Split.TRAIN, Map.of("sentiment", "neutral")).inspected(null,
                        "The picture is not used: '../b.jpg' leads out of " + folder.resolve("data") + "."));
        assertThat(read.problems).extracting(RowProblem::line).containsExactly(2L, 3L);
        assertThat(read.position).isEqualTo(read.total);
    }

    @Test
    void longRowsAreReadSomeAtATimeAndAllInTheirOrder() throws IOException {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (long i = 0; i < 25; i++) {
            rows.add(Arrays.asList(i, i + "x".repeat(1 << 20), null, "neutral"));
        }
        var read = Collected.of(shard("long.parquet", rows));
        assertThat(read.problems).isEmpty();
        assertThat(read.rows).extracting(SourceRow::line)
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 25).boxed().toList());
        assertThat(read.examples()).allSatisfy(example -> assertThat(example.text()).startsWith(example.key() + "x"));
    }

    @Test
    void aCutShardIsRefusedWithItsName() throws IOException {
        var file = shards();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        var options = new Sources.Guess(Format.PARQUET, file, "");
        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> Sources.open(options, Collected.TASKS, SourceOptions.USUAL))
                .isInstanceOf(IOException.class).hasMessageContaining(file.toString());
    }

    /// Written by pyarrow 25.
    private Path sample(String name, String as) throws IOException {
        var file = folder.resolve(as);
        Files.createDirectories(file.getParent());
        try (var in = java.util.Objects.requireNonNull(ParquetReaderTest.class.getResourceAsStream(name))) {
            Files.copy(in, file);
        }
        return file;
    }

    @Test
    void picturesAsPandasWritesThemAreTakenForPictures() throws IOException {
        var read = Collected.of(sample("binary-pictures.parquet", "p.parquet"));
        assertThat(read.problems).isEmpty();
        assertThat(read.examples()).allMatch(example -> example.image() == null);
        assertThat(read.examples()).extracting(NewExample::text).containsExactly("red 🟥", "blue", "no picture",
                "damaged");
        assertThat(read.rows.get(0).image()).isNotNull();
        assertThat(read.rows.get(1).image()).isNotNull().extracting(EmbeddedImage::bytes)
                .satisfies(bytes -> assertThat(EmbeddedImage.isPicture(bytes)).isTrue());
        assertThat(read.rows.get(2).image()).isNull();
        // No path either: the picture is kept and judged as damaged.
        assertThat(read.rows.get(3).image()).isNotNull();
    }

    @Test
    void textsWithoutAnAnnotationAreNoPictures() {
        for (var text : List.of("", "BMW is fine", "RIFF raff", "GIF", "II", "images/a.jpg")) {
            assertThat(EmbeddedImage.isPicture(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))).isFalse();
        }
    }

    @Test
    void aShardOfUnknownCompressionIsToldAndTheOthersAreRead() throws IOException {
        shards();
        var bad = sample("brotli.parquet", "data/a-first.parquet");
        var guess = Sources.guess(folder);
        assertThat(Sources.preview(guess, Collected.TASKS, SourceOptions.USUAL, 5).columns()).containsExactly("id",
                "text", "image", "label");
        var read = Collected.of(folder);
        assertThat(read.examples()).extracting(NewExample::key).containsExactly("7", "9007199254740993", "3");
        assertThat(read.problems.getFirst().sentence(Format.PARQUET)).isEqualTo(
                bad + ": it is compressed as BROTLI, which cannot be read; the file is left out");
        assertThat(read.problems.getFirst().remedy())
                .isEqualTo("Write it again with snappy, zstd or gzip, or without compression.");
        assertThat(read.position).isEqualTo(read.total);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Collected.of(bad)).hasMessage(bad
                + " is compressed as BROTLI, which cannot be read. Write it again with snappy, zstd or gzip, or"
                + " without compression.");
    }

    @Test
    void whereNoShardCanBeReadTheSourceIsRefused() throws IOException {
        sample("brotli.parquet", "data/a.parquet");
        sample("brotli.parquet", "data/b.parquet");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Collected.of(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("is compressed as BROTLI");
    }

    @Test
    void mutatedShardsAreReadOrRefused() throws Exception {
        new SourceFuzz(folder, 3).run(Format.PARQUET, Files.readAllBytes(shards()), 300);
    }

    /// The library reads on virtual threads, which all of the program shares.
    @Test
    void aPageThatClaimsMoreThanItsColumnHasKeepsNoThreadBusy() throws Exception {
        var random = new java.util.Random(1);
        byte[] bytes = Files.readAllBytes(shard("whole.parquet", java.util.stream.Stream
                .generate(() -> Arrays.<@Nullable Object>asList(random.nextLong(), "a", null, null)).limit(200)
                .toList()));
        // Of the first page's header: its kind, its size, and its size in the file, which is to be a larger one.
        int at = 4;
        assertThat(bytes[at]).isEqualTo((byte) 0x15);
        at += 3;
        while (bytes[at++] < 0) {
            // Bytes of the size.
        }
        assertThat(bytes[at++]).isEqualTo((byte) 0x15);
        assertThat(bytes[at]).isNegative();
        bytes[at + 1] = 0x7f;
        var file = Files.write(folder.resolve("claims.parquet"), bytes);
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Collected.of(file))
                    .isInstanceOf(IOException.class).hasMessageContaining("Download it again");
        }
        var ran = new CountDownLatch(1);
        Thread.ofVirtual().start(ran::countDown);
        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /// Among these is one whose footer has columns that say nothing of themselves.
    @Test
    void shardsThatTheLongRunFoundAreReadOrRefused() throws Exception {
        new SourceFuzz(folder, 2).run(Format.PARQUET, Files.readAllBytes(shards()), 25);
    }

    /// With its lists of answers, events and decisions; the same bytes every time, as damaged pages are waited for.
    @Test
    void mutatedExportsOfOursAreReadOrRefused() throws Exception {
        var out = folder.resolve("own.parquet");
        var at = Instant.parse("2026-01-02T03:04:05Z");
        var around = new ExportEvent.Surroundings("net", 900L, false, false, null, null, false);
        try (var writer = new ParquetExampleWriter(out, new ExportScope(Collected.TASKS, List.of("ada"),
                new ExportLabels.Events(), "net", new ExportImages(folder, "images", false)))) {
            for (long id = 1; id < 4; id++) {
                writer.write(
                        new ExportRow(new Example(id, "k" + id, "so lovely", null, null, Split.TRAIN, null), null, at,
                                Map.of("sarcasm", "sarcastic"), Map.of("sentiment", "positive"),
                                List.of(new ExportEvent(id, id, "answer", "sentiment", "positive", null, null, "ada",
                                        at, around,
                                        null, false)),
                                Map.of("sarcasm", new ExportRow.Predicted("sarcastic", 0.75, "[0.25,0.75]"))));
            }
        }
        assertThat(Collected.of(out).rows).hasSize(3).allMatch(SourceRow::isJudged);
        new SourceFuzz(folder, 4).run(Format.PARQUET, Files.readAllBytes(out), 25);
    }

    @Tag("slow")
    @Test
    void tenThousandMutatedShardsAreReadOrRefused() throws Exception {
        new SourceFuzz(folder, Long.getLong("fuzz.seed", 2)).run(Format.PARQUET, Files.readAllBytes(shards()),
                Fuzz.MANY);
    }

    @Test
    void numbersOfClassesAreReadAsTheirNames() {
        String metadata = "{\"info\": {\"features\": {\"label\": {\"names\": [\"negative\", \"positive\"], \"_type\": \"ClassLabel\"}}}}";
        assertThat(ParquetCells.classes(metadata)).isEqualTo(Map.of("label", List.of("negative", "positive")));
        assertThat(ParquetCells.classes("no json")).isEmpty();
    }
}
