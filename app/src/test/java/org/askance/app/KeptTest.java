package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.ui.Place;
import org.askance.app.work.Home;
import org.askance.app.work.Workspace;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.sql.Backup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window with backups, a damaged project, and a project that another program writes.
class KeptTest {

    @TempDir
    private Path folder;

    private Path kept;
    private Stage stage;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        Fx.start();
        kept = folder.resolve("kept");
        var home = new Home(folder.resolve("home"));
        var engine = org.askance.app.work.Engine.start();
        try (var workspace = Workspace.of(Project.create(kept, "Rainy days"), engine, home)) {
            var project = workspace.project();
            project.examples().addAll(List.of(new NewExample("1", "Great, rain again 🌧️", folder.resolve("no.jpg"),
                    Split.TRAIN, Map.of("sentiment", "negative"))));
            project.annotations().save(new Answer(1, Map.of("sentiment", "negative"), "ada", null, Duration.ZERO));
            project.backups().make(Backup.Kind.ASKED);
            project.annotations().save(new Answer(1, Map.of("sarcasm", "sarcastic"), "ada", null, Duration.ZERO));
        } finally {
            engine.close();
        }
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(home, stage));
        Fx.overlookWhatIsBeyondTheScreen();
        Fx.run(() -> {
            desk.show();
            stage.setX(0);
            stage.setY(0);
        });
    }

    @AfterEach
    void stop() {
        Fx.run(() -> {
            List.copyOf(Window.getWindows()).stream().filter(window -> !window.equals(stage)).forEach(Window::hide);
            desk.close();
            stage.close();
        });
    }

    private void open() {
        Fx.run(() -> desk.open(kept));
        Fx.until(() -> desk.jobs().isIdle() && desk.context().workspace().get() != null);
    }

    private Workspace workspace() {
        return Objects.requireNonNull(desk.context().workspace().get());
    }

    private DialogPane dialog() {
        Fx.until(() -> pane().isPresent());
        Fx.frames();
        return Fx.call(() -> pane().orElseThrow());
    }

    private Optional<DialogPane> confirm() {
        return Window.getWindows().stream().map(Window::getScene).map(Scene::getRoot)
                .filter(DialogPane.class::isInstance).map(DialogPane.class::cast)
                .filter(pane -> pane.lookup("#backups-confirm") != null).findFirst();
    }

    private Optional<DialogPane> pane() {
        return Window.getWindows().stream().filter(window -> !window.equals(stage)).map(Window::getScene)
                .map(Scene::getRoot).filter(DialogPane.class::isInstance).map(DialogPane.class::cast).findFirst();
    }

    @Test
    void aBackupIsRestoredFromTheWindow() {
        open();
        Fx.until(() -> workspace().project().openingBackup().isDone());
        Fx.run(() -> desk.projects().backups());
        var dialog = dialog();
        Fx.bothThemes(dialog.getScene(), "backups");
        Fx.run(() -> {
            var table = (TableView<?>) Objects.requireNonNull(dialog.lookup("#backups-table"));
            assertThat(table.isFocused()).isTrue();
            table.getSelectionModel().select(table.getItems().size() - 1);
            ((Button) Objects.requireNonNull(dialog.lookup("#backups-restore"))).fire();
        });
        Fx.until(() -> confirm().isPresent());
        var asked = Fx.call(() -> confirm().orElseThrow());
        assertThat(((Button) asked.lookup("#backups-confirm")).isDefaultButton()).isFalse();
        Fx.bothThemes(asked.getScene(), "backups-confirm");
        Fx.run(() -> ((Button) asked.lookup("#backups-confirm")).fire());
        Fx.until(() -> desk.jobs().isIdle() && desk.context().workspace().get() != null
                && workspace().project().annotations().history(1).size() == 1);
        assertThat(workspace().project().isReadOnly()).isFalse();
        assertThat(workspace().project().backups().list()).anyMatch(one -> one.kind() == Backup.Kind.REPLACED);
    }

    @Test
    void aDamagedProjectOffersItsBackups() throws IOException {
        var file = kept.resolve("project.db");
        Files.writeString(file, "not a database any more ".repeat(500));
        Fx.run(() -> desk.open(kept));
        var dialog = dialog();
        Fx.bothThemes(dialog.getScene(), "backups-damaged");
        Fx.run(() -> ((Button) Objects.requireNonNull(dialog.lookup("#backups-restore"))).fire());
        Fx.until(() -> desk.jobs().isIdle() && desk.context().workspace().get() != null);
        assertThat(workspace().project().annotations().history(1)).hasSize(1);
    }

    @Test
    void whileADamagedProjectIsNotRestoredTheWindowSaysSoAndShowsItsBackupsAgain() throws IOException {
        Files.writeString(kept.resolve("project.db"), "not a database any more ".repeat(500));
        Fx.run(() -> desk.open(kept));
        var dialog = dialog();
        Fx.run(() -> dialog.getScene().getWindow().hide());
        var page = Objects.requireNonNull(Fx.call(() -> stage.getScene().lookup(".message")));
        assertThat(OneWindow.text(page)).contains("“kept” is damaged and was not opened", "project.db",
                "The damaged file is kept");
        assertThat(Fx.call(() -> ((Label) stage.getScene().lookup(".project-name")).getText()))
                .isEqualTo("kept (damaged)");
        Fx.bothThemes(stage.getScene(), "damaged-closed");
        Fx.run(() -> ((Button) page.lookup(".button")).fire());
        var again = dialog();
        Fx.run(() -> ((Button) Objects.requireNonNull(again.lookup("#backups-restore"))).fire());
        Fx.until(() -> desk.jobs().isIdle() && desk.context().workspace().get() != null);
        assertThat(Fx.call(() -> ((Label) stage.getScene().lookup(".project-name")).getText()))
                .isEqualTo("Rainy days");
    }

    @Test
    void aProjectOnANetworkDriveSaysSoUntilThatIsPutAway() {
        System.setProperty("askance.drive", "fuse.sshfs");
        try {
            open();
            Fx.run(() -> {
                stage.setWidth(900);
                stage.setHeight(600);
            });
            Fx.bothThemes(stage.getScene(), "network-drive");
            var banner = Objects.requireNonNull(Fx.call(() -> stage.getScene().lookup("#banner")));
            assertThat(OneWindow.text(banner)).contains(kept + " is on a network drive (fuse.sshfs).",
                    "answers may be lost");
            Fx.run(() -> ((Button) banner.lookup(".button")).fire());
            assertThat(Fx.call(banner::isVisible)).isFalse();
            assertThat(workspace().project().isReadOnly()).isFalse();
        } finally {
            System.clearProperty("askance.drive");
        }
    }

    @Test
    void aProjectThatIsOpenElsewhereIsReadAndTheWindowSaysSo() {
        try (var elsewhere = Project.open(kept)) {
            open();
            Fx.run(() -> desk.window().show(Place.BROWSE));
            Fx.until(() -> desk.jobs().isIdle());
            Fx.bothThemes(stage.getScene(), "read-only");
            assertThat(workspace().project().isReadOnly()).isTrue();
            assertThat(Fx.call(() -> Objects.requireNonNull(stage.getScene().lookup("#banner")).isVisible())).isTrue();
            assertThat(elsewhere.isReadOnly()).isFalse();
        }
        assertThat(Fx.call(() -> desk.projects().recentProjects())).containsExactly(kept);
    }
}
