package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.files.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What all exports promise, whatever the format.
class ExampleExportTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder.resolve("project"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private ExampleExport.Written export(ExportFormat format, Path out, IntConsumer done) throws IOException {
        return new ExampleExport(project.exportRows(), project.tasks().list()).write(new ExampleExport.Order(format,
                project.examples().ids(ExampleFilter.ALL), new ExportLabels.Current(), null, false,
                format == ExportFormat.ATLAS ? points() : null, out), Journal.none(), done);
    }

    private AtlasPoints points() {
        long[] ids = project.examples().ids(ExampleFilter.ALL);
        // The third example has no vector; rows of the points run backwards.
        return new AtlasPoints(new long[]{ids[3], ids[1], ids[0]}, new float[][]{{1, 0}, {0, 1}, {0.5f, -0.5f}},
                new double[]{1, 2, 3}, new double[]{-1, -2, -3}, new int[][]{{1, 2}, {0}, {}},
                new float[][]{{0.25f, 0.5f}, {0.125f}, {}});
    }

    @Test
    void whatIsStoppedLeavesNothingAndAnOlderFileStays() throws IOException {
        for (var format : ExportFormat.values()) {
            var out = folder.resolve("out/" + format.key() + format.extension());
            if (!format.isFolder()) {
                Files.createDirectories(out.getParent());
                Files.writeString(out, "older");
            }
            assertThatThrownBy(() -> export(format, out, _ -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
            assertThat(Files.exists(out) ? Files.readString(out) : "none")
                    .isEqualTo(format.isFolder() ? "none" : "older");
        }
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**partial");
        export(ExportFormat.CSV, folder.resolve("out/csv.csv"), _ -> {});
        assertThat(folder.resolve("out/csv.csv")).content().startsWith("id,text,ocr_text,image,split");
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws IOException {
        var out = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(out.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> export(ExportFormat.IMAGEFOLDER, out, _ -> {}))
                .hasMessageContaining("The folder " + out + " is not empty");
        assertThatThrownBy(() -> export(ExportFormat.CSV, out, _ -> {})).hasMessageContaining("is a folder");
        assertThat(out.resolve("mine.txt")).hasContent("mine");
        Files.createDirectories(folder.resolve("empty"));
        export(ExportFormat.MMSD2, folder.resolve("empty"), _ -> {});
        assertThat(folder.resolve("empty/train.json")).exists();
    }

    @Test
    void annotatingMeanwhileDoesNotTearAnExport() throws IOException {
        var many = new ArrayList<NewExample>();
        for (int i = 0; i < 2_500; i++) {
            many.add(Fixtures.example("k" + i, "text " + i, Split.NONE, Map.of()));
        }
        project.examples().addAll(many);
        long[] ids = project.examples().ids(ExampleFilter.ALL);
        var out = folder.resolve("torn.csv");
        export(ExportFormat.CSV, out, written -> {
            if (written == 1_000) {
                project.annotations().save(Fixtures.answer(ids[2_400], "sarcasm", "sarcastic", "ada"));
            }
        });
        assertThat(StrictReaders.table(out, ',')).hasSize(2_504).allMatch(row -> row.get("sarcasm_answer").isEmpty());
        export(ExportFormat.CSV, out, _ -> {});
        assertThat(StrictReaders.table(out, ',').get(2_400).get("sarcasm_answer")).isEqualTo("sarcastic");
    }

    @Test
    void anExportFollowsTheOrderOfItsIdsAndLeavesUnknownOnesOut() throws IOException {
        long[] ids = project.examples().ids(ExampleFilter.ALL);
        var out = folder.resolve("some.csv");
        new ExampleExport(project.exportRows(), project.tasks().list()).write(new ExampleExport.Order(
                ExportFormat.CSV, new long[]{ids[2], 999_999, ids[0]}, new ExportLabels.Current(), null, false, null,
                out), Journal.none(),
                _ -> {});
        assertThat(StrictReaders.table(out, ',')).extracting(row -> row.get("id")).containsExactly("c", "a");
    }

    @Test
    void anAtlasHasVectorsPointsAndNeighboursByRowOfTheFile() throws IOException {
        var out = folder.resolve("atlas.parquet");
        assertThat(export(ExportFormat.ATLAS, out, _ -> {})).isEqualTo(new ExampleExport.Written(3, 0, 1, 0));
        var rows = new ArrayList<List<Object>>();
        try (var reader = ParquetFileReader.open(InputFile.of(out)); var row = reader.rowReader()) {
            while (row.hasNext()) {
                row.next();
                var near = row.getStruct("neighbors");
                rows.add(List.of(row.getString("id"), row.getString("text"), row.getList("vector").floats(),
                        row.getDouble("projection_x"), row.getDouble("projection_y"), near.getList("ids").values(),
                        near.getList("distances").floats()));
            }
        }
        assertThat(rows).containsExactly(
                List.of("a", "Lovely weather again ☀️", List.of(0.5f, -0.5f), 3.0, -3.0, List.of(), List.of()),
                List.of("b", "The train is late", List.of(0f, 1f), 2.0, -2.0, List.of(2L), List.of(0.125f)),
                List.of("d", "A door", List.of(1f, 0f), 1.0, -1.0, List.of(1L, 0L), List.of(0.25f, 0.5f)));
    }

    @Test
    void labelsAreChosenByWord() {
        assertThat(Arrays.stream(new String[]{"current", "consensus", "annotators", "events", "annotator:ada: b"})
                .map(word -> ExportLabels.parse(word).orElseThrow()).toList())
                .containsExactly(new ExportLabels.Current(), new ExportLabels.Consensus(),
                        new ExportLabels.Annotators(),
                        new ExportLabels.Events(), new ExportLabels.Annotator("ada: b"));
        assertThat(ExportLabels.parse("annotator:")).isEmpty();
        assertThat(ExportLabels.parse("all")).isEmpty();
    }
}
