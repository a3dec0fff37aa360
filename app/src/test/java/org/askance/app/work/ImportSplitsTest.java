package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.SourceOptions;
import org.askance.storage.exchange.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The splits that a source names are kept; what is divided off is told, noted, and never moved back and forth.
class ImportSplitsTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("project"), "p");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private ImportReport run(Path path, ImportChoices choices) throws IOException {
        var guess = Sources.guess(path);
        return new ImportExamples(project, Sources.open(guess, project.tasks().list(), SourceOptions.USUAL),
                new ImportExamples.Origin(path, Sources.files(guess), null), choices).run(Progress.NONE);
    }

    private int count(Split split) {
        return project.examples().count(ExampleFilter.ALL.withSplits(Set.of(split)));
    }

    private static int splitChanges(ImportReport report) {
        return Objects.requireNonNull(report.changed().get(Change.SPLIT)).count();
    }

    private Map<String, String> splits() {
        var splits = new TreeMap<String, String>();
        project.examples().rows(project.examples().ids(ExampleFilter.ALL))
                .forEach(row -> splits.put(row.example().key(), row.example().split().key()));
        return splits;
    }

    @Test
    void theSplitsThatASourceNamesAreKept() throws IOException {
        var text = new StringBuilder("id,text,split\n");
        for (int i = 0; i < 100; i++) {
            text.append("tweet-").append(i).append(",text ").append(i).append(i < 80 ? ",train\n" : ",test\n");
        }
        var report = run(Files.writeString(folder.resolve("pairs.csv"), text), ImportChoices.USUAL);
        assertThat(List.of(count(Split.TRAIN), count(Split.TEST))).containsExactly(80, 20);
        assertThat(report.divided()).isEqualTo(new ImportReport.Divided(0, 0, true));
        assertThat(report.divided().isWanting()).isTrue();
    }

    @Test
    void aSourceWithoutSplitsIsDivided() throws IOException {
        var text = new StringBuilder("id,text\n");
        for (int i = 0; i < 100; i++) {
            text.append("tweet-").append(i).append(",text ").append(i).append('\n');
        }
        var file = Files.writeString(folder.resolve("pairs.csv"), text);
        var report = run(file, ImportChoices.USUAL);
        assertThat(count(Split.NONE)).isZero();
        assertThat(report.divided())
                .isEqualTo(new ImportReport.Divided(count(Split.VALIDATION), count(Split.TEST), false));
        assertThat(run(file, ImportChoices.USUAL.withDivide(Divide.NEVER).withUpdates(ImportChoices.everything()))
                .changed()).isEmpty();
    }

    /// Only what is asked for expressly moves pairs that are there, and then as often as one likes.
    @Test
    void importingAgainMovesNothingUnlessItIsAsked() throws IOException {
        var text = new StringBuilder("id,text,split\n");
        for (int i = 0; i < 100; i++) {
            text.append("tweet-").append(i).append(",text ").append(i).append(",train\n");
        }
        var file = Files.writeString(folder.resolve("pairs.csv"), text);
        var all = ImportChoices.USUAL.withUpdates(ImportChoices.everything());
        run(file, ImportChoices.USUAL.withDivide(Divide.TRAINING));
        var divided = splits();
        assertThat(divided).containsValues("train", "validation", "test");
        for (var again : List.of(all, all.withDivide(Divide.TRAINING), all)) {
            assertThat(run(file, again).changed()).isEmpty();
            assertThat(splits()).isEqualTo(divided);
        }
        int off = count(Split.VALIDATION) + count(Split.TEST);
        assertThat(splitChanges(run(file, all.withDivide(Divide.NEVER).asDry()))).isEqualTo(off);
        assertThat(splits()).isEqualTo(divided);
        run(file, all.withDivide(Divide.NEVER));
        assertThat(splits()).doesNotContainValue("validation").doesNotContainValue("test");
        assertThat(run(file, all).changed()).isEmpty();
        run(file, all.withDivide(Divide.TRAINING));
        assertThat(splits()).isEqualTo(divided);
        Files.writeString(file, text.toString().replace(",train\n", ",test\n"));
        assertThat(splitChanges(run(file, all))).isEqualTo(100);
        assertThat(count(Split.TEST)).isEqualTo(100);
        assertThat(run(file, all).changed()).isEmpty();
    }

    @Test
    void theTestSplitThatASourceNamesStaysAsItIs() throws IOException {
        var text = new StringBuilder("id,text,split\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("tweet-").append(i).append(",text ").append(i).append(i < 800 ? ",train\n" : ",test\n");
        }
        var file = Files.writeString(folder.resolve("pairs.csv"), text);
        var dividing = ImportChoices.USUAL.withDivide(Divide.TRAINING);
        var dry = run(file, dividing.asDry());
        var report = run(file, dividing);
        assertThat(count(Split.TEST)).isEqualTo(200);
        assertThat(count(Split.VALIDATION)).isBetween(50, 120);
        assertThat(count(Split.TRAIN)).isEqualTo(800 - count(Split.VALIDATION));
        assertThat(report.divided()).isEqualTo(new ImportReport.Divided(count(Split.VALIDATION), 0, true))
                .isEqualTo(dry.divided());
        assertThat(run(file, dividing).divided()).isEqualTo(new ImportReport.Divided(0, 0, true));
    }

    @Test
    void theTestFolderOfAnImageFolderStaysAsItIs() throws IOException {
        for (var split : List.of("train", "test")) {
            var text = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                text.append("{\"file_name\": \"%1$d.png\", \"text\": \"%2$s %1$d\"}\n".formatted(i, split));
            }
            Files.writeString(Files.createDirectories(folder.resolve("set").resolve(split)).resolve("metadata.jsonl"),
                    text);
        }
        var report = run(folder.resolve("set"), ImportChoices.USUAL.withDivide(Divide.TRAINING));
        assertThat(count(Split.TEST)).isEqualTo(100);
        assertThat(report.divided()).isEqualTo(new ImportReport.Divided(count(Split.VALIDATION), 0, true));
    }

    @Test
    void aSourceOfTrainingPairsAloneIsDividedInThree() throws IOException {
        var text = new StringBuilder("id,text,split\n");
        for (int i = 0; i < 300; i++) {
            text.append("tweet-").append(i).append(",text ").append(i).append(",train\n");
        }
        var report = run(Files.writeString(folder.resolve("pairs.csv"), text),
                ImportChoices.USUAL.withDivide(Divide.TRAINING));
        assertThat(count(Split.TEST)).isPositive();
        assertThat(report.divided())
                .isEqualTo(new ImportReport.Divided(count(Split.VALIDATION), count(Split.TEST), true));
    }
}
