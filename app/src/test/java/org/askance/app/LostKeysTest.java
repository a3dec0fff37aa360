package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wherever the keys have gone to, what is typed reaches the pair, and nothing else happens.
class LostKeysTest {

    @TempDir
    private Path folder;

    private @Nullable PeopleTour opened;

    private PeopleTour tour() {
        return Objects.requireNonNull(opened);
    }

    private void open(int pairs) {
        opened = new PeopleTour(folder, pairs);
        Fx.until(() -> !(tour().desk().annotate().state().get() instanceof State.Busy));
        tour().idle();
    }

    @AfterEach
    void end() {
        tour().close();
    }

    private void press(KeyCode code) {
        PeopleTour.press(tour().scene(), code);
    }

    private void focus(String selector) {
        Fx.run(() -> PeopleTour.in(tour().scene(), selector).requestFocus());
        Fx.frames();
    }

    /// As Tab does.
    private void goTo(Node node) {
        Fx.run(() -> {
            node.requestFocus();
            node.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
            tour().scene().getFocusOwner().requestFocusTraversal(javafx.scene.TraversalDirection.PREVIOUS);
        });
        Fx.frames();
        assertThat(Fx.call(node::isFocusVisible)).isTrue();
    }

    private boolean pairHasTheKeys() {
        return Fx.call(() -> tour().scene().getFocusOwner().getStyleClass().contains("annotate"));
    }

    private Map<String, String> answers() {
        return tour().project().annotations().labelsByAnnotator(1)
                .getOrDefault(System.getProperty("user.name", "me"), Map.of());
    }

    private void click(Node node) {
        Fx.run(() -> node.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false,
                false, false, false, true, false, false, false, true, true, null)));
        Fx.frames();
    }

    @Test
    void aCommentDoesNotBeginWithTheLetterThatOpenedIt() {
        open(12);
        press(KeyCode.C);
        TextField field = PeopleTour.in(tour().scene(), "#comment");
        type("c");
        assertThat(written(field)).isEmpty();
        press(KeyCode.I);
        type("i");
        assertThat(written(field)).isEqualTo("i");
    }

    private static String written(TextField field) {
        return Fx.call(() -> field.getText());
    }

    private void type(String letter) {
        Fx.run(() -> {
            var at = tour().scene().getFocusOwner();
            KeyEvent.fireEvent(at, new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false,
                    false));
        });
        Fx.frames();
    }

    @Test
    void aLabelsKeyReachesThePairFromTheLineAtTheBottom() {
        open(12);
        focus("#device");
        assertThat(pairHasTheKeys()).isFalse();
        press(KeyCode.DIGIT1);
        Fx.until(() -> answers().equals(Map.of("sarcasm", "not sarcastic")));
        assertThat(pairHasTheKeys()).isTrue();
        focus("#device");
        press(KeyCode.BACK_SPACE);
        Fx.until(() -> answers().isEmpty());
        focus("#device");
        press(KeyCode.ESCAPE);
        assertThat(pairHasTheKeys()).isTrue();
    }

    @Test
    void aClickOnThePictureTakesTheKeysFromAComment() {
        open(12);
        press(KeyCode.C);
        assertThat(pairHasTheKeys()).isFalse();
        click(PeopleTour.in(tour().scene(), "#picture-image").getParent());
        assertThat(pairHasTheKeys()).isTrue();
    }

    @Test
    void arrowsMoveAlongThePlacesAndMarkNone() {
        open(12);
        focus("#place-ANNOTATE");
        press(KeyCode.DOWN);
        ToggleButton annotate = PeopleTour.in(tour().scene(), "#place-ANNOTATE");
        assertThat(Fx.call(annotate::isSelected)).isTrue();
        assertThat(Fx.call(() -> tour().scene().getFocusOwner().getId())).isEqualTo("place-BROWSE");
        press(KeyCode.UP);
        press(KeyCode.RIGHT);
        assertThat(Fx.call(annotate::isSelected)).isTrue();
        assertThat(pairHasTheKeys()).isTrue();
    }

    @Test
    void theProjectMenuHasAKeyAndGivesTheKeysBack() {
        open(12);
        press(KeyCode.F10);
        MenuButton menu = PeopleTour.in(tour().scene(), "#menu-project");
        Fx.until(menu::isShowing);
        Fx.frames();
        var shown = Fx.call(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .filter(Window::isShowing).map(Window::getScene).findFirst().orElseThrow());
        PeopleTour.press(shown, KeyCode.DOWN);
        assertThat(Fx.call(() -> String.valueOf(shown.getFocusOwner()))).contains("menu-open");
        PeopleTour.press(shown, KeyCode.ESCAPE);
        Fx.until(() -> !menu.isShowing());
        Fx.frames();
        assertThat(pairHasTheKeys()).isTrue();
    }

    @Test
    void theFirstPairAfterAnImportHasTheKeys() {
        open(0);
        var button = Fx.call(() -> (Labeled) tour().scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Labeled labeled && labeled.getText().startsWith("Import pairs"))
                .findFirst().orElseThrow());
        goTo(button);
        press(KeyCode.SPACE);
        PeopleTour.press(tour().dialog("#import-close"), KeyCode.ESCAPE);
        tour().project().examples().addAll(java.util.List.of(
                new NewExample("k", "So lovely", null, Split.TEST, Map.of())));
        Fx.run(tour().desk().annotate()::load);
        Fx.until(() -> tour().desk().annotate().state().get() instanceof State.Asking);
        Fx.frames();
        assertThat(pairHasTheKeys()).isTrue();
    }
}
