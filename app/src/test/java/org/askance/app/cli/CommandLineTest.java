package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.exchange.ExportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole job from a terminal, on drawn pairs and the bundled network.
class CommandLineTest {

    @TempDir
    private Path folder;

    private TerminalRun run(String... arguments) {
        return TerminalRun.of(folder.resolve("home"), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aProjectGoesFromPicturesToANewCheckpoint() throws IOException {
        assertThat(run("postcards", "--out", path("cards"), "--count", "80", "--seed", "5").code()).isZero();
        var first = run("import", path("cards"), "--project", path("project"));
        assertThat(first.out()).startsWith("80 pairs are new, none was there already. No row");
        assertThat(run("import", path("cards"), "--project", path("project")).out()).startsWith("No pair is new, 80");
        assertThat(run("score", "--project", path("project")).out()).startsWith("80 pairs are scored");
        assertThat(run("score", "--project", path("project")).out()).startsWith("Every pair is scored");

        var evaluated = run("evaluate", "--project", path("project"), "--split", "train", "--json");
        assertThat(evaluated.code()).isZero();
        var json = new ObjectMapper().readTree(evaluated.out());
        assertThat(json.at("/tasks/sentiment/count").asInt()).isEqualTo(64);
        assertThat(json.at("/tasks/sarcasm/accuracy").asDouble()).isGreaterThan(0.6);

        var trained = run("train", "--project", path("project"), "--epochs", "1", "--name", "more", "--make-current");
        assertThat(trained.err()).contains("epoch 1: Training loss");
        assertThat(trained.out()).contains("Postcards            test").contains("more                 test")
                .contains("more is in ");
        try (var project = Project.open(folder.resolve("project"))) {
            assertThat(project.checkpoints().list()).hasSize(2).last()
                    .satisfies(checkpoint -> assertThat(checkpoint.current()).isTrue());
        }
        var compared = run("evaluate", "--project", path("project"), "--split", "test", "--against", "Postcards",
                "--baselines", "--report", path("report.md"));
        assertThat(compared.out()).contains("on Sarcasm: macro-F1 ", "8 pairs", "text only", "image only");
        assertThat(Files.readString(folder.resolve("report.md"))).startsWith("# more on the split test")
                .contains("| figure | Postcards | more | text only | image only |", "## Sentiment",
                        "Checkpoint ‘more’ of the project", "8 labelled pairs of the split ‘test’",
                        "| F1 of ‘sarcastic’ |", "calibration error after scaling", "### Confusion, more",
                        "8 pairs are few");
        assertThat(compared.err()).doesNotContain("measured before");
        var again = run("evaluate", "--project", path("project"), "--split", "test", "--against", "Postcards",
                "--baselines");
        assertThat(again.err()).contains("The halves alone were measured before");
        assertThat(again.out()).isEqualTo(compared.out());
        assertThat(run("evaluate", "--project", path("project"), "--against", "none").err())
                .contains("There is no checkpoint ‘none’. This project has: Postcards, more");
        assertThat(run("export", "--project", path("project"), "--format", "csv", "--out", path("out.csv")).out())
                .startsWith("80 pairs are in ");
        assertThat(Files.readAllLines(folder.resolve("out.csv")).getFirst()).contains("text", "sarcasm");
        everyFormatIsWritten();
    }

    private void everyFormatIsWritten() {
        assertThat(run("score", "--project", path("project")).code()).isZero();
        for (var format : ExportFormat.values()) {
            var said = run("export", "--project", path("project"), "--format", format.key(), "--checkpoint", "more",
                    "--out", path("exports/" + format.key() + format.extension()), "--filter", "split:train");
            assertThat(said.out()).as(said.err()).startsWith("64 pairs are in ");
        }
        assertThat(run("export", "--project", path("project"), "--format", "atlas", "--checkpoint", "Postcards",
                "--out", path("x.parquet")).err()).contains("Make ‘Postcards’ current first");
        assertThat(run("archive", "--project", path("project"), "--checkpoints", "--out", path("all.zip")).out())
                .startsWith("The archive " + path("all.zip") + " is whole: ");
        assertThat(run("restore-archive", path("all.zip"), "--project", path("again")).out())
                .startsWith(path("again") + " is restored");
        assertThat(run("restore-archive", path("all.zip"), "--project", path("again")).err())
                .contains("is not empty");
        assertThat(run("evaluate", "--project", path("again"), "--split", "train").code()).isZero();
    }

    @Test
    void whatCannotBeScoredIsCountedApart() throws IOException {
        assertThat(run("postcards", "--out", path("cards"), "--count", "12", "--seed", "5").code()).isZero();
        assertThat(run("import", path("cards"), "--project", path("project")).err()).contains("Importing 100 %")
                .doesNotContain("/1000");
        try (var images = Files.list(folder.resolve("cards/images"))) {
            Files.delete(images.sorted().findFirst().orElseThrow());
        }
        assertThat(run("score", "--project", path("project")).out())
                .startsWith("11 pairs are scored. The picture of one"
                        + " cannot be read: ‘Find missing pictures’ lists why.");
        assertThat(run("score", "--project", path("project")).out()).startsWith("Every pair is scored");
    }

    @Test
    void whatCannotBeDoneIsASentenceAndAnExitCode() throws IOException {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("nonsense").code()).isEqualTo(2);
        assertThat(run("score").err()).contains("--project");
        assertThat(run("postcards", "--out", path("x"), "--count", "0")).isEqualTo(
                new TerminalRun(2, "", "--count must be at least 1, but is 0." + System.lineSeparator()));
        var nowhere = run("score", "--project", path("nowhere"));
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("There is no project in " + path("nowhere")).contains("askance.log");
        Files.createDirectory(folder.resolve("empty"));
        var empty = run("import", path("empty"), "--project", path("new"));
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.err()).contains("The folder " + path("empty") + " holds no pairs");
        assertThat(folder.resolve("new")).doesNotExist();
        Files.writeString(folder.resolve("pairs.csv"), "id,text,image\n1,hello,a.jpg\n");
        var column = run("import", path("pairs.csv"), "--project", path("new"), "--text", "tweet");
        assertThat(column.code()).isEqualTo(1);
        assertThat(column.err()).contains("has no column 'tweet'; its columns are id, text, image");
        assertThat(run("export", "--project", path("new"), "--format", "xls", "--out", path("x")).err())
                .contains("There is no format ‘xls’. Choose one of csv, tsv, jsonl, mmsd2, label-studio");
        assertThat(run("export", "--project", path("new"), "--labels", "mine", "--out", path("x")).err())
                .contains("There are no labels ‘mine’");
        for (var wrong : List.of(List.of("--epochs", "0", "--epochs must be at least 1, but is 0."),
                List.of("--batch-size", "1", "--batch-size must be at least 2, but is 1."),
                List.of("--alpha", "NaN", "--alpha must be at least 0, but is NaN."),
                List.of("--learning-rate", "7", "--learning-rate must be above 0 and at most 1, but is 7."),
                List.of("--last-layers", "2", "--last-layers counts only together with --learn last."))) {
            var train = run("train", "--project", path("new"), wrong.get(0), wrong.get(1));
            assertThat(train.code()).isEqualTo(2);
            assertThat(train.err()).startsWith(wrong.get(2)).contains("askance train --help");
        }
        var split = run("evaluate", "--project", path("new"), "--split", "half");
        assertThat(split.code()).isEqualTo(2);
        assertThat(split.err()).contains("There is no split ‘half’. Choose one of train, validation, test, none");
    }

