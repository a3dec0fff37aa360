package org.askance.storage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askance.storage.Fixtures;
import org.askance.storage.OtherDisk;
import org.askance.storage.Project;
import org.askance.storage.Unfinished;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.exchange.ArchiveRestore;
import org.askance.storage.exchange.MissingImages;
import org.askance.storage.files.ContentHash;
import org.askance.storage.files.Journal;
import org.askance.storage.told.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs killed at random moments while they gather something beside its place: afterwards it is there whole or not
/// at all, and what they left is told of and goes on demand. As often as [KillTest].
class UnfinishedKillTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int LONGEST_MS = 400;

    private final long seed = Long.getLong("kills.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    @Test
    void whileCopying() throws Exception {
        Fixtures.project(folder.resolve("p")).close();
        for (int i = 0; i < KILLS; i++) {
            killed("copy");
            assertWholeAndDelete("copy-");
            try (var project = Project.open(folder.resolve("p"))) {
                project.copy(folder.resolve("copy-0"), journal());
            }
            delete(folder.resolve("copy-0"));
            assertThat(removedRest()).as("seed %d", seed).isSubsetOf("COPY");
            assertThat(names()).as("seed %d", seed).containsExactly("p");
        }
    }

    /// To another disk, as which the same one serves here.
    @Test
    void whileMoving() throws Exception {
        try (var project = Fixtures.project(folder.resolve("p"))) {
            for (int i = 0; i < 100; i++) {
                Files.createDirectories(project.imagesFolder().resolve("p" + i));
                Files.writeString(project.imagesFolder().resolve("p" + i + "/picture.png"), "picture " + i);
            }
        }
        for (int i = 0; i < KILLS; i++) {
            var victim = Victim.start("move", folder.resolve("p"));
            assertThat(victim.awaitLine()).isEqualTo("moving");
            victim.letWork(random.nextInt(2 * LONGEST_MS));
            victim.kill();
            var told = removedRest();
            var left = names();
            assertThat(left).as("seed %d, %s", seed, told).hasSize(1).isSubsetOf("p", "q");
            if (left.contains("q")) {
                OtherDisk.move(folder.resolve("q"), folder.resolve("p"), journal());
            }
            try (var project = Project.open(folder.resolve("p")); var files = Files.walk(project.imagesFolder())) {
                assertThat(project.examples().count(ExampleFilter.ALL)).as("seed %d", seed).isEqualTo(4);
                assertThat(files.filter(Files::isRegularFile)).as("seed %d", seed).hasSize(100);
            }
        }
    }

    @Test
    void whileExporting() throws Exception {
        try (var project = Fixtures.project(folder.resolve("p"))) {
            for (long id : project.examples().ids(ExampleFilter.ALL)) {
                var picture = Files.createDirectories(project.imagesFolder()).resolve(id + ".png");
                Files.writeString(picture, "picture " + id);
                project.missingImages().relink(
                        Map.of(id, new MissingImages.Found(picture, ContentHash.of(picture), null)));
            }
        }
        for (int i = 0; i < KILLS; i++) {
            killed("export");
            assertThat(removedRest()).as("seed %d", seed).isSubsetOf("EXPORT");
            assertThat(names()).as("seed %d", seed).isSubsetOf("p", "out.csv", "out_images");
            if (names().contains("out.csv")) {
                assertThat(folder.resolve("out.csv")).content().as("seed %d", seed).contains("A door");
            }
        }
    }

    @Test
    void whileArchiving() throws Exception {
        Fixtures.project(folder.resolve("p")).close();
        for (int i = 0; i < KILLS; i++) {
            killed("archive");
            assertThat(removedRest()).as("seed %d", seed).isSubsetOf("ARCHIVE");
            assertThat(names()).as("seed %d", seed).isSubsetOf("p", "p.zip");
            if (names().contains("p.zip")) {
                ArchiveRestore.restore(folder.resolve("p.zip"), folder.resolve("again-0"), journal(), _ -> {});
                assertWholeAndDelete("again-");
            }
        }
    }

    @Test
    void whileRestoringAnArchive() throws Exception {
        try (var project = Fixtures.project(folder.resolve("p"))) {
            project.archive().write(folder.resolve("p.zip"), false, journal(), _ -> {});
        }
        for (int i = 0; i < KILLS; i++) {
            killed("unpack");
            assertWholeAndDelete("restored-");
            assertThat(removedRest()).as("seed %d", seed).isSubsetOf("RESTORE");
            assertThat(names()).as("seed %d", seed).containsExactlyInAnyOrder("p", "p.zip");
        }
    }

    private void killed(String work) throws IOException, InterruptedException {
        var victim = Victim.start(work, folder.resolve("p"));
        assertThat(victim.awaitLine()).isEqualTo("open");
        victim.letWork(random.nextInt(LONGEST_MS));
        victim.kill();
    }

    private Journal journal() {
        return new Journal(folder.resolve("journal"));
    }

    /// Each project of that name, counted from 0, holds what `p` holds.
    private void assertWholeAndDelete(String name) throws IOException {
        try (var project = Project.open(folder.resolve("p"))) {
            for (int i = 0; Files.exists(folder.resolve(name + i)); i++) {
                try (var made = Project.open(folder.resolve(name + i))) {
                    assertThat(made.examples().keys()).as("seed %d", seed).isEqualTo(project.examples().keys());
                }
                delete(folder.resolve(name + i));
            }
        }
    }

    /// All that is told of is ours.
    ///
    /// @return what was cut off
    private List<String> removedRest() throws IOException {
        var unfinished = new Unfinished(journal());
        var removed = new ArrayList<String>();
        for (var left : unfinished.list()) {
            assertThat(left.ours()).as("seed %d, %s", seed, left.told().english()).isTrue();
            assertThat(unfinished.remove(left)).as("seed %d", seed).isEqualTo(Told.NOTHING);
            removed.add(left.entry().kind().name());
        }
        assertThat(unfinished.list()).isEmpty();
        return removed;
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("journal")).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
