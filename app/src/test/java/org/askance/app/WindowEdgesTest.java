package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.exporting.ExportDialog;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.app.work.Home;
import org.askance.app.work.Workspace;
import org.askance.model.device.DeviceInfo;
import org.askance.model.told.OfDevice;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window with nothing to show, with bad input and with things that break: it says so and goes on.
class WindowEdgesTest {

    @TempDir
    private Path folder;

    private Stage stage;
    private Desk desk;

    @BeforeEach
    void start() {
        Fx.start();
        Project.create(folder.resolve("empty"), "Rainy days").close();
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(new Home(folder.resolve("home")), stage));
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
    }

    private Workspace workspace() {
        return Objects.requireNonNull(desk.context().workspace().get());
    }

    /// What the open dialog shows, once it is there.
    private DialogPane dialog() {
        Fx.until(() -> pane().isPresent());
        Fx.frames();
        return Fx.call(() -> pane().orElseThrow());
    }

    private Optional<DialogPane> pane() {
        return Window.getWindows().stream().filter(window -> !window.equals(stage)).map(Window::getScene)
                .map(Scene::getRoot).filter(DialogPane.class::isInstance).map(DialogPane.class::cast).findFirst();
    }

    private static String text(Node of) {
        return OneWindow.text(of);
    }

    @Test
    void anEmptyProjectSaysWhatToDoInEveryPlace() {
        for (var place : Place.values()) {
            Fx.run(() -> desk.window().show(place));
            Fx.until(() -> desk.jobs().isIdle());
            Fx.bothThemes(stage.getScene(), "empty-" + place.name().toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(desk.annotate().state().get()).isInstanceOf(AnnotateViewModel.State.Empty.class);
    }

    @Test
    void aPageThatNeedsMoreThanTheWindowPushesNothingOutOfIt() {
        var frame = (BorderPane) Objects.requireNonNull(stage.getScene().lookup(".window"));
        Fx.run(() -> {
            var wide = new Region();
            wide.setMinSize(5_000, 5_000);
            ((StackPane) frame.getCenter()).getChildren().addFirst(wide);
            stage.setWidth(900);
            stage.setHeight(600);
        });
        Fx.snapshot(stage.getScene(), "edges-wide");
        for (var side : List.of(frame.getLeft(), frame.getTop(), frame.getBottom())) {
            var seen = Fx.call(() -> side.localToScene(side.getLayoutBounds()));
            assertThat(seen.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(seen.getMinY()).isGreaterThanOrEqualTo(0);
            assertThat(seen.getMaxX()).isLessThanOrEqualTo(stage.getScene().getWidth());
            assertThat(seen.getMaxY()).isLessThanOrEqualTo(stage.getScene().getHeight());
        }
    }

    @Test
    void withoutAProjectEveryPlaceSaysSoAndWhileOneIsOpenedItIsNotCalledEmpty() {
        var shown = Fx.call(Stage::new);
        var other = Fx.call(() -> new Desk(new Home(folder.resolve("other")), shown));
        try {
            Fx.run(other::show);
            for (var place : Place.values()) {
                Fx.run(() -> other.window().show(place));
                assertThat(Fx.call(() -> said(shown))).as(place.name()).containsExactly("No project is open");
            }
            Fx.bothThemes(shown.getScene(), "edges-closed");
            Fx.run(() -> other.context().opening().set(true));
            assertThat(Fx.call(() -> said(shown))).containsExactly("The project is being opened");
            Fx.bothThemes(shown.getScene(), "edges-opening");
            Fx.run(() -> other.context().opening().set(false));
            Project.create(folder.resolve("slow"), "Slow").close();
            Fx.run(() -> {
                other.window().show(Place.ANNOTATE);
                other.open(folder.resolve("slow"));
                assertThat(said(shown)).containsExactly("The project is being opened");
            });
            Fx.until(() -> other.annotate().state().get() instanceof AnnotateViewModel.State.Empty);
            assertThat(Fx.call(() -> said(shown))).containsExactly("No pairs yet");
            assertThat(Fx.call(() -> shown.getScene().getFocusOwner().getStyleClass())).contains("annotate");
            assertThat(Fx.call(() -> other.context().opening().get())).isFalse();
        } finally {
            Fx.run(() -> {
                other.close();
                shown.close();
            });
        }
    }

    /// Titles of the messages that a person sees.
    private static List<String> said(Stage shown) {
        return shown.getScene().getRoot().lookupAll(".message-title").stream().filter(WindowEdgesTest::isSeen)
                .map(title -> ((Label) title).getText()).toList();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    @Test
    void anUnusedCardShowsInTheStatusLineAndLeadsToTheDialog() {
        Fx.until(() -> desk.context().device().get() != null);
        Fx.run(() -> desk.context().device().set(new DeviceInfo("CPU", OfDevice.WITHOUT_CUDA.with(),
                "PyTorch 2.7.1", 1, false, true)));
        Fx.bothThemes(stage.getScene(), "status-unused");
        var device = (Button) Objects.requireNonNull(stage.getScene().lookup("#device"));
        assertThat(device.getText()).isEqualTo("CPU (this PyTorch is built without CUDA)");
        assertThat(device.getGraphic().getStyleClass()).contains("device-warns");
        Fx.run(device::fire);
        Fx.until(() -> pane().map(pane -> pane.lookup("#device-chosen") != null).orElse(false));

        Fx.run(() -> {
            desk.context().device().set(null);
            desk.context().deviceFailed().set(true);
        });
        assertThat(device.getText()).startsWith("No device");
        assertThat(device.getGraphic().getStyleClass()).contains("device-warns");
    }

    @Test
    void anExportIsChosenWrittenAndItsFolderOpened() throws IOException {
        workspace().project().examples().addAll(List.of(
                new NewExample("1", "Great, rain", folder.resolve("no.jpg"), Split.TRAIN,
                        Map.of("sarcasm", "sarcastic")),
                new NewExample("2", "A door", null, Split.TEST, Map.of())));
        var opened = new java.util.concurrent.CompletableFuture<Path>();
        var dialog = Fx.call(() -> {
            var shown = new ExportDialog(stage, org.askance.app.text.Strings.english(), desk.jobs(), workspace(),
                    "split:train", "ada", opened::complete);
            shown.show();
            return shown;
        });
        var pane = dialog();
        Fx.until(() -> pane.getScene().lookup("#export-pairs") instanceof ComboBox<?> box && box.getValue() != null);
        Fx.bothThemes(pane.getScene(), "export");
        assertThat(text(pane)).contains("Skips, and answers that were replaced or taken back, stay behind.")
                .doesNotContain("have no place on the map");
        var export = (Button) pane.lookupButton(pane.getButtonTypes().getFirst());
        assertThat(export.isDisabled()).isTrue();
        var out = folder.resolve("a folder with a rather long name that does not fit into any field/pairs.csv");
        Fx.run(() -> {
            ((CheckBox) pane.getScene().lookup("#export-images")).setSelected(true);
            dialog.choose(out);
        });
        Fx.run(export::fire);
        Fx.until(() -> pane.getScene().lookup("#export-open") != null);
        Fx.bothThemes(pane.getScene(), "export-done");
        assertThat(Files.readAllLines(out)).hasSize(2).last().asString().startsWith("1,\"Great, rain\",,");
        assertThat(text(pane)).contains("1 pairs are in " + out, "could not come along: 1.");
        Fx.run(() -> ((Button) pane.getScene().lookup("#export-open")).fire());
        assertThat(opened.join()).isEqualTo(out.getParent());

        var formats = (javafx.scene.control.ListView<?>) pane.getScene().lookup("#export-formats");
        Fx.run(() -> formats.getSelectionModel().select(formats.getItems().size() - 2));
        Fx.bothThemes(pane.getScene(), "export-atlas");
        assertThat(text(pane)).contains("Pairs that are not scored have no place on the map and stay behind.");
        Fx.run(() -> formats.getSelectionModel().selectLast());
        Fx.bothThemes(pane.getScene(), "export-archive");
        assertThat(text(pane)).doesNotContain("1 pairs are in", "stay behind");
        assertThat(pane.getScene().lookup("#export-pairs").isDisabled()).isTrue();
        assertThat(export.isDisabled()).isTrue();
    }

    @Test
    void anExportFitsInGermanAndInLargeLetters() {
        for (var size : List.of(Looks.TextSize.USUAL, Looks.TextSize.LARGER)) {
            Fx.run(Looks.of(Appearance.LIGHT).with(size)::apply);
            Fx.run(() -> new ExportDialog(stage, org.askance.app.text.Strings.in(
                    org.askance.app.text.Language.GERMAN), desk.jobs(), workspace(), "", "ada", _ -> {}).show());
            var pane = dialog();
            var formats = (javafx.scene.control.ListView<?>) pane.getScene().lookup("#export-formats");
            Fx.run(() -> formats.getSelectionModel().select(formats.getItems().size() - 2));
            Fx.snapshot(pane.getScene(), "export-german-" + size);
            var export = pane.lookupButton(pane.getButtonTypes().getFirst());
            var shown = Fx.call(() -> export.localToScene(export.getBoundsInLocal()));
            assertThat(shown.getMaxY()).isLessThanOrEqualTo(pane.getScene().getHeight());
            Fx.run(() -> pane.getScene().getWindow().hide());
        }
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    @Test
    void aProjectOfANewerVersionIsRefusedAndTheOpenOneStays() throws SQLException {
        Project.create(folder.resolve("newer"), "Newer").close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("newer/project.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        Fx.run(() -> desk.open(folder.resolve("newer")));

        var dialog = dialog();
        assertThat(text(dialog)).contains(folder.resolve("newer").toString(), "newer version",
                "Your answers are saved");
        Fx.bothThemes(dialog.getScene(), "error");
        assertThat(workspace().project().name()).isEqualTo("Rainy days");
    }

    @Test
    void aDamagedCheckpointIsNamedAndThePairsCanStillBeAnswered() throws IOException {
        var broken = Files.createDirectories(folder.resolve("empty/checkpoints/broken"));
        Files.writeString(broken.resolve("config.json"), "{ not json");
        workspace().project().examples().addAll(List.of(new NewExample("1", "Great, rain", folder.resolve("no.jpg"),
                Split.TRAIN, Map.of())));
        long id = workspace().project().checkpoints().add("broken", broken, null);
        workspace().project().checkpoints().makeCurrent(id);
        Fx.run(() -> desk.projects().score());

        assertThat(text(dialog())).contains(broken.resolve("config.json") + " is damaged");
        Fx.run(() -> {
            ((Button) dialogButton()).fire();
            desk.context().examplesChanged();
            desk.annotate().load();
        });
        Fx.until(() -> desk.annotate().state().get() instanceof AnnotateViewModel.State.Asking);
        Fx.run(() -> desk.annotate().answer("sentiment", "negative"));
        Fx.until(() -> workspace().project().annotations().answeredCount() == 1);
    }

    private Node dialogButton() {
        return pane().orElseThrow().lookupButton(ButtonType.CLOSE);
    }

    @Test
    void aCheckpointThatCannotBeUsedDoesNotBecomeCurrent() throws IOException {
        var broken = Files.createDirectories(folder.resolve("empty/checkpoints/broken"));
        long id = workspace().project().checkpoints().add("broken", broken, null);
        var listed = workspace().project().checkpoints().list().getLast();
        assertThat(listed.id()).isEqualTo(id);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> workspace().makeCurrent(listed)))
                .hasMessageContaining("lacks config.json");
        assertThat(workspace().current().name()).isEqualTo("Postcards");
    }
}
