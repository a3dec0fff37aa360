package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.files.Journal;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that came from here and were touched since, and tables of others that look like them.
class OwnTablesTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder.resolve("project"));
        long first = project.examples().ids(ExampleFilter.ALL)[0];
        project.annotations().save(new Answer(first, Map.of("sarcasm", "sarcastic"), "ada", null, Duration.ZERO));
        project.annotations().comment(first, "hm, \"well\"", "bo");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Path export(ExportFormat format, ExportLabels labels) throws IOException {
        var out = folder.resolve("out" + format.extension());
        new ExampleExport(project.exportRows(), project.tasks().list()).write(new ExampleExport.Order(format,
                new long[]{project.examples().ids(ExampleFilter.ALL)[0]}, labels, null, false, null, out),
                Journal.none(), _ -> {});
        return out;
    }

    /// Reads `file` after `what` in it became `becomes`.
    private Collected edited(Path file, String what, String becomes) throws IOException {
        var before = Files.readString(file);
        assertThat(before).contains(what);
        Files.writeString(file, before.replace(what, becomes));
        return Collected.of(file);
    }

    private static void told(Collected read, String... said) {
        assertThat(read.problems).hasSize(1);
        assertThat(read.problems.getFirst().line()).isEqualTo(2);
        assertThat(read.problems.getFirst().reason()).contains(said);
        assertThat(read.problems.getFirst().remedy()).isNotBlank();
        assertThat(read.rows).hasSize(1);
        assertThat(read.rows.getFirst().example().text()).isEqualTo("Lovely weather again ☀️");
    }

    @Test
    void aCellThatWasCutIsToldAndTheRestComesIn() throws IOException {
        var read = edited(export(ExportFormat.CSV, new ExportLabels.Current()),
                "{\"\"ada\"\":{\"\"sarcasm\"\":\"\"sarcastic\"\"}}",
                "{\"\"ada\"\":{\"\"sarc");
        told(read, "its cell 'answers' does not hold what Askance writes there", "the pair is imported without it");
        assertThat(read.rows.getFirst().answers()).isEmpty();
        assertThat(read.rows.getFirst().remarks()).extracting(Remark::text).containsExactly("hm, \"well\"");
    }

    @Test
    void aCellOfAnotherFormIsTold() throws IOException {
        for (var other : List.of("[\"\"ada\"\"]", "42", "{\"\"ada\"\":1}")) {
            told(edited(export(ExportFormat.CSV, new ExportLabels.Current()),
                    "{\"\"ada\"\":{\"\"sarcasm\"\":\"\"sarcastic\"\"}}", other),
                    "does not hold what Askance writes there (it has another form)");
        }
    }

    /// The row of a table after the label of sarcasm was typed over.
    private SourceRow typed(ExportFormat format, ExportLabels labels, String was, String typed) throws IOException {
        var file = export(format, labels);
        assertThat(Collected.of(file).rows).singleElement().extracting(SourceRow::edits).isEqualTo(Map.of());
        var read = switch (format) {
            case CSV -> edited(file, "," + was + ",sarcastic,", "," + typed + ",sarcastic,");
            case TSV -> edited(file, "\t" + was + "\tsarcastic\t", "\t" + typed + "\tsarcastic\t");
            default ->
                edited(file, "\"sarcasm\":" + (was.isEmpty() ? "null" : "\"" + was + "\"") + ",\"sentiment\":\"neg",
                        "\"sarcasm\":\"" + typed + "\",\"sentiment\":\"neg");
        };
        assertThat(read.problems).isEmpty();
        return read.rows.getFirst();
    }

    /// What somebody typed into a spreadsheet is nobody's answer yet; once, it silently became the dataset's.
    @Test
    void aLabelThatWasTypedOverIsAnEditAndNothingElse() throws IOException {
        for (var format : List.of(ExportFormat.CSV, ExportFormat.TSV, ExportFormat.JSONL)) {
            var row = typed(format, new ExportLabels.Current(), "sarcastic", "Not Sarcastic");
            assertThat(row.edits()).as("%s", format).isEqualTo(Map.of("sarcasm", "not sarcastic"));
            assertThat(row.example().labels()).isEqualTo(Map.of("sarcasm", "sarcastic", "sentiment", "negative"));
            assertThat(row.answers()).extracting(ImportedAnswer::labels)
                    .containsExactly(Map.of("sarcasm", "sarcastic"));
        }
        project.annotations().undoLast("ada");
        assertThat(typed(ExportFormat.CSV, new ExportLabels.Current(), "sarcastic", "0").edits())
                .isEqualTo(Map.of("sarcasm", "not sarcastic"));
    }

    @Test
    void aLabelThatWasTypedOverInParquetIsAnEditToo() throws IOException {
        var file = folder.resolve("typed.parquet");
        var fields = new ArrayList<>(ParquetExampleWriter.example());
        for (var column : List.of("sarcasm", "sarcasm_given", "sarcasm_answer", "sarcasm_predicted")) {
            fields.add(new ParquetField.Value(column, ParquetField.Type.TEXT, true));
        }
        fields.addAll(ParquetExampleWriter.said());
        project.exportRows().read(new long[]{1}, null, null, pages -> {
            var scope = new ExportScope(project.tasks().list(), pages.annotators(), new ExportLabels.Current(), null,
                    new ExportImages(folder, "images", false));
            var row = Objects.requireNonNull(pages.next()).getFirst();
            var values = ParquetExampleWriter.example(row, scope);
            values.addAll(Arrays.asList("not sarcastic", "sarcastic", "sarcastic", null));
            values.addAll(ParquetExampleWriter.said(row, scope));
            try (var out = Files.newOutputStream(file);
                    var parquet = new ParquetWriter(out, fields, ParquetExampleWriter.CREATED_BY)) {
                parquet.row(values);
            }
        });
        var read = Collected.of(file);
        assertThat(read.problems).isEmpty();
        assertThat(read.rows).singleElement().satisfies(row -> {
            assertThat(row.edits()).isEqualTo(Map.of("sarcasm", "not sarcastic"));
            assertThat(row.answers()).extracting(ImportedAnswer::labels)
                    .containsExactly(Map.of("sarcasm", "sarcastic"));
        });
    }

    /// Typed back to what the dataset gave, against an answer.
    @Test
    void theDatasetsLabelTypedOverAnAnswerIsAnEditToo() throws IOException {
        long first = project.examples().ids(ExampleFilter.ALL)[0];
        project.annotations().save(new Answer(first, Map.of("sarcasm", "not sarcastic"), "ada", null, Duration.ZERO));
        assertThat(typed(ExportFormat.CSV, new ExportLabels.Current(), "not sarcastic", "sarcastic").edits())
                .isEqualTo(Map.of("sarcasm", "sarcastic"));
        assertThat(typed(ExportFormat.JSONL, new ExportLabels.Annotators(), "not sarcastic", "sarcastic").edits())
                .isEqualTo(Map.of("sarcasm", "sarcastic"));
    }

    /// What an export of somebody's labels, or of what most say, has in the same column.
    @Test
    void whatAnyExportWritesIsNoEdit() throws IOException {
        long first = project.examples().ids(ExampleFilter.ALL)[0];
        project.annotations().save(new Answer(first, Map.of("sarcasm", "not sarcastic"), "bo", null, Duration.ZERO));
        for (var labels : List.of(new ExportLabels.Current(), new ExportLabels.Consensus(),
                new ExportLabels.Annotators(),
                new ExportLabels.Annotator("ada"), new ExportLabels.Annotator("bo"),
                new ExportLabels.Annotator("cy"))) {
            for (var format : List.of(ExportFormat.CSV, ExportFormat.JSONL, ExportFormat.PARQUET)) {
                var read = Collected.of(export(format, labels));
                assertThat(read.rows.getFirst().edits()).as("%s of %s", format, labels).isEmpty();
                assertThat(read.problems).isEmpty();
            }
        }
    }

    @Test
    void aLabelThatIsNoneOfTheTasksIsTold() throws IOException {
        told(edited(export(ExportFormat.CSV, new ExportLabels.Current()), ",sarcastic,sarcastic,",
                ",sarcastik,sarcastic,"), "'sarcastik' is no label of sarcasm");
    }

    @Test
    void anEventThatIsNoneIsTold() throws IOException {
        var read = edited(export(ExportFormat.CSV, new ExportLabels.Events()), ",answer,", ",answered,");
        told(read, "its event is none that Askance writes: kind 'answered'");
        assertThat(read.rows.getFirst().remarks()).hasSize(1);
    }

    /// Sorted by annotator, say: then a pair has several rows, each of which says something.
    @Test
    void eventsThatAreNoLongerTogetherAllComeIn() throws IOException {
        var lines = Files.readAllLines(export(ExportFormat.CSV, new ExportLabels.Events()));
        var other = lines.get(1).replaceFirst("^a,", "b,");
        var read = Collected.of(Files.write(folder.resolve("sorted.csv"),
                List.of(lines.get(0), lines.get(2), other, lines.get(1))));
        assertThat(read.problems).isEmpty();
        assertThat(read.rows).hasSize(3).allMatch(SourceRow::isJudged);
    }

    @Test
    void aForeignColumnOfTheNameIsToldOnceAndNoPairIsLost() throws IOException {
        var read = Collected.of(Files.writeString(folder.resolve("questions.csv"),
                "id,text,answers,sarcasm\n1,a,,1\n2,b,yes,0\n3,c,no,\n"));
        assertThat(read.examples()).extracting(example -> example.key() + example.labels()).containsExactly(
                "1{sarcasm=sarcastic}", "2{sarcasm=not sarcastic}", "3{}");
        assertThat(read.problems).extracting(problem -> problem.sentence(Format.TABLE)).containsExactly(
                folder.resolve("questions.csv") + ", line 3: its column 'answers' is called like one of Askance’s, but"
                        + " the table is none that Askance wrote: it is not read, here and in the rows that follow");
        assertThat(read.problems.getFirst().remedy()).startsWith("Nothing to do if the column means something else.");
    }

    /// Label Studio keeps `data` as it was and changes annotations.
    @Test
    void whatLabelStudioAddsComesBesideWhatWasSaidHere() throws IOException {
        var file = export(ExportFormat.LABEL_STUDIO, new ExportLabels.Annotators());
        var added = "\"annotations\":[{\"id\":9,\"completed_by\":{\"email\":\"cy\"},\"was_cancelled\":false,"
                + "\"created_at\":\"2030-01-02T03:04:05Z\",\"result\":[{\"from_name\":\"sarcasm\",\"type\":\"choices\","
                + "\"value\":{\"choices\":[\"not sarcastic\"]}}]},";
        var both = edited(file, "\"annotations\":[", added).rows.getFirst();
        assertThat(both.answers()).hasSize(2).contains(new ImportedAnswer("cy", Map.of("sarcasm", "not sarcastic"),
                Instant.parse("2030-01-02T03:04:05Z"), null, false, false));
        assertThat(both.remarks()).extracting(Remark::text).containsExactly("hm, \"well\"");
    }
}
