package org.askance.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.Project;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.faults.OldProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Projects of every older schema open, and nothing in them is lost.
class MigrationTest {

    @TempDir
    Path folder;

    @Test
    void answersAndUndosOfTheFirstSchemaBecomeEvents() throws SQLException, IOException {
        OldProjects.first(folder.resolve("project.db"));

        try (var project = Project.open(folder)) {
            assertThat(project.name()).isEqualTo("Old");
            assertThat(Objects.requireNonNull(project.examples().row(1)).answered())
                    .isEqualTo(Map.of("sarcasm", "sarcastic"));
            assertThat(Objects.requireNonNull(project.examples().row(2)).answered())
                    .isEqualTo(Map.of("sentiment", "negative"));
            var history = project.annotations().history(1);
            assertThat(history).extracting(Event::kind).containsExactly(EventKind.ANSWER, EventKind.ANSWER,
                    EventKind.ANSWER, EventKind.UNDO);
            assertThat(history.getFirst().circumstances().checkpoint()).isEqualTo(7);
            assertThat(history.getFirst().circumstances().took()).hasMillis(450);

            assertThat(project.annotations().redo("ben")).isEqualTo(1);
            assertThat(Objects.requireNonNull(project.examples().row(1)).answered())
                    .isEqualTo(Map.of("sarcasm", "not sarcastic", "sentiment", "positive"));
            assertThat(project.annotations().undoLast("ada")).isEqualTo(2);
        }
    }

    @Test
    void theBackupBeforeAMigrationHoldsWhatIsStillInTheLog() throws SQLException, IOException {
        OldProjects.firstInLog(folder.resolve("project.db"));

        Project.open(folder).close();

        var backup = Project.backups(folder).list().stream().filter(one -> one.kind() == Backup.Kind.MIGRATION)
                .findFirst().orElseThrow();
        var content = Project.backups(folder).contents().stream().filter(one -> one.backup().equals(backup))
                .findFirst().orElseThrow();
        assertThat(content.answers()).isEqualTo(4);
        assertThat(Schema.version(backup.file())).isEqualTo(1);

        Project.restore(folder, backup);
        try (var project = Project.open(folder)) {
            assertThat(project.annotations().history(1)).hasSize(4);
        }
    }

    @Test
    void aMigrationThatWasCutOffIsUndoneAndDoneAgain() throws SQLException, IOException {
        OldProjects.firstCutOff(folder.resolve("project.db"));

        try (var project = Project.open(folder)) {
            assertThat(project.annotations().history(1)).hasSize(4);
            assertThat(Objects.requireNonNull(project.examples().row(2)).example().text()).isEqualTo("two");
        }
        assertThat(folder.resolve("project.db-journal")).doesNotExist();
    }
}
