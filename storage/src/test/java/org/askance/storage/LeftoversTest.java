package org.askance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.ArchiveRestore;
import org.askance.storage.exchange.ExampleExport;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.files.FolderLock;
import org.askance.storage.files.Journal;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed program left is in nobody's way: a project is copied, moved or restored there as one is made there.
class LeftoversTest {

    private static final String MAKING = ".project.db.01234567-89ab-cdef-0123-456789abcdef.making";

    @TempDir
    private Path folder;

    private Path project;
    private Journal journal;

    @BeforeEach
    void make() {
        project = folder.resolve("p");
        journal = new Journal(folder.resolve("journal"));
        Project.create(project, "Late trains").close();
    }

    /// A folder as a killed creation leaves it.
    private Path killed(String name) throws IOException {
        var left = Files.createDirectories(folder.resolve(name));
        Files.writeString(left.resolve("project.lock"), "process 1");
        Files.writeString(left.resolve(MAKING), "half");
        Files.writeString(left.resolve(MAKING + "-journal"), "half");
        return left;
    }

    private void assertWhole(Path place) throws IOException {
        try (var opened = Project.open(place)) {
            assertThat(opened.name()).isEqualTo("Late trains");
        }
        try (var files = Files.list(place)) {
            assertThat(files.filter(file -> file.toString().contains(".making"))).isEmpty();
        }
    }

    @Test
    void theRestOfAKilledCreationIsNoHindrance() throws IOException {
        try (var open = Project.open(project)) {
            open.copy(killed("copied"), journal);
            open.archive().write(folder.resolve("p.zip"), false, journal, _ -> {});
        }
        assertWhole(folder.resolve("copied"));
        ArchiveRestore.restore(folder.resolve("p.zip"), killed("restored"), journal, _ -> {});
        assertWhole(folder.resolve("restored"));
        assertThat(Project.move(project, killed("moved"), journal)).isEqualTo(Told.NOTHING);
        assertWhole(folder.resolve("moved"));
        assertThat(FolderMove.copy(folder.resolve("moved"), folder.resolve("other"), journal)).isEqualTo(Told.NOTHING);
        assertWhole(folder.resolve("other"));
    }

    /// Each is noted while it works, and no longer.
    @Test
    void whatCameToItsEndOrFailedIsNotTold() throws IOException {
        var zip = folder.resolve("p.zip");
        try (var open = Project.open(project)) {
            open.examples().addAll(List.of(Fixtures.example("a", "The train is late", Split.TRAIN, Map.of())));
            open.archive().write(zip, false, journal, _ -> assertNoted());
            assertThatThrownBy(() -> open.archive().write(zip, false, journal, _ -> {
                throw new IllegalStateException("stopped");
            })).hasMessage("stopped");
            var export = new ExampleExport(open.exportRows(), open.tasks().list());
            export.write(csv(open, "p.csv"), journal, _ -> assertNoted());
            assertThatThrownBy(() -> export.write(csv(open, "p.csv"), journal, _ -> {
                throw new IllegalStateException("stopped");
            })).hasMessage("stopped");
            Files.createDirectories(folder.resolve("taken.csv"));
            assertThatThrownBy(() -> export.write(csv(open, "taken.csv"), journal, _ -> {}))
                    .isInstanceOf(IOException.class);
        }
        ArchiveRestore.restore(zip, folder.resolve("restored"), journal, _ -> assertNoted());
        assertThatThrownBy(() -> ArchiveRestore.restore(zip, folder.resolve("stopped"), journal, _ -> {
            throw new IllegalStateException("stopped");
        })).hasMessage("stopped");
        assertThatThrownBy(() -> ArchiveRestore.restore(folder.resolve("p.csv"), folder.resolve("again"), journal,
                _ -> {})).isInstanceOf(IOException.class);
        assertThat(folder.resolve("journal")).isEmptyDirectory();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("journal", "p",
                    "p.csv", "p.zip", "restored", "taken.csv");
        }
    }

    private void assertNoted() {
        assertThat(folder.resolve("journal")).isNotEmptyDirectory();
        assertThat(journal.abandoned()).isEmpty();
    }

    private ExampleExport.Order csv(Project open, String name) {
        return new ExampleExport.Order(ExportFormat.CSV, open.examples().ids(ExampleFilter.ALL),
                new ExportLabels.Current(), null, false, null, folder.resolve(name));
    }

    @Test
    void whatAnotherProgramMakesAndWhatPeoplePutThereIsRefused() throws IOException {
        var making = killed("making");
        try (var open = Project.open(project);
                var _ = ((FolderLock.Attempt.Held) FolderLock.attempt(making)).lock()) {
            assertThatThrownBy(() -> open.copy(making, journal)).isInstanceOf(StorageException.class)
                    .hasMessageContaining("a project is being made");
            assertThat(making.resolve(MAKING)).exists();
            var own = killed("own");
            Files.writeString(own.resolve("thesis.txt"), "years of work");
            assertThatThrownBy(() -> open.copy(own, journal)).hasMessageContaining("is not empty");
            assertThat(own.resolve(MAKING)).exists();
        }
    }

    @Test
    void whatAKilledMoveGatheredIsClearedByTheNextMoveOrOpening() throws IOException {
        var gathered = killed("elsewhere.moving");
        Files.writeString(project.resolve("moving.txt"), gathered.toString());
        assertThat(Project.move(project, folder.resolve("target"), journal)).isEqualTo(Told.NOTHING);
        assertThat(gathered).doesNotExist();
        assertWhole(folder.resolve("target"));

        var left = killed("elsewhere.moving");
        Files.writeString(folder.resolve("target/moving.txt"), left.toString());
        assertWhole(folder.resolve("target"));
        assertThat(left).doesNotExist();
        assertThat(folder.resolve("target/moving.txt")).doesNotExist();
    }

    @Test
    void whatWasGatheredAndThenWorkedInIsLeftAlone() throws IOException {
        var left = killed("elsewhere.moving");
        Files.delete(left.resolve(MAKING));
        Files.delete(left.resolve(MAKING + "-journal"));
        Files.copy(project.resolve("project.db"), left.resolve("project.db"));
        try (var open = Project.open(left)) {
            open.annotators().add("ada");
        }
        Files.writeString(project.resolve("moving.txt"), left.toString());
        Project.open(project).close();
        try (var open = Project.open(left)) {
            assertThat(open.annotators().list()).containsExactly("ada");
        }
    }

    @Test
    void aFolderOfThatNameThatIsNoRestIsLeftAlone() throws IOException {
        var own = Files.createDirectories(folder.resolve("target.moving"));
        Files.writeString(own.resolve("thesis.txt"), "years of work");
        Files.writeString(project.resolve("moving.txt"), own.toString());
        Project.open(project).close();
        assertThat(own.resolve("thesis.txt")).exists();
        Files.writeString(project.resolve("moving.txt"), folder.resolve("p.zip").toString());
        Project.open(project).close();
        assertThat(project.resolve("moving.txt")).doesNotExist();
    }
}
