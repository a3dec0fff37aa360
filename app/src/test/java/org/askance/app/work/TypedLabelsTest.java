package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askance.storage.Project;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.annotation.Stepping;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Difference;
import org.askance.storage.exchange.ExampleExport;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.askance.storage.files.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Labels that a person edits in a table which was exported, and imports again.
class TypedLabelsTest {

    private static final ImportChoices TAKING = ImportChoices.USUAL.withUpdates(Set.of(Change.ANSWER)).withBy("ben");

    @TempDir
    Path folder;

    private Project project;
    private Path table;

    @BeforeEach
    void exportAndEdit() throws IOException {
        project = Project.create(folder.resolve("p"), "p");
        run(Files.writeString(folder.resolve("pairs.csv"), """
                id,text,split,sarcasm
                1,one,train,sarcastic
                2,two,train,sarcastic
                3,three,train,not sarcastic
                4,four,train,
                """), ImportChoices.USUAL);
        project.annotations().answerEach(Map.of(Map.of("sarcasm", "not sarcastic"), new long[]{2}), "ada");
        table = folder.resolve("out.jsonl");
        new ExampleExport(project.exportRows(), project.tasks().list()).write(
                new ExampleExport.Order(ExportFormat.JSONL, project.examples().ids(ExampleFilter.ALL),
                        new ExportLabels.Current(), null, false, null, table),
                Journal.none(),
                _ -> {});
        var lines = Files.readAllLines(table);
        Files.write(table, List.of(lines.get(0).replace("\"sarcasm\":\"sarcastic\",\"sentiment\":null",
                "\"sarcasm\":\"not sarcastic\",\"sentiment\":\"neutral\""),
                lines.get(1).replace("\"sarcasm\":\"not sarcastic\",\"sentiment\"",
                        "\"sarcasm\":\"sarcastic\",\"sentiment\""),
                lines.get(2), lines.get(3).replace("\"sarcasm\":null", "\"sarcasm\":\"sarcastic\"")));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private ImportReport run(Path path, ImportChoices choices) throws IOException {
        return run(project, path, choices);
    }

    private static ImportReport run(Project into, Path path, ImportChoices choices) throws IOException {
        var guess = Sources.guess(path);
        return new ImportExamples(into, Sources.open(guess, into.tasks().list(), SourceOptions.USUAL),
                new ImportExamples.Origin(path, Sources.files(guess), null), choices).run(Progress.NONE);
    }

    private Map<String, String> answered(long id) {
        return Objects.requireNonNull(project.examples().row(id)).answered();
    }

    @Test
    void theyAreShownBeforeAndTakenOverAsOneStepOfWhoImports() throws IOException {
        var would = run(table, ImportChoices.USUAL.asDry());
        assertThat(would.changed().keySet()).containsExactly(Change.ANSWER);
        assertThat(would.changes().first()).extracting(ImportReport.ChangedPair::differences).containsExactly(
                List.of(new Difference(Change.ANSWER, "sarcasm", "sarcastic", "not sarcastic"),
                        new Difference(Change.ANSWER, "sentiment", null, "neutral")),
                List.of(new Difference(Change.ANSWER, "sarcasm", "not sarcastic", "sarcastic")),
                List.of(new Difference(Change.ANSWER, "sarcasm", null, "sarcastic")));
        assertThat(would.problems().count()).isZero();

        var done = run(table, TAKING);
        assertThat(done.taken()).isEqualTo(4);
        assertThat(done.problems().count()).isZero();
        assertThat(answered(1)).isEqualTo(Map.of("sarcasm", "not sarcastic", "sentiment", "neutral"));
        assertThat(answered(2)).isEqualTo(Map.of("sarcasm", "sarcastic"));
        assertThat(answered(3)).isEmpty();
        assertThat(project.annotations().labelsByAnnotator(2)).isEqualTo(
                Map.of("ada", Map.of("sarcasm", "not sarcastic"), "ben", Map.of("sarcasm", "sarcastic")));
        assertThat(project.annotations().history(2)).filteredOn(event -> event.kind() == EventKind.ANSWER).hasSize(2);

        assertThat(run(table, TAKING)).extracting(ImportReport::taken, again -> again.changed().size())
                .containsExactly(0, 0);
        assertThat(Objects.requireNonNull(project.annotations().undoLast("ben", Stepping.UNHEARD)).examples())
                .isEqualTo(3);
        assertThat(answered(1)).isEmpty();
        assertThat(answered(2)).isEqualTo(Map.of("sarcasm", "not sarcastic"));
    }

    @Test
    void notTakenOverTheyAreToldWithTheWay() throws IOException {
        for (var choices : List.of(ImportChoices.USUAL, ImportChoices.USUAL.withUpdates(Set.of(Change.ANSWER)))) {
            var report = run(table, choices);
            assertThat(report.taken()).isZero();
            assertThat(report.rowsInTrouble()).isEqualTo(3);
            assertThat(report.problems().first()).hasSize(4).first().satisfies(problem -> {
                assertThat(problem.reason()).contains("its cell 'sarcasm' says 'not sarcastic', which neither");
                assertThat(problem.remedy()).contains("--update answer");
            });
        }
        assertThat(answered(1)).isEmpty();
        assertThat(project.annotations().labelsByAnnotator(2).keySet()).containsExactly("ada");
    }

    /// As where a project is made of a table that was edited.
    @Test
    void ofNewPairsTheyAreTakenOverToo() throws IOException {
        try (var other = Project.create(folder.resolve("other"), "other")) {
            var report = run(other, table, TAKING);
            assertThat(report.added()).isEqualTo(4);
            assertThat(report.taken()).isEqualTo(4);
            assertThat(other.annotations().labelsByAnnotator(2)).isEqualTo(
                    Map.of("ada", Map.of("sarcasm", "not sarcastic"), "ben", Map.of("sarcasm", "sarcastic")));
            assertThat(Objects.requireNonNull(other.examples().row(2)).answered())
                    .isEqualTo(Map.of("sarcasm", "sarcastic"));
        }
    }
}
