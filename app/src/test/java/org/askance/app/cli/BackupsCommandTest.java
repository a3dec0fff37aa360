package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.askance.storage.Project;
import org.askance.storage.sql.Backup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups in a terminal: listed, made, restored with the same safety as in the window.
class BackupsCommandTest {

    @TempDir
    private Path folder;

    private TerminalRun run(String... arguments) {
        return TerminalRun.of(folder.resolve("home"), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String name() {
        try (var project = Project.open(folder.resolve("p"))) {
            return project.name();
        }
    }

    private int make(String name) {
        var place = folder.resolve("p");
        try (var project = Project.exists(place) ? Project.open(place) : Project.create(place, name)) {
            project.openingBackup().join();
            project.settings().put("name", name);
            return project.backups().make(Backup.Kind.ASKED).number();
        }
    }

    @Test
    void aBackupIsListedAndRestoredAndThePresentStateStaysAmongThem() {
        Project.create(folder.resolve("p"), "first").close();
        assertThat(run("backups", "--project", path("p")).err()).contains("There is no backup yet");
        assertThat(run("restore-backup", "1", "--project", path("p")).code()).isEqualTo(2);
        int first = make("first");
        make("second");
        assertThat(run("backups", "--project", path("p")).out()).contains(first + "\t2",
                "\tYou asked for it\tno answer\t");
        var wrong = run("restore-backup", "99", "--project", path("p"));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("There is no backup 99. There are ");

        var restored = run("restore-backup", Integer.toString(first), "--project", path("p"));
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("Backup " + first + " is restored in " + path("p"));
        assertThat(name()).isEqualTo("first");
        var kept = restored.err().replaceAll("(?s).*is backup (\\d+)\\..*", "$1");
        assertThat(run("restore-backup", kept, "--project", path("p")).code()).isZero();
        assertThat(name()).isEqualTo("second");
        assertThat(run("backups", "--project", path("p"), "--now").out()).startsWith("The backup is in " + path("p"));
    }

    @Test
    void aProjectThatIsOpenIsRefusedAndADamagedOneIsRestored() throws IOException {
        int first = make("first");
        String number = Integer.toString(first);
        try (var _ = Project.open(folder.resolve("p"))) {
            var refused = run("restore-backup", number, "--project", path("p"));
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("is open elsewhere");
        }
        Files.writeString(folder.resolve("p/project.db"), "damaged");
        assertThat(run("backups", "--project", path("p")).out()).contains(number + "\t2");
        assertThat(run("restore-backup", number, "--project", path("p")).code()).isZero();
        assertThat(name()).isEqualTo("first");
    }
}
