package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.app.work.CutOff;
import org.askance.storage.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed program left is told in a terminal, where it has to do with what is done there, and removed on demand.
class UnfinishedCommandTest {

    @TempDir
    private Path folder;

    private TerminalRun run(String... arguments) {
        return TerminalRun.of(folder.resolve("home"), arguments);
    }

    @Test
    void whatIsLeftIsToldAndRemoved() throws IOException {
        assertThat(run("unfinished").err()).contains("Nothing was left unfinished.");
        var project = folder.resolve("p");
        var other = folder.resolve("elsewhere/r");
        Project.create(project, "p").close();
        Project.create(other, "r").close();
        var left = CutOff.copy(folder.resolve("home"), project, folder.resolve("q"));

        var found = run("find", "--project", project.toString(), "--count", "is:unanswered");
        assertThat(found.out().strip()).isEqualTo("0");
        assertThat(found.err()).contains("an unfinished copy is left in " + left, "askance unfinished --remove");
        assertThat(run("find", "--project", other.toString(), "is:unanswered").err()).doesNotContain("unfinished");

        assertThat(run("unfinished").out()).startsWith("Copying a project was cut off").contains(left.toString());
        var lock = Files.writeString(left.resolve("project.lock"), "");
        var refused = run("unfinished", "--remove");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("is not removed by itself");
        Files.delete(lock);
        var removed = run("unfinished", "--remove");
        assertThat(removed.code()).isZero();
        assertThat(removed.err()).contains(left + " is removed.");
        assertThat(left).doesNotExist();
        assertThat(run("unfinished").out()).isEmpty();
    }

    @Test
    void whatARestoringLeftIsToldAndRemoved() throws IOException {
        var archive = Files.writeString(folder.resolve("p.zip"), "archive");
        var left = CutOff.restore(folder.resolve("home"), archive, folder.resolve("q"));
        assertThat(run("unfinished").out()).startsWith("Restoring an archive was cut off").contains(left.toString(),
                archive.toString());
        assertThat(run("unfinished", "--remove").code()).isZero();
        assertThat(left).doesNotExist();
        assertThat(archive).exists();
    }

    /// The journal's folder is made with its first entry.
    @Test
    void exportsArchivesAndTheirRestoringAreNoted() throws IOException {
        var project = folder.resolve("p");
        Project.create(project, "p").close();
        var zip = folder.resolve("p.zip").toString();
        for (var command : List.of(List.of("export", "--project", project.toString(), "--format", "csv", "--out",
                folder.resolve("p.csv").toString()), List.of("archive", "--project", project.toString(), "--out", zip),
                List.of("restore-archive", zip, "--project", folder.resolve("q").toString()))) {
            assertThat(run(command.toArray(String[]::new)).code()).isZero();
            assertThat(folder.resolve("home/unfinished")).isEmptyDirectory();
            Files.delete(folder.resolve("home/unfinished"));
        }
    }
}
