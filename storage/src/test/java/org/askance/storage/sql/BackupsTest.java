package org.askance.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    @TempDir
    Path folder;

    private Path file;
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    @BeforeEach
    void project() {
        Fixtures.project(folder).close();
        file = folder.resolve("project.db");
    }

    private Backups backups() {
        InstantSource source = () -> now;
        return new Backups(file, source.withZone(ZoneOffset.UTC));
    }

    @Test
    void ofEachKindFiveStayAndOneADayForAWeek() {
        var backups = backups();
        for (int hour = 0; hour < 12 * 24; hour += 6) {
            now = Instant.parse("2026-11-01T03:30:00Z").plus(Duration.ofHours(hour));
            backups.make(Backup.Kind.OPENING);
        }
        backups.make(Backup.Kind.ASKED);
        var kept = backups.list();
        assertThat(kept).filteredOn(backup -> backup.kind() == Backup.Kind.OPENING).hasSizeBetween(10, 11);
        assertThat(kept.getFirst().kind()).isEqualTo(Backup.Kind.ASKED);
        assertThat(kept.get(1).at()).isEqualTo(Instant.parse("2026-11-12T21:30:00Z"));
        assertThat(kept.getLast().at()).isAfter(Instant.parse("2026-11-05T00:00:00Z"));
    }

    @Test
    void aClockThatGoesBackwardsCostsNoNewBackup() {
        var backups = backups();
        for (int i = 0; i < 8; i++) {
            now = now.minus(Duration.ofDays(40));
            backups.make(Backup.Kind.OPENING);
        }
        var newest = backups.make(Backup.Kind.OPENING);
        assertThat(backups.list().getFirst()).isEqualTo(newest);
        assertThat(backups.list().getFirst().number()).isEqualTo(9);
    }

    @Test
    void anOpeningAfterWhichNothingChangedNeedsNone() throws ExecutionException, InterruptedException {
        try (var project = Project.open(folder)) {
            assertThat(project.openingBackup().get()).isNotNull();
        }
        try (var project = Project.open(folder)) {
            assertThat(project.openingBackup().get()).isNull();
            project.annotations().flag(1, null, "ada");
        }
        try (var project = Project.open(folder)) {
            assertThat(project.openingBackup().get()).isNotNull();
        }
    }

    @Test
    void aBackupHoldsAllThatWasAcknowledgedAndRestoringKeepsTheFileItReplaces() {
        Backup backup;
        try (var project = Project.open(folder)) {
            long first = project.examples().ids(ExampleFilter.ALL)[0];
            project.annotations().save(Fixtures.answer(first, "sarcasm", "sarcastic", "ada"));
            backup = project.backups().make(Backup.Kind.ASKED);
            project.annotations().save(Fixtures.answer(first + 1, "sarcasm", "sarcastic", "ada"));
            assertThatThrownBy(() -> Project.restore(folder, backup)).isInstanceOf(StorageException.class)
                    .hasMessageContaining("open elsewhere");
        }
        Project.restore(folder, backup);
        try (var project = Project.open(folder)) {
            assertThat(project.annotations().answeredCount()).isEqualTo(1);
            assertThat(project.backups().contents())
                    .filteredOn(content -> content.backup().kind() == Backup.Kind.REPLACED)
                    .extracting(Backups.Content::answers).containsExactly(2L);
        }
        var replaced = Project.backups(folder).list().stream()
                .filter(one -> one.kind() == Backup.Kind.REPLACED).findFirst().orElseThrow();
        Project.restore(folder, replaced);
        try (var project = Project.open(folder)) {
            assertThat(project.annotations().answeredCount()).isEqualTo(2);
        }
    }

    @Test
    void aRestoreThatWasCutOffIsFinishedAtTheNextOpening() throws IOException {
        var backup = backups().make(Backup.Kind.ASKED);
        Files.copy(backup.file(), folder.resolve("project.db.restored"));
        Files.writeString(folder.resolve("project.db-wal"), "a log of the replaced file");
        Files.writeString(file, "not a database");
        try (var project = Project.open(folder)) {
            assertThat(project.examples().count(ExampleFilter.ALL)).isEqualTo(4);
        }
        assertThat(folder.resolve("project.db.restored")).doesNotExist();
    }

    @Test
    void aDamagedProjectSaysSoAndABackupTakesItsPlace() throws IOException {
        var backup = backups().make(Backup.Kind.ASKED);
        damagePages(file);

        assertThatThrownBy(() -> {
            try (var project = Project.open(folder)) {
                project.examples().rows(project.examples().ids(ExampleFilter.ALL));
            }
        }).isInstanceOf(DamagedException.class).hasMessageContaining("backup");
        assertThatThrownBy(() -> backups().make(Backup.Kind.ASKED)).isInstanceOf(DamagedException.class);
        assertThat(backups().list()).containsExactly(backup);

        Project.restore(folder, backup);
        try (var project = Project.open(folder)) {
            assertThat(project.examples().rows(project.examples().ids(ExampleFilter.ALL))).hasSize(4);
        }
    }

    @Test
    void aDamagedBackupReplacesNothing() throws IOException {
        var backup = backups().make(Backup.Kind.ASKED);
        damagePages(backup.file());
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Project.restore(folder, backup)).isInstanceOf(DamagedException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(backups().contents().getFirst().backup()).isEqualTo(backup);
    }

    @Test
    void aStoppedBackupLeavesNothing() {
        var backups = backups();
        backups.stop();
        assertThatThrownBy(() -> backups.make(Backup.Kind.ASKED)).isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("backups")).isEmptyDirectory();
    }

    /// Writes over all but the first page, which names the tables.
    private static void damagePages(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] ^= 0x5A;
        }
        Files.write(file, bytes);
    }

    @Test
    void aFileLockedByAnotherProgramIsASentence() throws Exception {
        try (var database = Schema.open(file, new Backups(file, Clock.systemUTC()));
                var other = Connections.writer(file);
                var statement = other.createStatement()) {
            database.write(connection -> {
                try (var pragma = connection.createStatement()) {
                    return pragma.execute("PRAGMA busy_timeout = 1");
                }
            });
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> database.write(connection -> {
                try (var insert = connection.createStatement()) {
                    return insert.executeUpdate("INSERT INTO setting VALUES ('a', 'b')");
                }
            })).isInstanceOf(StorageException.class).hasMessageContaining("another program holds it locked");
            statement.execute("ROLLBACK");
            int rows = database.write(connection -> {
                try (var insert = connection.createStatement()) {
                    return insert.executeUpdate("INSERT INTO setting VALUES ('a', 'b')");
                }
            });
            assertThat(rows).isEqualTo(1);
        }
    }
}
