package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever was opened, by key or mouse: Escape closes it, and the next press is meant for the pair again.
class DialogKeysTest {

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 12);
    }

    @AfterEach
    void end() {
        tour.close();
    }

    @Test
    void escapeClosesEveryDialogAndThePairHasTheKeys() {
        for (var dialog : OpenedDialog.all().toList()) {
            for (var scene : dialog.open(tour)) {
                if (Fx.call(() -> scene.getRoot() instanceof DialogPane)) {
                    PeopleTour.press(scene, KeyCode.ESCAPE, "", false);
                    assertThat(Fx.call(() -> Window.getWindows().stream().filter(Window::isShowing)
                            .map(Window::getScene).map(Scene::getRoot).noneMatch(DialogPane.class::isInstance)))
                            .as(dialog.toString()).isTrue();
                }
            }
            tour.closeDialogs();
            PeopleTour.press(tour.scene(), KeyCode.F2, "", false);
            assertThat(Fx.call(() -> tour.scene().getFocusOwner().getStyleClass())).as(dialog.toString())
                    .contains("annotate");
            assertThat(Fx.call(() -> PeopleTour.in(tour.scene(), "#status-errors").isVisible()))
                    .as("%s is closed without an error", dialog).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#menu-project", "#menu-looks", "#menu-people"})
    void aMenuOpenedByMouseGivesTheKeysBack(String selector) {
        MenuButton button = PeopleTour.in(tour.scene(), selector);
        Fx.run(() -> {
            button.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false,
                    false, false, true, false, false, false, true, true, null));
            button.requestFocus();
            button.show();
        });
        Fx.frames();
        Fx.run(button::hide);
        Fx.frames();
        assertThat(Fx.call(() -> tour.scene().getFocusOwner().getStyleClass())).contains("annotate");
    }

    @Test
    void whatIsChosenByKeysGivesTheKeysBackToo() {
        MenuButton button = PeopleTour.in(tour.scene(), "#menu-project");
        Fx.run(() -> {
            button.requestFocus();
            button.show();
            button.getItems().stream().filter(item -> "menu-score".equals(item.getId())).findFirst().orElseThrow()
                    .fire();
            button.hide();
        });
        tour.idle();
        assertThat(Fx.call(() -> tour.scene().getFocusOwner().getStyleClass())).contains("annotate");
    }
}
