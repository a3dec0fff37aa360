package org.askance.storage.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.askance.storage.Fixtures;
import org.askance.storage.OtherDisk;
import org.askance.storage.Project;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.embedding.EmbeddingKind;
import org.askance.storage.embedding.Vectors;
import org.askance.storage.exchange.ArchiveRestore;
import org.askance.storage.exchange.ExampleExport;
import org.askance.storage.exchange.ExportFormat;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.files.Journal;
import org.askance.storage.run.NewPrediction;
import org.askance.storage.sql.Backup;

/// A program of its own that works on a project until it is killed. It prints a line for all that it was
/// told is on disk.
final class Victim {

    private static final int VECTOR = 64;

    private final Process process;
    private final BufferedReader lines;

    private Victim(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static Victim start(String work, Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Victim(new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-Daskance.columns.least=1", "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(), work, folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /// Waits until it has said something.
    String awaitLine() throws IOException {
        return String.valueOf(lines.readLine());
    }

    /// Lets it work for `ms`, or until it has ended.
    void letWork(long ms) throws InterruptedException {
        process.waitFor(ms, TimeUnit.MILLISECONDS);
    }

    /// Kills it as the system does (`kill -9`).
    ///
    /// @return whole lines that it had printed and nobody had read
    List<String> kill() throws IOException {
        // By its handle: `Process` would close what has not been read.
        process.toHandle().destroyForcibly();
        var all = new ArrayList<String>();
        var text = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                all.add(text.toString());
                text.setLength(0);
            } else {
                text.append((char) c);
            }
        }
        process.onExit().join();
        return all;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var folder = Path.of(arguments[1]);
        if (arguments[0].equals("restore")) {
            out.println("restoring");
            forever(_ -> Project.restore(folder, Project.backups(folder).list().stream()
                    .filter(backup -> backup.kind() == Backup.Kind.ASKED).findFirst().orElseThrow()));
        }
        if (arguments[0].equals("create")) {
            out.println("creating");
            forever(i -> Project.create(folder.resolve("made-" + i), "made " + i).close());
        }
        if (arguments[0].equals("close")) {
            forever(i -> answerAndClose(folder, i, out));
        }
        if (arguments[0].equals("move")) {
            out.println("moving");
            var journal = new Journal(folder.resolveSibling("journal"));
            forever(i -> OtherDisk.move(folder.resolveSibling(i % 2 == 0 ? "p" : "q"),
                    folder.resolveSibling(i % 2 == 0 ? "q" : "p"), journal));
        }
        try (var project = Project.open(folder)) {
            out.println("open");
            switch (arguments[0]) {
                case "hold" -> forever(_ -> new java.util.concurrent.CountDownLatch(1).await());
                case "annotate" -> annotate(project, out);
                case "bulk" -> bulk(project, out);
                case "import" -> importing(project, out);
                case "score" -> score(project, out);
                case "backup" -> forever(i -> {
                    project.annotations().comment(1, "c" + i, "ada");
                    out.println("c" + i);
                    out.println("backup " + project.backups().make(Backup.Kind.ASKED).file());
                });
                case "copy" -> forever(i -> project.copy(folder.resolveSibling("copy-" + i),
                        new Journal(folder.resolveSibling("journal"))));
                case "archive" -> forever(_ -> project.archive().write(folder.resolveSibling("p.zip"), false,
                        new Journal(folder.resolveSibling("journal")), _ -> {}));
                case "unpack" -> forever(i -> ArchiveRestore.restore(folder.resolveSibling("p.zip"),
                        folder.resolveSibling("restored-" + i), new Journal(folder.resolveSibling("journal")),
                        _ -> {}));
                case "export" -> export(project, folder.resolveSibling("out.csv"));
                // Opening was the work.
                case "migrate" -> out.println("migrated");
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private interface Step {
        void run(int i) throws Exception;
    }

    private static void forever(Step step) {
        try {
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                step.run(i);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Prints each answer as the event it must be.
    private static void annotate(Project project, PrintStream out) {
        var ids = project.examples().ids(ExampleFilter.ALL);
        var labels = List.of("positive", "negative", "neutral");
        forever(i -> {
            long example = ids[i % ids.length];
            long gesture = project.annotations()
                    .save(Fixtures.answer(example, "sentiment", labels.get(i % 3), i % 2 == 0 ? "ada" : "ben"));
            out.println(gesture + " " + example + " " + labels.get(i % 3));
            project.queuePlaces().put("ada", "dataset", example);
            out.println("place " + example);
            if (i % 5 == 4) {
                project.annotations().undoLast("ben");
                project.annotations().undoLast("ada");
                project.annotations().redo("ada");
            }
        });
    }

    /// Prints the answer as the event it must be, then that it closes: the columns are kept with that.
    private static void answerAndClose(Path folder, int i, PrintStream out) {
        try (var project = Project.open(folder)) {
            project.finder().await();
            var ids = project.examples().ids(ExampleFilter.ALL);
            long example = ids[i * 7 % ids.length];
            String label = i % 2 == 0 ? "sarcastic" : "not sarcastic";
            long gesture = project.annotations().save(Fixtures.answer(example, "sarcasm", label, "ada"));
            out.println(gesture + " " + example + " " + label);
            project.finder().await();
            out.println("closing");
        }
    }

    private static void export(Project project, Path out) {
        var order = new ExampleExport.Order(ExportFormat.CSV, project.examples().ids(ExampleFilter.ALL),
                new ExportLabels.Current(), null, true, null, out);
        var export = new ExampleExport(project.exportRows(), project.tasks().list());
        forever(_ -> export.write(order, new Journal(out.resolveSibling("journal")), _ -> {}));
    }

    /// Answers all, moves all, takes both back, from a project in which ada has done nothing that counts; prints
    /// each step.
    private static void bulk(Project project, PrintStream out) {
        var annotations = project.annotations();
        var all = project.examples().ids(ExampleFilter.ALL);
        while (annotations.undoLast("ada") != null) {
            // What an earlier victim did.
        }
        forever(i -> {
            switch (i % 4) {
                case 0 -> annotations.bulk(all, new Act.Label(Map.of("sarcasm", "sarcastic")), "ada",
                        Circumstances.ofMany(null));
                case 1 -> annotations.bulk(all, new Act.Move(Split.VALIDATION), "ada", Circumstances.ofMany(null));
                default -> annotations.undoLast("ada");
            }
            out.println("step " + i);
        });
    }

    /// Prints how many examples of this run are in.
    private static void importing(Project project, PrintStream out) {
        int before = project.examples().count(ExampleFilter.ALL);
        forever(i -> {
            var batch = new ArrayList<NewExample>();
            for (int k = 0; k < 100; k++) {
                batch.add(Fixtures.example("import-" + (before + 100 * i + k), "text " + k, Split.TRAIN,
                        Map.of("sentiment", "neutral")));
            }
            project.examples().addAll(batch);
            out.println("import-" + (before + 100 * i + 99));
        });
    }

    /// Prints how many predictions are in, then how many vectors.
    private static void score(Project project, PrintStream out) {
        var ids = project.examples().ids(ExampleFilter.ALL);
        long checkpoint = project.checkpoints().add("victim", project.checkpointsFolder().resolve("victim"), null);
        forever(i -> {
            long id = ids[i % ids.length];
            float[] vector = new float[VECTOR];
            java.util.Arrays.fill(vector, (float) id);
            var vectors = new Vectors(new long[]{id}, new float[][]{vector});
            project.embeddings().append(checkpoint, Map.of(EmbeddingKind.TEXT, vectors, EmbeddingKind.IMAGE, vectors,
                    EmbeddingKind.FUSED, vectors));
            project.predictions().save(checkpoint,
                    List.of(new NewPrediction(id, Map.of("sentiment", new float[]{0.2f, 0.7f, 0.1f}))));
            out.println("scored " + id);
        });
    }
}
