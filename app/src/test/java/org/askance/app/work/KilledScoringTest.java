package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.askance.assets.postcards.PostcardsPlan;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.embedding.EmbeddingKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scoring process that is killed at any moment leaves nothing that does not fit together.
class KilledScoringTest {

    private static final Engine ENGINE = Engine.start();
    private static final int PAIRS = 400;

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private Workspace open(String name) throws IOException {
        return Workspace.openOrCreate(folder.resolve(name), ENGINE, new Home(folder.resolve("home")));
    }

    private Workspace make(String name) throws IOException {
        var workspace = open(name);
        new MakePostcards(workspace.project(), new PostcardsPlan(PAIRS, 9), _ -> {}).run(Progress.NONE);
        return workspace;
    }

    @Test
    void whatWasKilledFitsTogetherAndEndsAsIfItHadNotBeen() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("killed by seed " + seed);
        var random = new Random(seed);
        make("killed").close();
        int before = 0;
        for (int round = 1; round <= 2; round++) {
            killAfter(1, random.nextInt(60_000_000));
            try (var workspace = open("killed")) {
                int scored = assertFitsTogether(workspace);
                assertThat(scored).isGreaterThanOrEqualTo(before + 128);
                before = scored;
            }
        }
        try (var killed = open("killed"); var whole = make("whole")) {
            assertThat(new ScoreExamples(killed).run(Progress.NONE).scored()).isEqualTo(PAIRS - before);
            assertThat(new ScoreExamples(whole).run(Progress.NONE).scored()).isEqualTo(PAIRS);
            assertThat(assertFitsTogether(killed)).isEqualTo(PAIRS);
            assertSame(killed, whole);
        }
    }

    /// Kills the process some nanoseconds after it has told `reports` times how far it is.
    private void killAfter(int reports, int nanoseconds) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(ScoringChild.class.getName(), folder.resolve("killed").toString(),
                folder.resolve("home").toString()));
        var builder = new ProcessBuilder(command).redirectError(folder.resolve("child.log").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int told = 0;
            for (var line = out.readLine(); line != null && told < reports; line = out.readLine()) {
                told += line.startsWith("done ") ? 1 : 0;
            }
            assertThat(told).as(() -> log()).isEqualTo(reports);
            LockSupport.parkNanos(nanoseconds);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("child.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Every prediction has its embeddings, and all of a kind have the others.
    private static int assertFitsTogether(Workspace workspace) {
        var project = workspace.project();
        long checkpoint = workspace.current().id();
        var embedded = project.embeddings().examples(checkpoint);
        long[] scored = project.examples().scored(checkpoint);
        assertThat(embedded).containsAll(Arrays.stream(scored).boxed().toList());
        for (var kind : EmbeddingKind.values()) {
            assertThat(Objects.requireNonNull(project.embeddings().load(checkpoint, kind)).examples())
                    .hasSize(embedded.size());
        }
        return scored.length;
    }

    private static void assertSame(Workspace one, Workspace other) {
        assertThat(predictions(one.project())).hasSize(PAIRS).isEqualTo(predictions(other.project()));
        for (var kind : EmbeddingKind.values()) {
            var first = embeddings(one, kind);
            var second = embeddings(other, kind);
            assertThat(first.keySet()).isEqualTo(second.keySet());
            first.forEach((key, row) -> assertThat(row).containsExactly(Objects.requireNonNull(second.get(key)),
                    within(1e-4f)));
        }
    }

    private static Map<String, List<String>> predictions(Project project) {
        var byKey = new TreeMap<String, List<String>>();
        for (var row : project.examples().rows(project.examples().ids(ExampleFilter.ALL))) {
            byKey.put(row.example().key(), row.predicted().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(task -> task.getKey() + " " + task.getValue().label()).toList());
        }
        return byKey;
    }

    private static Map<String, float[]> embeddings(Workspace workspace, EmbeddingKind kind) {
        var project = workspace.project();
        var vectors = Objects.requireNonNull(project.embeddings().load(workspace.current().id(), kind));
        var keys = project.examples().rows(vectors.examples()).stream().map(ExampleRow::example).toList();
        var byKey = new TreeMap<String, float[]>();
        for (int i = 0; i < vectors.size(); i++) {
            byKey.put(keys.get(i).key(), vectors.values()[i]);
        }
        return byKey;
    }
}
