package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.ui.Notices;
import org.junit.jupiter.api.Test;

/// A notice is read beside the work: it takes no key from what has them.
class NoticesWindowTest extends SmallTour {

    @Test
    void escapeIsForWhatHasTheKeysAndTheNoticeStays() {
        for (boolean still : new boolean[]{true, false}) {
            escape(still);
            hide();
        }
    }

    private void escape(boolean still) {
        PeopleTour.press(tour.scene(), KeyCode.C);
        Fx.until(() -> tour.scene().lookup("#comment").isFocused());
        var notices = Fx.call(() -> new Notices((Stage) tour.scene().getWindow()));
        Fx.run(() -> {
            notices.still(still);
            notices.done("Copied.");
        });
        Fx.until(() -> shown() == 1);
        // Through the window, as real keys come: popups hear them first.
        Fx.run(() -> KeyEvent.fireEvent(tour.scene().getWindow(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        PeopleTour.press(tour.scene(), KeyCode.ESCAPE);
        Fx.until(() -> !tour.scene().lookup(".comment-bar").isVisible());
        assertThat(Fx.call(NoticesWindowTest::shown)).isEqualTo(1);
    }

    /// There are its buttons.
    @Test
    void besideADialogItLiesAbove() {
        for (boolean still : new boolean[]{true, false}) {
            beside(still);
            hide();
        }
    }

    private void beside(boolean still) {
        Fx.run(() -> tour.desk().projects().device());
        var dialog = tour.dialog("#device-chosen").getWindow();
        var notices = Fx.call(() -> new Notices((Stage) tour.scene().getWindow()));
        Fx.run(() -> {
            notices.still(still);
            notices.done("Imported.");
        });
        Fx.until(() -> shown() == 1);
        double middle = Fx.call(() -> tour.scene().getWindow().getY() + tour.scene().getWindow().getHeight() / 2);
        Fx.until(() -> Window.getWindows().stream().filter(window -> window instanceof Popup && window.isShowing())
                .allMatch(popup -> popup.getY() < middle));
        Fx.run(dialog::hide);
    }

    private static void hide() {
        Fx.run(() -> List.copyOf(Window.getWindows()).stream().filter(Popup.class::isInstance).forEach(Window::hide));
        Fx.until(() -> shown() == 0);
    }

    private static long shown() {
        return Window.getWindows().stream().filter(window -> window instanceof Popup && window.isShowing()).count();
    }
}
