package org.askance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.askance.app.SmallHub;
import org.askance.app.text.Strings;
import org.askance.app.work.Home;
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
        assertThat(run("encoders", "get", "bert-base-uncased", "--hub", "http://127.0.0.1:" + SmallHub.deadPort()))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no connection to 127.0.0.1. Check the network");
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
