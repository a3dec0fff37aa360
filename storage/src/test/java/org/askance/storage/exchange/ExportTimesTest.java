package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.askance.storage.Fixtures;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.files.Journal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How long answers took is each annotator's own affair.
class ExportTimesTest {

    @TempDir
    private Path folder;

    private String export(ExportFormat format, @Nullable String timesOf) throws IOException {
        var out = folder.resolve("out-" + format + timesOf);
        try (var project = Fixtures.project(folder.resolve("p" + format + timesOf))) {
            var ids = project.examples().ids(ExampleFilter.ALL);
            var labels = Map.of("sarcasm", "sarcastic");
            project.annotations().save(new Answer(ids[0], labels, "ada", null, Duration.ofMillis(61_234)));
            project.annotations().save(new Answer(ids[0], labels, "grace", null, Duration.ofMillis(52_345)));
            new ExampleExport(project.exportRows(), project.tasks().list()).write(new ExampleExport.Order(format, ids,
                    new ExportLabels.Events(), null, false, timesOf, null, out), Journal.none(), _ -> {});
        }
        return Files.readString(out);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV", "JSONL", "LABEL_STUDIO", "DOCCANO", "PRODIGY"})
    void nobodysTimesAreWrittenUnlessTheyAskForTheirOwn(ExportFormat format) throws IOException {
        assertThat(export(format, null)).doesNotContain("61234", "61.234", "52345", "52.345");
    }

    @Test
    void onesOwnAreWrittenOnRequestAndNobodyElses() throws IOException {
        assertThat(export(ExportFormat.JSONL, "ada")).contains("\"duration_ms\":61234").doesNotContain("52345");
    }
}
