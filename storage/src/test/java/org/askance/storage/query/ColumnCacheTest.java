package org.askance.storage.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.dataset.Split;
import org.askance.storage.sql.Backup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns that are kept answer as those that are read anew, and never for another state of the database.
class ColumnCacheTest {

    private static final int EXAMPLES = 2_100;
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void make() {
        file = folder.resolve("p/cache/columns.bin");
        try (var project = Project.create(folder.resolve("p"), "kept")) {
            project.tasks().add(new TaskDefinition("topic",
                    List.of(new LabelDefinition("weather", "W"), new LabelDefinition("trains", "T"))));
            project.examples().addAll(LongStream.rangeClosed(1, EXAMPLES)
                    .mapToObj(i -> Fixtures.example("k" + i, "text " + i + (i % 7 == 0 ? " 😂" : " 天気"),
                            i % 3 == 0 ? Split.TEST : Split.TRAIN,
                            i % 5 == 0 ? Map.of("sentiment", "positive") : Map.of()))
                    .toList());
            var annotations = project.annotations();
            for (long id = 1; id < 60; id++) {
                annotations.save(Fixtures.answer(id, "sarcasm", id % 2 == 0 ? "sarcastic" : "not sarcastic", "ada"));
                annotations.save(Fixtures.answer(id + 30, "sarcasm", "sarcastic", "ben"));
            }
            annotations.save(Fixtures.answer(7, "topic", "trains", "ada"));
            annotations.flag(3, "spam", "ada");
            annotations.comment(4, "hm", "ben");
            annotations.skip(100, "ben", Circumstances.NONE);
            project.finder().await();
        }
        assertThat(file).exists();
    }

    private static int count(Project project, String text) {
        project.finder().await();
        return project.finder().count(((Parsed.Good) project.finder().parse(text)).query());
    }

    /// By a program that knows nothing of this one.
    private void moveOneToTest() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p/project.db"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE example SET split = 'test' WHERE id = 1");
        }
    }

    @Test
    void whatIsKeptAnswersAsWhatIsReadAnew() throws IOException {
        List<Object> kept;
        try (var project = Project.open(folder.resolve("p"))) {
            kept = Everything.in(project);
            assertThat(file).as("it counts for this opening alone").doesNotExist();
        }
        assertThat(file).exists();
        Files.delete(file);
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(kept).usingRecursiveComparison().isEqualTo(Everything.in(project));
            project.annotations().save(Fixtures.answer(1_500, "topic", "trains", "cy"));
            kept = Everything.in(project);
        }
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(Everything.in(project)).usingRecursiveComparison().isEqualTo(kept);
            project.annotations().save(Fixtures.answer(1_501, "topic", "trains", "cy"));
            assertThat(count(project, "label:trains")).isEqualTo(3);
        }
    }

    /// What was read has room for no other example.
    @Test
    void whatIsKeptGrowsAsWhatIsReadAnew() throws IOException {
        List<Object> kept;
        try (var project = Project.open(folder.resolve("p"))) {
            project.finder().await();
            project.examples().addAll(LongStream.rangeClosed(EXAMPLES + 1, EXAMPLES + 200)
                    .mapToObj(i -> Fixtures.example("k" + i, "text " + i + " 😂", Split.TEST, Map.of())).toList());
            for (long id = EXAMPLES - 5; id < EXAMPLES + 150; id += 10) {
                project.annotations().save(Fixtures.answer(id, "topic", "trains", "cy"));
                project.annotations().flag(id, "spam", "ben");
                project.annotations().skip(id + 1, "cy", Circumstances.NONE);
            }
            kept = Everything.in(project);
        }
        Files.delete(file);
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(kept).usingRecursiveComparison().isEqualTo(Everything.in(project));
        }
    }

    /// Otherwise the tests here would pass without any cache.
    @Test
    void itIsKeptIndeed() throws Exception {
        var database = folder.resolve("p/project.db");
        var at = Files.getLastModifiedTime(database);
        moveOneToTest();
        Files.setLastModifiedTime(database, at);
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(count(project, "split:test")).isEqualTo(EXAMPLES / 3);
        }
    }

    @Test
    void whatAnotherProgramWroteIsSeen() throws Exception {
        moveOneToTest();
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(count(project, "split:test")).isEqualTo(EXAMPLES / 3 + 1);
        }
    }

    @Test
    void damageIsReadAnew() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[]{3, bytes.length / 2, bytes.length - 1}) {
            bytes[at] ^= 1;
            Files.write(file, bytes);
            bytes[at] ^= 1;
            try (var project = Project.open(folder.resolve("p"))) {
                assertThat(count(project, "split:test")).isEqualTo(EXAMPLES / 3);
            }
        }
        for (int length : new int[]{0, 7, bytes.length - 9}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            try (var project = Project.open(folder.resolve("p"))) {
                assertThat(count(project, "split:test")).isEqualTo(EXAMPLES / 3);
            }
        }
    }

    @Test
    void aReaderLeavesItThere() throws IOException {
        try (var first = Project.open(folder.resolve("p"))) {
            assertThat(first.isReadOnly()).isFalse();
            try (var second = Project.open(folder.resolve("p"))) {
                assertThat(second.isReadOnly()).isTrue();
                assertThat(count(second, "split:test")).isEqualTo(EXAMPLES / 3);
                assertThat(file).exists();
            }
            assertThat(file).exists();
        }
    }

    /// Where the file cannot be taken away it is still there when columns are read again, and as old as before.
    @Test
    void aReaderThatLeavesItThereSeesWhatAnotherProgramWrites() throws IOException {
        byte[] kept = Files.readAllBytes(file);
        try (var first = Project.open(folder.resolve("p"))) {
            Files.write(file, kept);
            try (var second = Project.open(folder.resolve("p"))) {
                assertThat(count(second, "label:trains")).isEqualTo(1);
                first.annotations().save(Fixtures.answer(1_700, "topic", "trains", "cy"));
                assertThat(count(second, "label:trains")).isEqualTo(2);
            }
        }
    }

    @Test
    void aRestoredBackupAnswersForItself() throws IOException {
        try (var project = Project.open(folder.resolve("p"))) {
            project.backups().make(Backup.Kind.ASKED);
            for (long id = 1_600; id < 1_610; id++) {
                project.annotations().save(Fixtures.answer(id, "topic", "trains", "cy"));
            }
            assertThat(count(project, "label:trains")).isEqualTo(11);
        }
        Project.restore(folder.resolve("p"), Project.backups(folder.resolve("p")).list().getFirst());
        try (var project = Project.open(folder.resolve("p"))) {
            assertThat(count(project, "label:trains")).isEqualTo(1);
        }
    }
}
