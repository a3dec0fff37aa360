package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.DialogPane;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.work.CutOff;
import org.askance.storage.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed copy left is told at the next start, and removed where one asks.
class UnfinishedWindowTest {

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    private OneWindow started() {
        var window = new OneWindow(folder.resolve("home"));
        window.open(folder.resolve("p"));
        Fx.run(() -> window.desk().projects().unfinished());
        return window;
    }

    private static DialogPane dialog(OneWindow window) {
        return window.dialog("unfinished");
    }

    @Test
    void itIsToldUntilItIsRemovedOrLeft() throws IOException {
        Project.create(folder.resolve("p"), "p").close();
        var target = folder.resolve("a folder with a long name/that goes on and on and on/the copy");
        var first = CutOff.copy(folder.resolve("home"), folder.resolve("p"), target);
        var second = CutOff.copy(folder.resolve("home"), folder.resolve("p"), folder.resolve("q"));
        Files.writeString(second.resolve("project.lock"), "");
        var third = CutOff.restore(folder.resolve("home"), Files.writeString(folder.resolve("p.zip"), "archive"),
                folder.resolve("r"));
        try (var window = started()) {
            var dialog = dialog(window);
            assertThat(OneWindow.text(dialog.getContent())).contains("left in " + first,
                    second + ", which is not removed by itself", "an unfinished project is left in " + third);
            Fx.bothThemes(dialog.getScene(), "unfinished");
            Fx.run(() -> dialog.getScene().getWindow().hide());
        }
        Files.writeString(folder.resolve("home/preferences.properties"),
                "language=german\nappearance=light\nappearance.text=150\n");
        try (var window = started()) {
            var dialog = dialog(window);
            Fx.snapshot(dialog.getScene(), "unfinished-german-larger");
            assertThat(CutWords.in(dialog.getScene())).isEmpty();
            assertThat(Fx.call(() -> dialog.getWidth())).isGreaterThan(1000);
            var rows = dialog.getContent().lookupAll(".left").stream().toList();
            assertThat(rows.getFirst().lookup("#unfinished-remove").isDisabled()).isTrue();
            OneWindow.press(rows.getFirst(), "#unfinished-leave");
            OneWindow.press(rows.get(1), "#unfinished-remove");
            OneWindow.press(rows.getLast(), "#unfinished-remove");
            Fx.until(() -> OneWindow.text(dialog.getContent()).contains(first + " ist entfernt.")
                    && OneWindow.text(dialog.getContent()).contains(third + " ist entfernt.")
                    && OneWindow.text(dialog.getContent()).contains(second + " bleibt"));
            Fx.frames();
            Fx.snapshot(dialog.getScene(), "unfinished-over");
        }
        assertThat(first).doesNotExist();
        assertThat(third).doesNotExist();
        assertThat(second).exists();
        try (var window = started()) {
            window.idle();
            Fx.frames();
            assertThat(Fx.call(() -> window.shows("unfinished"))).isFalse();
        }
    }
}
