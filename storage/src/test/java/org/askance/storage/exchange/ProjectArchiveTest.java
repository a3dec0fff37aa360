package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.files.Journal;
import org.askance.storage.sql.StorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project that goes into an archive comes out of it with its whole history; a bad archive changes nothing.
class ProjectArchiveTest {

    @TempDir
    Path folder;

    private Path zip;

    @BeforeEach
    void name() {
        zip = folder.resolve("archive.zip");
    }

    private Project hostile() {
        return HostilePairs.project(folder, 3, 120);
    }

    @Test
    void archiveAndRestoreGiveAnEqualProject() throws IOException {
        var restored = folder.resolve("elsewhere/again");
        try (var project = hostile()) {
            Files.createDirectories(project.folder().resolve("checkpoints/n"));
            Files.write(project.folder().resolve("checkpoints/n/weights"), new byte[100_000]);
            Files.writeString(project.folder().resolve("planted.csv"), "id\n");
            var away = Files.createDirectories(folder.resolve("elsewhere/net"));
            Files.writeString(away.resolve("config.json"), "{}");
            project.checkpoints().add("away", away, null);
            var archived = project.archive().write(zip, true, Journal.none(), _ -> {});
            assertThat(archived.missing()).isPositive();

            assertThat(ArchiveRestore.restore(zip, restored, Journal.none(), _ -> {})).isEqualTo(archived.files());

            try (var again = Project.open(restored)) {
                assertThat(again.name()).isEqualTo(project.name());
                equal(project, again);
                assertThat(again.checkpoints().list()).extracting(one -> one.folder()).containsExactly(
                        restored.resolve("checkpoints/n"), restored.resolve("checkpoints/archived-1"));
                assertThat(restored.resolve("checkpoints/archived-1/config.json")).hasContent("{}");
                assertThat(restored.resolve("checkpoints/n/weights")).hasSize(100_000);
                assertThat(restored.resolve("planted.csv")).hasContent("id\n");
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
        assertThat(restored.getParent()).isDirectoryNotContaining("glob:**.partial");
    }

    private static void equal(Project project, Project again) {
        long[] ids = project.examples().ids(ExampleFilter.ALL);
        assertThat(again.examples().ids(ExampleFilter.ALL)).isEqualTo(ids);
        assertThat(again.tasks().list()).isEqualTo(project.tasks().list());
        for (long id : ids) {
            assertThat(again.annotations().history(id)).isEqualTo(project.annotations().history(id));
            var was = java.util.Objects.requireNonNull(project.examples().row(id));
            var is = java.util.Objects.requireNonNull(again.examples().row(id));
            assertThat(is.given()).isEqualTo(was.given());
            assertThat(is.answered()).isEqualTo(was.answered());
            assertThat(is.predicted().keySet()).isEqualTo(was.predicted().keySet());
            assertThat(List.of(is.example().key(), is.example().text(), is.example().split()))
                    .isEqualTo(List.of(was.example().key(), was.example().text(), was.example().split()));
            assertThat(is.example().knowledge()).isEqualTo(was.example().knowledge());
            assertThat(is.example().problem()).isEqualTo(was.example().problem());
            var image = was.example().image();
            if (image != null && Files.exists(image)) {
                assertThat(is.example().image()).startsWith(again.folder()).hasSameBinaryContentAs(image);
            } else {
                assertThat(is.example().image()).isEqualTo(image);
            }
        }
    }

    @Test
    void anArchiveWithoutCheckpointsSaysSoAndLeavesTheProjectAsItWas() throws IOException {
        try (var project = hostile()) {
            Files.createDirectories(project.folder().resolve("checkpoints/n"));
            Files.write(project.folder().resolve("checkpoints/n/weights"), new byte[10]);
            project.archive().write(zip, false, Journal.none(), _ -> {});
            try (var file = new ZipFile(zip.toFile())) {
                assertThat(file.stream().map(ZipEntry::getName)).contains("project.db", "manifest.json")
                        .anyMatch(name -> name.startsWith("images/1."))
                        .noneMatch(name -> name.startsWith("checkpoints"));
            }
            assertThat(project.examples().rows(project.examples().ids(ExampleFilter.ALL)))
                    .extracting(row -> row.example().image()).filteredOn(java.util.Objects::nonNull)
                    .allMatch(image -> image.startsWith(folder.resolve("pictures")));
        }
    }

    @Test
    void whatIsStoppedLeavesNothing() {
        try (var project = hostile()) {
            assertThatThrownBy(() -> project.archive().write(zip, false, Journal.none(), _ -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
            assertThat(folder).isDirectoryNotContaining("glob:**archive*");
        }
    }

    @Test
    void aDamagedArchiveChangesNothing() throws IOException {
        try (var project = hostile()) {
            project.archive().write(zip, false, Journal.none(), _ -> {});
        }
        byte[] bytes = Files.readAllBytes(zip);
        int middle = bytes.length / 3;
        bytes[middle] ^= 0x55;
        var damaged = Files.write(folder.resolve("damaged.zip"), bytes);
        refused(damaged, "damaged");
        refused(Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2)), "damaged");
        refused(Files.writeString(folder.resolve("no.zip"), "no zip at all"), "is no archive");
        refused(folder.resolve("nothing.zip"), "There is no file at");
    }

    private void refused(Path archive, String why) {
        var target = folder.resolve("restored");
        assertThatThrownBy(() -> ArchiveRestore.restore(archive, target, Journal.none(), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why).hasMessageContaining(archive.toString());
        assertThat(folder).isDirectoryNotContaining("glob:**restored*");
    }

    private Path made(String entry, String manifest) throws IOException {
        var made = folder.resolve("made.zip");
        try (OutputStream out = Files.newOutputStream(made); var packed = new ZipOutputStream(out)) {
            packed.putNextEntry(new ZipEntry(entry));
            packed.write("x".getBytes(StandardCharsets.UTF_8));
            packed.putNextEntry(new ZipEntry("manifest.json"));
            packed.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
        return made;
    }

    private static String manifest(String path, int version) {
        return """
                {"format": "askance-project", "version": %d, "schema": 1, "name": "n", "madeAt": "", "originals": [],
                 "missing": [], "entries": [{"path": "%s", "bytes": 1,
                 "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}]}
                """.formatted(version, path);
    }

    @Test
    void entriesThatWouldLeaveTheFolderAreRefused() throws IOException {
        for (var path : List.of("../out.txt", "/out.txt", "a/../../out.txt", "C:/out.txt", "a/..", ".", "")) {
            refused(made("x", manifest(path, 1)), "would leave its folder");
        }
        refused(made("x", manifest("..\\\\out.txt", 1)), "would leave its folder");
        assertThat(folder.resolveSibling("out.txt")).doesNotExist();
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    @Test
    void otherArchivesAreRefusedWithTheReason() throws IOException {
        refused(made("x", "{"), "damaged manifest.json");
        refused(made("x", "{\"format\": \"other\"}"), "is no project archive");
        refused(made("x", manifest("x", 2)), "newer version of Askance");
        refused(made("x", manifest("y", 1)), "lacks y");
        refused(made("x", manifest("x", 1)), "holds no project.db");
        assertThatThrownBy(() -> ArchiveRestore.restore(made("project.db", manifest("project.db", 1)),
                folder.resolve("restored"), Journal.none(), _ -> {})).isInstanceOf(StorageException.class);
        assertThat(folder.resolve("restored")).doesNotExist();
    }

    @Test
    void aFolderInUseIsNotOverwritten() throws IOException {
        try (var project = hostile()) {
            project.archive().write(zip, false, Journal.none(), _ -> {});
            assertThatThrownBy(() -> ArchiveRestore.restore(zip, project.folder(), Journal.none(), _ -> {}))
                    .hasMessageContaining("is not empty");
        }
    }

    @Test
    void anEntryThatIsSaidToLieBeyondTheEndIsToldOf() throws IOException {
        try (var project = Project.create(folder.resolve("p"), "p")) {
            project.archive().write(zip, false, Journal.none(), _ -> {});
        }
        byte[] whole = Files.readAllBytes(zip);
        for (var entry : List.of(ArchiveManifest.ENTRY, "project.db")) {
            Files.write(zip, beyondTheEnd(whole, entry));
            assertThatThrownBy(() -> ArchiveRestore.restore(zip, folder.resolve("again"), Journal.none(), _ -> {}))
                    .isInstanceOf(IOException.class).hasMessageContainingAll(zip.toString(), "damaged");
            assertThat(folder.resolve("again")).doesNotExist();
        }
    }

    /// With the place of `entry` moved to the last bytes, in the list at the archive's end.
    private static byte[] beyondTheEnd(byte[] zip, String entry) {
        var bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50 && entry.equals(
                    new String(zip, at + 46, bytes.getShort(at + 28), StandardCharsets.UTF_8))) {
                return bytes.putInt(at + 42, zip.length - 3).array();
            }
        }
        throw new IllegalArgumentException(entry);
    }
}
