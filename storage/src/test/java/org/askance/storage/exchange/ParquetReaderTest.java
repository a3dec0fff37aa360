package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.askance.storage.dataset.ExampleFilter;
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
                new NewExample("3", "b", null, Split.TRAIN, Map.of("sentiment", "neutral")));
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

    @Test
    void mutatedShardsAreReadOrRefused() throws Exception {
        new SourceFuzz(folder, 3).run(Format.PARQUET, Files.readAllBytes(shards()), 300);
    }

    /// Among these is one whose footer has columns that say nothing of themselves.
    @Test
    void shardsThatTheLongRunFoundAreReadOrRefused() throws Exception {
        new SourceFuzz(folder, 2).run(Format.PARQUET, Files.readAllBytes(shards()), 25);
    }

    /// With its lists of answers, events and decisions.
    @Test
    void mutatedExportsOfOursAreReadOrRefused() throws Exception {
        try (var project = HostilePairs.project(folder.resolve("hostile"), 5, 20)) {
            var out = folder.resolve("own.parquet");
            new ExampleExport(project.exportRows(), project.tasks().list()).write(new ExampleExport.Order(
                    ExportFormat.PARQUET, project.examples().ids(ExampleFilter.ALL), new ExportLabels.Events(), null,
                    false, null, out), _ -> {});
            new SourceFuzz(folder, 4).run(Format.PARQUET, Files.readAllBytes(out), 200);
        }
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