    @Test
    void devicesAreToldInWordsAndAsJson() throws IOException {
        var said = run("devices", "--device", "cpu", "--threads", "1");
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("CPU: asked for" + "\n").contains("Choose automatic", "Asked for ",
                "PyTorch ",
                "2.7.1, ", "Processor ");
        var json = new ObjectMapper().readTree(run("devices", "--threads", "1", "--json").out());
        assertThat(json.at("/asked_for").asText()).isEqualTo("auto");
        assertThat(json.at("/threads").asInt()).isEqualTo(1);
        assertThat(json.at("/bridge/pytorch").asText()).isEqualTo("2.7.1");
        assertThat(json.at("/findings/0/sentence").asText()).isNotBlank();
    }

    @Test
    void aCardThatIsNotThereIsAnErrorAndNoSilentCpu() {
        var told = run("devices", "--device", "gpu:99");
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).startsWith("GPU 99 was asked for and cannot be used");
        assertThat(run("postcards", "--out", path("cards"), "--count", "20").code()).isZero();
        assertThat(run("import", path("cards"), "--project", path("project")).code()).isZero();
        var scored = run("score", "--project", path("project"), "--device", "gpu:99");
        assertThat(scored.code()).isEqualTo(1);
        assertThat(scored.err()).contains("GPU 99 was asked for and cannot be used");
        assertThat(run("devices", "--device", "abacus")).satisfies(wrong -> {
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("Write auto, cpu or gpu:0");
        });
        assertThat(run("devices", "--threads", "0")).satisfies(wrong -> {
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("--threads must be at least 1");
        });
    }

    @Test
    void mixedPrecisionTrainsWhereTheDeviceHasItAndIsRefusedElsewhere() throws IOException {
        assertThat(run("postcards", "--out", path("cards"), "--count", "40").code()).isZero();
        assertThat(run("import", path("cards"), "--project", path("project")).code()).isZero();
        boolean has = new ObjectMapper().readTree(run("devices", "--json").out()).at("/bfloat16").asBoolean();
        var trained = run("train", "--project", path("project"), "--preset", "quick", "--epochs", "1",
                "--mixed-precision");
        assertThat(trained.code()).isEqualTo(has ? 0 : 1);
        assertThat(trained.err()).contains(has ? "epoch 1" : "Train without mixed precision");
    }

    @Test
    void anExportNeverReplacesWhatTheProjectIsMadeOf() throws IOException {
        var picture = Files.write(folder.resolve("a.png"), new byte[]{1, 2, 3});
        var source = Files.writeString(folder.resolve("pairs.csv"), "id,text,image\n1,a," + picture + "\n");
        assertThat(run("import", path("pairs.csv"), "--project", path("p")).code()).isZero();
        for (var place : List.of("p/project.db", "p/project.lock", "p/checkpoints", "p/new.csv", "pairs.csv",
                "a.png")) {
            var refused = run("export", "--project", path("p"), "--format", "csv", "--out", path(place));
            assertThat(refused.code()).as(place).isEqualTo(1);
            assertThat(refused.err()).contains(path(place) + " is ", "nothing was changed");
        }
        assertThat(run("archive", "--project", path("p"), "--out", path("p/project.db")).code()).isEqualTo(1);
        assertThat(Files.readString(source)).startsWith("id,text,image");
        assertThat(run("find", "--project", path("p"), "").code()).isZero();
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("p"));
        assertThat(run("export", "--project", path("p"), "--format", "csv", "--out", path("link/project.db")).err())
                .contains("inside the project’s folder");
        assertThat(run("export", "--project", path("p"), "--format", "csv", "--labels", "annotator:nobody", "--out",
                path("x.csv")).err()).contains("There is no annotator ‘nobody’");
    }

    @Test
    void anExportSaysWhatStaysBehindAndWhatKeepsIt() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "id,text\n1,a\n");
        assertThat(run("import", path("pairs.csv"), "--project", path("p")).code()).isZero();
        try (var project = Project.open(folder.resolve("p"))) {
            for (var label : List.of("positive", "negative")) {
                project.annotations().save(new Answer(1, Map.of("sentiment", label), "ada", null, Duration.ZERO));
            }
            project.annotations().skip(1, "bo", Circumstances.NONE);
        }
        var current = run("export", "--project", path("p"), "--format", "doccano", "--out", path("a.jsonl"));
        assertThat(current.err()).contains("2 skips and earlier answers stay behind. JSON lines"
                + " (--format jsonl --labels events) or an archive (--format archive) keep everything.");
        assertThat(run("export", "--project", path("p"), "--format", "jsonl", "--labels", "events", "--out",
                path("b.jsonl")).err()).doesNotContain("behind");
    }

    @Test
    void aProjectOnANetworkDriveIsWarnedOf() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "id,text\n1,a\n");
        assertThat(run("import", path("pairs.csv"), "--project", path("p")).err()).doesNotContain("network drive");
        System.setProperty("askance.drive", "nfs4");
        try {
            var found = run("find", "--project", path("p"), "");
            assertThat(found.code()).as(found.err()).isZero();
            assertThat(found.err()).contains(path("p") + " is on a network drive (nfs4).", "on a disk of this machine");
        } finally {
            System.clearProperty("askance.drive");
        }
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help").out()).contains("postcards", "import", "score", "train", "evaluate", "export",
                "archive", "restore-archive", "backups", "restore-backup", "reproduce", "devices", "Exit codes");
        assertThat(run("--version").out()).startsWith("Askance ");
    }
}
