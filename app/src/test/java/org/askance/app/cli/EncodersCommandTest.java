package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.askance.app.SmallHub;
import org.askance.app.text.Strings;
import org.askance.app.work.Home;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.askance.model.checkpoint.SafeTensorsWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Encoders from a terminal, from a hub on this machine.
class EncodersCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SmallHub hub;

    @BeforeEach
    void open() throws IOException {
        hub = new SmallHub();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Terminal terminal() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new Terminal(Strings.english(), new Home(folder.resolve("home")), new PrintWriter(out, true),
                new PrintWriter(err, true), false);
    }

    private int run(String... arguments) {
        return CommandLineMain.run(terminal(), arguments);
    }

    @Test
    void theThreeOfThePaperAreFetchedAndListed() {
        assertThat(run("encoders", "list")).isZero();
        assertThat(out.toString().lines()).hasSize(5).first().asString()
                .isEqualTo("bert-base-uncased                text encoder   Not here. About 441 MB will come.");

        assertThat(run("encoders", "get", "--hub", hub.address())).isZero();
        assertThat(err.toString()).contains("Getting bert-base-uncased 1").contains("/186 kB, ")
                .containsPattern("[kM]B/s");
        assertThat(out.toString().lines()).hasSize(3).allSatisfy(line -> assertThat(line).contains(
                " is here and checked, ", folder.resolve("home/encoders") + "/"));
        run("encoders", "list");
        assertThat(out.toString().lines().filter(line -> line.contains(" here, "))).hasSize(3);

        assertThat(run("encoders", "get", "vit-base-patch16-224-in21k", "--hub", hub.address(), "--to",
                folder.resolve("else").toString())).isZero();
        assertThat(folder.resolve("else/google--vit-base-patch16-224-in21k/model.safetensors")).exists();
    }

    @Test
    void aNewNetworkBeginsFromEncodersByName() {
        String project = folder.resolve("project").toString();
        run("postcards", "--out", folder.resolve("cards").toString(), "--count", "60");
        run("import", folder.resolve("cards").toString(), "--project", project);
        var train = List.of("train", "--project", project, "--name", "new", "--preset", "quick", "--epochs", "1",
                "--text-encoder", "bert-base-uncased", "--image-encoder");
        assertThat(run(with(train, "google/vit-base-patch32-224-in21k"))).isEqualTo(1);
        assertThat(err.toString()).contains("There is no folder ‘bert-base-uncased’, and no encoder of this kind",
                "‘askance encoders get’");

        run("encoders", "get", "--hub", hub.address());
        assertThat(run(with(train, "bert-base-uncased"))).isEqualTo(1);
        assertThat(err.toString()).contains("There is no folder ‘bert-base-uncased’",
                "These are here: vit-base-patch32-224-in21k.");
        assertThat(run(with(train, "google/vit-base-patch32-224-in21k"))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("new is in ");
    }

    @Test
    void aNetworkGoesOnUnderTheTeacherThatItBeganWith() throws IOException {
        String project = folder.resolve("project").toString();
        run("postcards", "--out", folder.resolve("cards").toString(), "--count", "60");
        run("import", folder.resolve("cards").toString(), "--project", project);
        run("encoders", "get", "--hub", hub.address());
        var clip = clip();
        assertThat(run("train", "--project", project, "--name", "aligned", "--preset", "quick", "--epochs", "1",
                "--text-encoder", "bert-base-uncased", "--image-encoder", "vit-base-patch32-224-in21k", "--teacher",
                "wide-clip", "--make-current")).as(err.toString()).isZero();
        assertThat(run("train", "--project", project, "--name", "more", "--preset", "quick", "--epochs", "1",
                "--make-current")).as(err.toString()).isZero();

        var origins = new ObjectMapper().readTree(checkpoint("-run-2").resolve("training.json").toFile())
                .path("origins");
        assertThat(origins.at("/parent/folder").asText()).contains("-run-1");
        assertThat(origins.at("/text/name").asText()).isEqualTo("google-bert--bert-base-uncased");
        assertThat(origins.at("/teacher/name").asText()).isEqualTo("me--wide-clip");
        assertThat(origins.at("/teacher/sha256").asText()).hasSize(64);
        assertThat(checkpoint("-run-2").resolve("README.md")).content().contains(
                "- aligned with the teacher: me--wide-clip", "- text encoder: google-bert--bert");

        var moved = Files.move(clip, folder.resolve("moved-clip"));
        assertThat(run("train", "--project", project, "--epochs", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("‘more’ was aligned with the teacher in " + clip, "--teacher");
        assertThat(run("train", "--project", project, "--preset", "quick", "--epochs", "1", "--teacher",
                moved.toString())).as(err.toString()).isZero();

        // Another teacher in the old one's place is not the old one; the old one is known wherever it lies.
        copy(folder.resolve("home/encoders/openai--clip-vit-base-patch32"), clip);
        assertThat(run("train", "--project", project, "--preset", "quick", "--epochs", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("whose weights are no longer there");
        Files.move(moved, folder.resolve("home/encoders/me--renamed"));
        assertThat(run("train", "--project", project, "--preset", "quick", "--epochs", "1")).as(err.toString())
                .isZero();
    }

    /// A small CLIP whose embeddings are as wide as the paper's network, beside the fetched encoders.
    private Path clip() throws IOException {
        var encoders = folder.resolve("home/encoders");
        var fetched = encoders.resolve("openai--clip-vit-base-patch32");
        var clip = Files.createDirectories(encoders.resolve("me--wide-clip"));
        for (var name : List.of("vocab.json", "merges.txt")) {
            Files.copy(fetched.resolve(name), clip.resolve(name));
        }
        var config = (ObjectNode) new ObjectMapper().readTree(fetched.resolve("config.json").toFile());
        new ObjectMapper().writeValue(clip.resolve("config.json").toFile(), config.put("projection_dim", 512));
        var random = new Random(1);
        SafeTensorsWriter.write(clip.resolve("model.safetensors"),
                HuggingFaceFolder.clip(clip).weights().stream().map(spec -> {
                    var values = new float[(int) spec.shape().size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) random.nextGaussian(0, 0.05);
                    }
                    return new SafeTensorsWriter.Tensor(spec.name(), spec.shape().getShape(), values);
                }).toList(), Map.of());
        return clip;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private Path checkpoint(String ending) throws IOException {
        try (var all = Files.list(folder.resolve("project/checkpoints"))) {
            return all.filter(one -> one.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }

    private static String[] with(List<String> arguments, String last) {
        return Stream.concat(arguments.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void aFolderThatWasCopiedThereIsListedToo() throws IOException {
        run("encoders", "get", "google/vit-base-patch32-224-in21k", "--hub", hub.address());
        var encoders = folder.resolve("home/encoders");
        var copy = Files.createDirectories(encoders.resolve("me--my-vit"));
        for (var name : new String[]{"config.json", "model.safetensors"}) {
            Files.copy(encoders.resolve("google--vit-base-patch32-224-in21k").resolve(name), copy.resolve(name));
        }
        run("encoders", "list");
        assertThat(out.toString().lines()).last().asString().startsWith("my-vit ").contains("image encoder", " here, ");
    }

    @Test
    void aProxyIsUsedAndAMissingCheckpointDoesNotKeepOthersBack() {
        assertThat(run("encoders", "get", "some/nothing", "bert-base-uncased", "--hub", "http://hub.invalid", "--proxy",
                "127.0.0.1:" + hub.port())).isEqualTo(1);
        assertThat(err.toString()).contains("hub.invalid has no some/nothing (main) (404)");
        assertThat(out.toString()).startsWith("bert-base-uncased is here");
    }

    @Test
    void whatCannotBeDoneIsASentenceAndAnExitCode() {
        assertThat(run("encoders")).isEqualTo(2);
        assertThat(run("encoders", "get", "gpt")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no encoder ‘gpt’. Choose one of bert-base-uncased, ");
        assertThat(run("encoders", "get", "--hub", "ftp://x")).isEqualTo(2);
        assertThat(err.toString()).contains("‘ftp://x’ is not the address of a hub");
        assertThat(run("encoders", "get", "--proxy", "ftp://x")).isEqualTo(2);
        int port = SmallHub.deadPort();
        assertThat(run("encoders", "get", "bert-base-uncased", "--hub", "http://127.0.0.1:" + port)).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no connection to 127.0.0.1:" + port + ". Check the network");
    }

    @Test
    @Timeout(60)
    void stoppedByCtrlCItKeepsWhatCame() {
        hub.slow().let(5_000);
        var terminal = terminal();
        var code = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            code.complete(CommandLineMain.run(terminal, "encoders", "get", "vit-base-patch32-224-in21k", "--hub",
                    hub.address()));
            terminal.ended();
        });
        while (hub.asked().stream().noneMatch(uri -> uri.endsWith("model.safetensors"))) {
            Thread.onSpinWait();
        }
        terminal.stop();
        assertThat(code.join()).isEqualTo(130);
        assertThat(err.toString()).contains("Stopped. What was finished is kept.");
        hub.quick();
        assertThat(run("encoders", "get", "vit-base-patch32-224-in21k", "--hub", hub.address())).isZero();
    }
}
