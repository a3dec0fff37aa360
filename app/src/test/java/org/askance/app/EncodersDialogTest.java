package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.ui.Appearance;
import org.askance.app.work.Encoders;
import org.askance.app.work.Home;
import org.askance.storage.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Getting encoders as a person does, from a hub on this machine.
class EncodersDialogTest {

    private static final String VIT = "vit-base-patch32-224-in21k";
    private static final String BERT = "bert-base-uncased";

    @TempDir
    private Path folder;

    private Home home;
    private Stage stage;
    private Desk desk;
    private SmallHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new SmallHub();
        home = new Home(folder.resolve("home"));
        Fx.start();
        Project.create(folder.resolve("empty"), "Rainy days").close();
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(home, stage));
        Fx.overlookWhatIsBeyondTheScreen();
        Fx.run(() -> {
            desk.show();
            desk.open(folder.resolve("empty"));
            stage.setX(0);
            stage.setY(0);
        });
        Fx.until(() -> desk.jobs().isIdle());
    }

    @AfterEach
    void stop() {
        Fx.run(() -> {
            List.copyOf(Window.getWindows()).stream().filter(window -> !window.equals(stage)).forEach(Window::hide);
            desk.close();
            stage.close();
        });
        hub.close();
    }

    private void open() {
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(stage.getScene().lookup("#menu-project"))).getItems().stream()
                .filter(item -> "menu-encoders".equals(item.getId())).forEach(item -> item.fire()));
        Fx.until(() -> pane().isPresent() && pane().get().lookupAll(".encoder").size() == 5);
        Fx.frames();
    }

    private Optional<DialogPane> pane() {
        return Window.getWindows().stream().filter(window -> !window.equals(stage)).map(Window::getScene)
                .map(Scene::getRoot).filter(DialogPane.class::isInstance).map(DialogPane.class::cast)
                .filter(pane -> pane.getStyleClass().contains("encoders")).findFirst();
    }

    private void close() {
        Fx.run(() -> ((Button) pane().orElseThrow().lookupButton(ButtonType.CLOSE)).fire());
        Fx.until(() -> pane().isEmpty());
    }

    private void type(String field, String text) {
        Fx.run(() -> ((TextField) lookup("#" + field)).setText(text));
    }

    private Node lookup(String selector) {
        return Objects.requireNonNull(pane().orElseThrow().lookup(selector));
    }

    private void press(String title) {
        Fx.run(() -> ((Button) lookup("#get-" + title)).fire());
    }

    private String button(String title) {
        return ((Button) lookup("#get-" + title)).getText();
    }

    private String status(String title) {
        var card = (VBox) lookup("#get-" + title).getParent().getParent();
        return ((Label) Objects.requireNonNull(card.lookup(".encoder-status"))).getText();
    }

    private void until(String title, String part) {
        Fx.until(() -> status(title).contains(part));
    }

    private void bothThemes(String name) {
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Fx.run(appearance::apply);
            Fx.snapshot(Fx.call(() -> pane().orElseThrow().getScene()), "encoders-" + name + "-" + appearance.key());
        }
    }

    @Test
    void anEncoderIsFetchedWhileTheDialogIsClosedAndGoesOnAfterAStop() throws IOException {
        open();
        bothThemes("idle");
        assertThat(status(BERT)).isEqualTo("Not here. About 441 MB will come.");
        type("encoders-hub", hub.address());
        press(BERT);
        until(BERT, "Here and checked");

        hub.slow().let(50_000);
        press(VIT);
        // Bytes come as they are looked for, until the speed can be told.
        Fx.until(() -> {
            hub.let(20);
            return status(VIT).contains("/s") && status(VIT).contains("left");
        });
        bothThemes("fetching");
        close();
        assertThat(desk.jobs().visible()).singleElement()
                .satisfies(job -> assertThat(job.title().get()).isEqualTo("Getting " + VIT));
        var line = Objects.requireNonNull(stage.getScene().lookup(".status-bar"));
        assertThat(line.getBoundsInParent().getMaxY()).as("nothing is cut below")
                .isLessThanOrEqualTo(stage.getScene().getHeight());
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Fx.run(appearance::apply);
            Fx.snapshot(stage.getScene(), "encoders-closed-" + appearance.key());
        }
        open();
        assertThat(button(VIT)).isEqualTo("Stop");
        press(VIT);
        until(VIT, "% is here");
        bothThemes("stopped");
        assertThat(button(VIT)).isEqualTo("Go on");
        assertThat(desk.jobs().visible()).isEmpty();
        assertThat(Encoders.complete(home)).extracting(Encoders.Encoder::title).containsExactly(BERT);

        hub.quick();
        press(VIT);
        until(VIT, "Here and checked");
        bothThemes("done");
        assertThat(Encoders.complete(home)).filteredOn(one -> one.kind() == Encoders.Kind.IMAGE).singleElement()
                .satisfies(encoder -> {
                    assertThat(encoder.title()).isEqualTo(VIT);
                    assertThat(encoder.folder().resolve("model.safetensors")).exists();
                });
        assertThat(Files.readString(home.preferences())).contains("encoders.hub=http\\://127.0.0.1\\:" + hub.port());
    }

    @Test
    void withoutANetworkTheRowSaysSoAndTriesAgain() throws IOException {
        int port = SmallHub.deadPort();
        open();
        type("encoders-hub", "http://127.0.0.1:" + port);
        press(BERT);
        until(BERT, "There is no connection to 127.0.0.1:" + port + ". Check the network");
        type("encoders-hub", "not an address");
        press(VIT);
        until(VIT, "‘not an address’ is not the address of a hub");
        bothThemes("failed");
        assertThat(button(BERT)).isEqualTo("Try again");

        type("encoders-proxy", "http://me:secret@127.0.0.1:" + hub.port());
        type("encoders-hub", "http://hub.invalid");
        press(BERT);
        until(BERT, "Here and checked");
        assertThat(hub.asked()).isNotEmpty().allSatisfy(uri -> assertThat(uri).startsWith("http://hub.invalid/"));
        assertThat(Files.readString(home.preferences())).contains("encoders.proxy=me@127.0.0.1")
                .doesNotContain("secret");
    }

    @Test
    void whatWasDamagedOnDiskIsSaidAndMended() throws IOException {
        open();
        type("encoders-hub", hub.address());
        press(BERT);
        until(BERT, "Here and checked");
        close();
        var weights = Encoders.folder(home.encoders(), "google-bert/bert-base-uncased").resolve("model.safetensors");
        var bytes = Files.readAllBytes(weights);
        Files.write(weights, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        open();
        until(BERT, "Damaged. ");
        bothThemes("damaged");
        assertThat(status(BERT)).contains(weights.toString());
        press(BERT);
        until(BERT, "Here and checked");
        assertThat(weights).hasBinaryContent(bytes);
    }
}
