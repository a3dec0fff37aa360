package org.askance.storage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Everything;
import org.askance.storage.sql.Backup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs killed at random moments: afterwards the project opens, is sound, and holds all that was
/// acknowledged. A few times here; `-Dkills=100` does each a hundred times.
///
/// @see UnfinishedKillTest for what is gathered beside its place
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int LONGEST_MS = 400;
    /// More than a victim makes before it is killed.
    private static final int CREATED = 15;
    /// So many examples whose columns take a moment to be written.
    private static final int MANY = 20_000;
    private static final int CLOSING_MS = 60;
    /// Of how many examples columns are kept: here, as in the victims, of the fewest.
    private static final String LEAST = "askance.columns.least";

    private final long seed = Long.getLong("kills.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    @BeforeEach
    void keepColumns() {
        System.setProperty(LEAST, "1");
    }

    @AfterEach
    void keepColumnsAsUsual() {
        System.clearProperty(LEAST);
    }

    @Test
    void whileAnnotating() throws Exception {
        Fixtures.project(folder).close();
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < KILLS; i++) {
            var told = killed("annotate", i == 0);
            var places = told.stream().filter(line -> line.startsWith("place ")).toList();
            told.removeAll(places);
            acknowledged.addAll(told);
            try (var project = Project.open(folder)) {
                if (!places.isEmpty()) {
                    long last = Long.parseLong(places.getLast().substring(6));
                    // The next of the four may have been noted, but not told.
                    assertThat(project.queuePlaces().get("ada", "dataset")).as("seed %d", seed).isIn(last,
                            last % 4 + 1);
                }
                var events = new HashSet<String>();
                for (long example : project.examples().ids(ExampleFilter.ALL)) {
                    project.annotations().history(example).stream().filter(event -> event.kind() == EventKind.ANSWER)
                            .forEach(event -> events.add(event.gesture() + " " + example + " " + event.label()));
                }
                assertThat(events).as("seed %d", seed).containsAll(acknowledged);
            }
        }
        assertThat(acknowledged).isNotEmpty();
    }

    @Test
    void whileAnsweringManyAtOnce() throws Exception {
        int many = 3_000;
        try (var project = Fixtures.project(folder)) {
            var examples = new ArrayList<NewExample>();
            for (int i = 4; i < many; i++) {
                examples.add(Fixtures.example("many-" + i, "text " + i, Split.TRAIN, Map.of()));
            }
            project.examples().addAll(examples);
        }
        for (int i = 0; i < KILLS; i++) {
            var acknowledged = killed("bulk", i == 0);
            try (var project = Project.open(folder)) {
                int answered = project.annotations().answeredCount();
                int moved = project.examples().splitCounts().getOrDefault(Split.VALIDATION, 0);
                assertThat(answered).as("seed %d", seed).isIn(0, many);
                assertThat(moved).as("seed %d", seed).isIn(1, many);
                if (!acknowledged.isEmpty()) {
                    // The next step may have been done, but not told.
                    int last = Integer.parseInt(acknowledged.getLast().substring(5));
                    var states = List.of(many + " 1", many + " " + many, many + " 1", "0 1");
                    assertThat(answered + " " + moved).as("seed %d", seed).isIn(states.get(last % 4),
                            states.get((last + 1) % 4));
                }
            }
        }
    }

    /// While columns are kept, or taken away again: those that are there then answer as those read anew.
    @Test
    void whileClosing() throws Exception {
        try (var project = Fixtures.project(folder)) {
            var examples = new ArrayList<NewExample>();
            for (int i = 4; i < MANY; i++) {
                examples.add(Fixtures.example("many-" + i, "text " + i + " 天気", Split.TRAIN, Map.of()));
            }
            project.examples().addAll(examples);
        }
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < KILLS; i++) {
            var victim = Victim.start("close", folder);
            for (int rounds = 1 + random.nextInt(3); rounds > 0;) {
                var line = victim.awaitLine();
                assertThat(line).isNotEqualTo("null");
                acknowledged.add(line);
                rounds -= line.equals("closing") ? 1 : 0;
            }
            victim.letWork(random.nextInt(CLOSING_MS));
            acknowledged.addAll(victim.kill());
            assertColumnsAsReadAnew();
            assertSound(folder.resolve("project.db"));
        }
        acknowledged.removeIf("closing"::equals);
        try (var project = Project.open(folder)) {
            var events = new HashSet<String>();
            for (var event : project.annotations().history("ada", Long.MAX_VALUE, Integer.MAX_VALUE)) {
                events.add(event.gesture() + " " + event.example() + " " + event.label());
            }
            assertThat(events).as("seed %d", seed).containsAll(acknowledged);
        }
    }

    private void assertColumnsAsReadAnew() throws IOException {
        List<Object> found;
        try (var project = Project.open(folder)) {
            found = Everything.in(project);
        }
        // Those are there again, and taken by the next opening.
        try (var project = Project.open(folder)) {
            assertThat(Everything.in(project)).as("seed %d", seed).usingRecursiveComparison().isEqualTo(found);
        }
        Files.delete(folder.resolve("cache/columns.bin"));
        try (var project = Project.open(folder)) {
            assertThat(found).as("seed %d", seed).usingRecursiveComparison().isEqualTo(Everything.in(project));
        }
    }

    @Test
    void whileImporting() throws Exception {
        Fixtures.project(folder).close();
        for (int i = 0; i < KILLS; i++) {
            var acknowledged = killed("import");
            try (var project = Project.open(folder)) {
                assertThat(project.examples().keys()).as("seed %d", seed).containsAll(acknowledged);
                // Batches of 100 beside the first four: none is half in.
                assertThat((project.examples().count(ExampleFilter.ALL) - 4) % 100).isZero();
            }
        }
    }

    @Test
    void whileScoring() throws Exception {
        Fixtures.project(folder).close();
        for (int i = 0; i < KILLS; i++) {
            var acknowledged = killed("score");
            try (var project = Project.open(folder)) {
                var scored = new HashSet<String>();
                var embedded = project.embeddings().examples(1);
                for (long id : project.examples().scored(1)) {
                    scored.add("scored " + id);
                    assertThat(embedded).contains(id);
                }
                assertThat(scored).as("seed %d", seed).containsAll(acknowledged);
            }
        }
    }

    @Test
    void whileBackingUp() throws Exception {
        Fixtures.project(folder).close();
        for (int i = 0; i < KILLS; i++) {
            var acknowledged = new ArrayList<>(killed("backup"));
            var backups = acknowledged.stream().filter(line -> line.startsWith("backup ")).toList();
            acknowledged.removeAll(backups);
            try (var project = Project.open(folder)) {
                assertThat(project.annotations().history(1)).extracting(Event::value).as("seed %d", seed)
                        .containsAll(acknowledged);
                for (var backup : project.backups().list()) {
                    assertSound(backup.file());
                }
                if (!backups.isEmpty()) {
                    assertThat(Path.of(backups.getLast().substring(7))).exists();
                }
            }
        }
    }

    @Test
    void whileMigrating() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            var old = folder.resolve("old-" + i);
            OldProjects.first(old.resolve("project.db"));
            OldProjects.grow(old.resolve("project.db"), 20_000);
            var victim = Victim.start("migrate", old);
            // The JVM needs about this long before the migration begins.
            victim.letWork(300 + random.nextInt(3 * LONGEST_MS));
            victim.kill();
            try (var project = Project.open(old)) {
                assertThat(project.annotations().answeredCount()).as("seed %d", seed).isEqualTo(20_002);
                assertThat(project.annotations().history(1)).hasSize(4);
            }
            assertSound(old.resolve("project.db"));
            for (var backup : Project.backups(old).list()) {
                assertThat(backup.kind()).isIn(Backup.Kind.MIGRATION, Backup.Kind.OPENING);
                assertSound(backup.file());
            }
        }
    }

    /// Each folder holds a file of someone else's, called much as ours are.
    @Test
    void whileCreating() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            var place = folder.resolve("places-" + i);
            for (int k = 0; k < CREATED; k++) {
                Files.createDirectories(place.resolve("made-" + k));
                Files.writeString(place.resolve("made-" + k).resolve(".project.db.making"), "notes " + k);
            }
            var victim = Victim.start("create", place);
            assertThat(victim.awaitLine()).isEqualTo("creating");
            // The first takes longest: the program is new.
            victim.letWork(random.nextInt(3 * LONGEST_MS));
            victim.kill();
            for (int k = 0; k < CREATED; k++) {
                var made = place.resolve("made-" + k);
                boolean there = Project.exists(made);
                try (var project = there ? Project.open(made) : Project.create(made, "made " + k)) {
                    assertThat(project.name()).as("seed %d", seed).isEqualTo("made " + k);
                    assertThat(project.tasks().list()).extracting(TaskDefinition::name).containsExactly("sarcasm",
                            "sentiment");
                }
                assertSound(made.resolve("project.db"));
                assertThat(made.resolve(".project.db.making")).hasContent("notes " + k);
                try (var files = Files.list(made)) {
                    assertThat(files.map(file -> file.getFileName().toString())).as("seed %d", seed)
                            .isSubsetOf("project.db", "project.lock", ".project.db.making", "backups");
                }
            }
        }
    }

    @Test
    void whileRestoring() throws Exception {
        try (var project = Fixtures.project(folder)) {
            project.annotations().flag(1, null, "ada");
            project.backups().make(Backup.Kind.ASKED);
            project.annotations().flag(2, null, "ada");
        }
        for (int i = 0; i < KILLS; i++) {
            var victim = Victim.start("restore", folder);
            victim.awaitLine();
            victim.letWork(random.nextInt(LONGEST_MS));
            victim.kill();
            assertThat(Files.exists(folder.resolve("project.db"))).isTrue();
            try (var project = Project.open(folder)) {
                assertThat(project.annotations().history(1)).as("seed %d", seed).hasSize(1);
            }
            assertSound(folder.resolve("project.db"));
        }
    }

    /// Lets a victim work for a random time after it has opened the project.
    ///
    /// @return what it had acknowledged
    private List<String> killed(String work) throws IOException, InterruptedException, SQLException {
        return killed(work, false);
    }

    /// @param told whether it must have told something: a busy machine may leave it no time for it
    private List<String> killed(String work, boolean told) throws IOException, InterruptedException, SQLException {
        var victim = Victim.start(work, folder);
        assertThat(victim.awaitLine()).isEqualTo("open");
        var acknowledged = new ArrayList<String>();
        if (told) {
            acknowledged.add(victim.awaitLine());
        }
        victim.letWork(random.nextInt(LONGEST_MS));
        acknowledged.addAll(victim.kill());
        assertColumnsAsReadAnew();
        assertSound(folder.resolve("project.db"));
        return acknowledged;
    }

    private void assertSound(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            row.next();
            assertThat(row.getString(1)).as("%s, seed %d", file, seed).isEqualTo("ok");
        }
    }
}
