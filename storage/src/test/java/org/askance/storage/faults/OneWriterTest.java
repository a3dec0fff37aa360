package org.askance.storage.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.files.Journal;
import org.askance.storage.sql.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWriterTest {

    @TempDir
    Path folder;

    @Test
    void aSecondOpeningReadsAndSaysWhoWrites() {
        try (var first = Fixtures.project(folder); var second = Project.open(folder)) {
            assertThat(first.isReadOnly()).isFalse();
            assertThat(second.isReadOnly()).isTrue();
            assertThat(second.whyReadOnly().english()).contains("open elsewhere").contains(folder.toString());
            long example = second.examples().ids(ExampleFilter.ALL)[0];
            first.annotations().save(Fixtures.answer(example, "sarcasm", "sarcastic", "ada"));
            assertThat(second.annotations().history(example)).hasSize(1);
            assertThatThrownBy(() -> second.annotations().undoLast("ada")).isInstanceOf(StorageException.class)
                    .hasMessage(second.whyReadOnly().english());
            assertThatThrownBy(() -> second.settings().put("a", "b")).isInstanceOf(StorageException.class);
            first.annotations().undoLast("ada");
        }
        try (var again = Project.open(folder)) {
            assertThat(again.isReadOnly()).isFalse();
        }
    }

    @Test
    void anotherProgramIsNamedAndItsLockGoesWithIt() throws IOException {
        Fixtures.project(folder).close();
        var victim = Victim.start("hold", folder);
        victim.awaitLine();
        try (var project = Project.open(folder)) {
            assertThat(project.isReadOnly()).isTrue();
            assertThat(project.whyReadOnly().english()).contains("process " + victim.pid());
        }
        victim.kill();
        try (var project = Project.open(folder)) {
            assertThat(project.isReadOnly()).isFalse();
        }
    }

    @Test
    void aCopyIsAProjectOfItsOwnWithItsPictures() throws IOException {
        var target = folder.resolve("copy");
        try (var project = Fixtures.project(folder.resolve("original"))) {
            var image = Files.writeString(Files.createDirectories(project.folder().resolve("images")).resolve("x.jpg"),
                    "a picture");
            project.examples().addAll(
                    List.of(new NewExample("x", "inside", image, Split.NONE, Map.of())));
            project.annotations().flag(1, null, "ada");
            project.copy(target, new Journal(folder.resolve("journal")));
            project.annotations().unflag(1, "ada");
        }
        try (var copy = Project.open(target)) {
            assertThat(copy.isReadOnly()).isFalse();
            assertThat(copy.annotations().history(1)).hasSize(1);
            var inside = Objects.requireNonNull(copy.examples().row(5)).example().image();
            assertThat(inside).isEqualTo(target.resolve("images/x.jpg")).exists();
            assertThatThrownBy(() -> copy.copy(target.resolve("in/itself"), new Journal(folder.resolve("journal"))))
                    .isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> copy.copy(folder.resolve("original"), new Journal(folder.resolve("journal"))))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("not empty");
        }
    }
}
