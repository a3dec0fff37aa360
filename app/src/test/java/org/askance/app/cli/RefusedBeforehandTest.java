package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.storage.Project;
import org.askance.storage.sql.Backup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a terminal is asked for by a slip is refused before anything is stored or made.
class RefusedBeforehandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aSource() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "id,text,Sarcasm\n1,a,sarcastic\n2,b,not sarcastic\n");
    }

    private TerminalRun run(String... arguments) {
        return TerminalRun.of(folder.resolve("home"), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void labelsOfATaskThatIsNotThere() {
        var fresh = run("import", path("pairs.csv"), "--project", path("p"), "--label", "sarkasm=Sarcasm");
        assertThat(fresh.code()).isEqualTo(2);
        assertThat(fresh.err()).startsWith("There is no task ‘sarkasm’. The tasks are sarcasm, sentiment."
                + System.lineSeparator()).contains("askance import --help");
        assertThat(fresh.out()).isEmpty();
        assertThat(folder.resolve("p")).doesNotExist();

        assertThat(run("import", path("pairs.csv"), "--project", path("p"), "--label", "sarcasm=Sarcasm").out())
                .startsWith("2 pairs are new");
        for (var look : List.of("--preview", "--dry-run", "--no-divide")) {
            var german = TerminalRun.of(Strings.in(Language.GERMAN), folder.resolve("home"), "import",
                    path("pairs.csv"), "--project", path("p"), "--label", "sarkasm=Sarcasm", look);
            assertThat(german.code()).isEqualTo(2);
            assertThat(german.err())
                    .startsWith("Es gibt keine Aufgabe ‚sarkasm‘. Die Aufgaben sind sarcasm, sentiment.");
        }
    }

    @Test
    void backupsOfNoProject() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        for (var place : List.of("nowhere", "empty", "pairs.csv")) {
            for (var refused : List.of(run("backups", "--project", path(place)),
                    run("backups", "--now", "--project", path(place)),
                    run("restore-backup", "1", "--project", path(place)))) {
                assertThat(refused.code()).as(place).isEqualTo(1);
                assertThat(refused.err()).startsWith("There is no project in " + path(place) + ".");
                assertThat(refused.out()).isEmpty();
            }
        }
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(folder.resolve("empty")).isEmptyDirectory();
    }

    @Test
    void backupsOfAProjectWhoseFileIsGoneAreListedAndRestored() throws IOException {
        int number;
        try (var project = Project.create(folder.resolve("p"), "mine")) {
            number = project.backups().make(Backup.Kind.ASKED).number();
        }
        Files.delete(folder.resolve("p/project.db"));
        var listed = run("backups", "--project", path("p"));
        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains(number + "\t2");
        var wrong = run("restore-backup", "99", "--project", path("p"));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("There is no backup 99.");
        assertThat(run("restore-backup", Integer.toString(number), "--project", path("p")).code()).isZero();
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(project.name()).isEqualTo("mine");
        }
    }

    @Test
    void picturesLookedForInAFolderThatIsNotThere() {
        assertThat(run("import", path("pairs.csv"), "--project", path("p")).code()).isZero();
        for (var place : List.of("nowhere", "pairs.csv")) {
            var refused = run("relink", "--project", path("p"), path(place));
            assertThat(refused.code()).as(place).isEqualTo(1);
            assertThat(refused.err()).startsWith("There is no folder " + path(place) + ".");
            assertThat(refused.out()).isEmpty();
        }
    }

    @Test
    void aDryRunMakesNoProject() {
        var dry = run("import", path("pairs.csv"), "--project", path("deep/p"), "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).startsWith("2 pairs would be new, none is there already.");
        assertThat(folder.resolve("deep")).doesNotExist();
    }
}
