package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.ui.Notices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A notice is read beside the work: it takes no key from what has them. It goes by itself after a while, and a busy
/// machine may take that long for a few frames: what is looked at is looked at together with its coming.
class NoticesWindowTest extends SmallTour {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void escapeIsForWhatHasTheKeysAndTheNoticeStays(boolean still) {
        PeopleTour.press(tour.scene(), KeyCode.C);
        Fx.until(() -> tour.scene().lookup("#comment").isFocused());
        assertThat(Fx.call(() -> {
            var notice = tell(still, "Copied.");
            // Through the window, as real keys come: popups hear them first.
            KeyEvent.fireEvent(tour.scene().getWindow(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return notice.isShowing();
        })).isTrue();
        PeopleTour.press(tour.scene(), KeyCode.ESCAPE);
        Fx.until(() -> !tour.scene().lookup(".comment-bar").isVisible());
    }

    /// There are its buttons.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void besideADialogItLiesAbove(boolean still) {
        Fx.run(() -> tour.desk().projects().device());
        var dialog = tour.dialog("#device-chosen").getWindow();
        var notice = Fx.call(() -> tell(still, "Imported."));
        var window = tour.scene().getWindow();
        Fx.until(() -> notice.getY() < window.getY() + window.getHeight() / 2);
        Fx.run(dialog::hide);
    }

    /// Beside it, what opening the project had to say may still be there.
    private Window tell(boolean still, String sentence) {
        var others = popups().toList();
        var notices = new Notices((Stage) tour.scene().getWindow());
        notices.still(still);
        notices.done(sentence);
        return popups().filter(popup -> !others.contains(popup)).findFirst().orElseThrow();
    }

    private static Stream<Window> popups() {
        return List.copyOf(Window.getWindows()).stream().filter(Popup.class::isInstance).filter(Window::isShowing);
    }
}
