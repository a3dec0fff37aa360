package org.askance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.files.Journal;
import org.askance.storage.sql.StorageException;
import org.askance.storage.told.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    @TempDir
    Path folder;

    @Test
    void aProjectRemembersItsNameAndTasks() {
        try (var project = Project.create(folder.resolve("p"), "Late trains")) {
            assertThat(project.name()).isEqualTo("Late trains");
        }
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(project.name()).isEqualTo("Late trains");
            assertThat(project.tasks().list()).containsExactly(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT);
            assertThat(project.settings().get("never set")).isNull();
        }
    }

    @Test
    void aFolderWithoutAProjectIsNamed() {
        assertThatThrownBy(() -> Project.open(folder)).isInstanceOf(StorageException.class)
                .hasMessageContaining(folder.toString()).hasMessageContaining("project.db");
    }

    @Test
    void aSecondProjectInTheSameFolderIsRefused() {
        Project.create(folder, "one").close();
        assertThatThrownBy(() -> Project.create(folder, "two")).isInstanceOf(StorageException.class)
                .hasMessageContaining("holds a project already");
    }

    @Test
    void aProjectFromANewerProgramIsRefusedAndLeftAsItIs() throws SQLException, IOException {
        Project.create(folder, "p").close();
        execute("PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(folder.resolve("project.db"));

        assertThatThrownBy(() -> Project.open(folder)).isInstanceOf(StorageException.class)
                .hasMessageContaining("newer version").hasMessageContaining("nothing was changed");
        assertThat(Files.readAllBytes(folder.resolve("project.db"))).isEqualTo(before);
    }

    @Test
    void anotherProgramsDatabaseIsNoProject() throws SQLException {
        execute("CREATE TABLE t (x)");
        assertThatThrownBy(() -> Project.open(folder)).isInstanceOf(StorageException.class)
                .hasMessageContaining("is not an Askance project");
    }

    @Test
    void aFileThatIsNoDatabaseIsDamaged() throws IOException {
        Files.writeString(folder.resolve("project.db"),
                "not a database at all, but long enough to have a header".repeat(9));
        assertThatThrownBy(() -> Project.open(folder)).isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithARemedy() throws IOException {
        var locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        // The superuser may write anywhere.
        assumeTrue(!Files.isWritable(locked));
        assertThatThrownBy(() -> Project.create(locked, "p")).isInstanceOf(StorageException.class)
                .hasMessageContaining(locked.toString()).hasMessageContaining("permissions");
    }

    @Test
    void theLogOfAFileThatIsGoneDoesNotGetIntoANewProject() throws IOException {
        try (var project = Project.create(folder.resolve("p"), "old")) {
            project.annotators().add("ada");
            Files.copy(folder.resolve("p/project.db-wal"), folder.resolve("log"));
        }
        Files.delete(folder.resolve("p/project.db"));
        Files.copy(folder.resolve("log"), folder.resolve("p/project.db-wal"));
        try (var project = Project.create(folder.resolve("p"), "new")) {
            assertThat(project.name()).isEqualTo("new");
            assertThat(project.annotators().list()).isEmpty();
        }
        try (var files = Files.list(folder.resolve("p"))) {
            var kept = files.filter(file -> file.toString().contains("-wal.left-")).toList();
            assertThat(kept).singleElement().satisfies(file -> assertThat(file).hasSameBinaryContentAs(
                    folder.resolve("log")));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithARemedy() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> Project.create(file.resolve("p"), "p")).isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("cannot be made");
    }

    @Test
    void aProjectThatIsCalledAsItsFolderIsRenamedWithIt() {
        Project.create(folder.resolve("rain"), "rain").close();
        Project.create(folder.resolve("snow"), "Cold days").close();
        var _ = Project.move(folder.resolve("rain"), folder.resolve("drizzle"), journal());
        var _ = Project.move(folder.resolve("snow"), folder.resolve("sleet"), journal());
        try (var rain = Project.open(folder.resolve("drizzle")); var snow = Project.open(folder.resolve("sleet"))) {
            assertThat(rain.name()).isEqualTo("drizzle");
            assertThat(snow.name()).isEqualTo("Cold days");
        }
    }

    @Test
    void aProjectMovesWithAllThatIsInIt() throws IOException {
        Project.create(folder.resolve("p"), "Late trains").close();
        Files.createDirectories(folder.resolve("p/images/ab"));
        Files.writeString(folder.resolve("p/images/ab/1.png"), "picture");
        Files.createDirectory(folder.resolve("empty"));

        assertThat(Project.move(folder.resolve("p"), folder.resolve("deep/er/trains"), journal()))
                .isEqualTo(Told.NOTHING);
        assertThat(folder.resolve("p")).doesNotExist();
        assertThat(Project.move(folder.resolve("deep/er/trains"), folder.resolve("empty"), journal()))
                .isEqualTo(Told.NOTHING);
        assertThat(FolderMove.copy(folder.resolve("empty"), folder.resolve("otherdisk"), journal()))
                .isEqualTo(Told.NOTHING);

        assertThat(folder.resolve("empty")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left.filter(file -> file.toString().endsWith(".moving"))).isEmpty();
        }
        assertThat(journal().abandoned()).isEmpty();
        assertThat(folder.resolve("otherdisk/images/ab/1.png")).hasContent("picture");
        try (var project = Project.open(folder.resolve("otherdisk"))) {
            assertThat(project.name()).isEqualTo("Late trains");
            assertThat(project.isReadOnly()).isFalse();
        }
    }

    @Test
    void aProjectThatCannotMoveStaysWhereItWas() throws IOException {
        try (var _ = Project.create(folder.resolve("p"), "p")) {
            assertThatThrownBy(() -> Project.move(folder.resolve("p"), folder.resolve("q"), journal()))
                    .isInstanceOf(StorageException.class).hasMessageContaining("open elsewhere");
        }
        assertThatThrownBy(() -> Project.move(folder.resolve("p"), folder.resolve("p/q"), journal()))
                .isInstanceOf(StorageException.class).hasMessageContaining("into itself");
        Files.createDirectories(folder.resolve("full/of"));
        assertThatThrownBy(() -> Project.move(folder.resolve("p"), folder.resolve("full"), journal()))
                .isInstanceOf(StorageException.class).hasMessageContaining("is not empty");
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> Project.move(folder.resolve("p"), file.resolve("q"), journal()))
                .isInstanceOf(StorageException.class).hasMessageContaining("it is where it was");
        assertThatThrownBy(() -> FolderMove.copy(folder.resolve("p"), file.resolve("q"), journal()))
                .isInstanceOf(StorageException.class).hasMessageContaining("it is where it was");
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(project.isReadOnly()).isFalse();
        }
    }

    private Journal journal() {
        return new Journal(folder.resolve("journal"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("project.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
