package org.askance.app.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.storage.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorReporterTest {

    @TempDir
    private Path folder;

    /// Answers since the newest backup may be among what is damaged.
    @Test
    void ofADamagedProjectOnlyWhatItsBackupsHoldIsCalledSaved() throws IOException {
        Files.writeString(folder.resolve("project.db"), "no database any more ".repeat(500));
        var failure = catchThrowable(() -> Project.open(folder).close());

        var reports = new ArrayList<ErrorReporter.Report>();
        var reporter = new ErrorReporter(Strings.in(Language.GERMAN), Clock.systemUTC(), reports::add);
        reporter.report(failure);

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.holds()).startsWith("Was in den Sicherungen steht");
            assertThat(report.sentence()).contains("ist beschädigt", "SQLITE_NOTADB").doesNotContain("file is not");
        });
    }

    @Test
    void noSignOfACodeIsTakenForAnother() {
        for (int i = 0; i < 500; i++) {
            var failure = new IllegalStateException();
            failure.setStackTrace(new StackTraceElement[]{new StackTraceElement("Class" + i, "method", "file", 1)});
            assertThat(ErrorReporter.code(failure)).matches("A-[2346789ACDEFGHJKMNPRTVWXY]{4}");
        }
    }
}
