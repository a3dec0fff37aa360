package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.app.annotate.keys.Block;
import org.askance.app.ui.Place;
import org.askance.app.ui.Preferences;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.annotation.Marks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answering by keys alone, in a real window over a real project.
class FlowWindowTest {

    private static final String ME = System.getProperty("user.name", "me");

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 12);
        Fx.until(() -> asking() != null && !asking().row().predicted().isEmpty());
    }

    @AfterEach
    void end() {
        tour.close();
    }

    private State.@Nullable Asking asking() {
        return tour.desk().annotate().state().get() instanceof State.Asking asking ? asking : null;
    }

    private long asked() {
        var asking = asking();
        return asking == null ? -1 : asking.row().example().id();
    }

    private void press(KeyCode code) {
        PeopleTour.press(tour.scene(), code);
    }

    private void sign(String text) {
        PeopleTour.press(tour.scene(), KeyCode.UNDEFINED, text, false);
    }

    private void atPair(long id) {
        Fx.until(() -> asked() == id);
    }

    private List<EventKind> history(long id) {
        return tour.project().annotations().history(id).stream().map(Event::kind).toList();
    }

    private Marks marks(long id) {
        return tour.project().annotations().marks(id, ME);
    }

    private Map<String, String> answers(long id) {
        return tour.project().annotations().labelsByAnnotator(id).getOrDefault(ME, Map.of());
    }

    @Test
    void skipFlagAndCommentAreUndoneAndRedoneByKeyAlsoAfterARestart() {
        press(KeyCode.F);
        Fx.until(() -> asking() != null && asking().marks().flag() != null);
        press(KeyCode.C);
        TextField field = PeopleTour.in(tour.scene(), "#comment");
        assertThat(Fx.call(field::isFocused)).isTrue();
        Fx.run(() -> field.setText("  Looks ironic, s f c 1 2  "));
        Fx.bothThemes(tour.scene(), "flow-commenting");
        press(KeyCode.ENTER);
        Fx.until(() -> asking() != null && !asking().marks().comments().isEmpty());
        Fx.bothThemes(tour.scene(), "flow-noted");
        press(KeyCode.S);
        atPair(2);
        assertThat(history(1)).containsExactly(EventKind.FLAG, EventKind.COMMENT, EventKind.SKIP);
        assertThat(marks(1)).isEqualTo(new Marks(new Marks.Flag(ME, null),
                List.of(new Marks.Comment(ME, "Looks ironic, s f c 1 2")), true));

        tour.close();
        tour = new PeopleTour(folder, 12);
        atPair(2);
        press(KeyCode.BACK_SPACE);
        atPair(1);
        assertThat(marks(1).skipped()).isFalse();
        PeopleTour.press(tour.scene(), KeyCode.Z, "z", true);
        Fx.until(() -> asking() != null && asking().marks().comments().isEmpty());
        press(KeyCode.BACK_SPACE);
        Fx.until(() -> asking() != null && asking().marks().equals(Marks.NONE));
        for (int i = 0; i < 3; i++) {
            int soMany = i + 1;
            PeopleTour.press(tour.scene(), KeyCode.BACK_SPACE, "", true, false);
            Fx.until(() -> history(1).stream().filter(EventKind.REDO::equals).count() == soMany);
            Fx.until(() -> asking() != null);
        }
        assertThat(marks(1)).isEqualTo(new Marks(new Marks.Flag(ME, null),
                List.of(new Marks.Comment(ME, "Looks ironic, s f c 1 2")), true));
        press(KeyCode.F);
        Fx.until(() -> marks(1).flag() == null);
    }

    @Test
    void escapeLeavesACommentAndAnotherPairForgetsIt() {
        press(KeyCode.C);
        TextField field = PeopleTour.in(tour.scene(), "#comment");
        Fx.run(() -> field.setText("no"));
        press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> field.getParent().isVisible())).isFalse();
        press(KeyCode.RIGHT);
        atPair(2);
        Fx.until(() -> field.getText().isEmpty());
        press(KeyCode.LEFT);
        atPair(1);
        assertThat(history(1)).isEmpty();
    }

    @Test
    void bothTasksAreAnsweredInEitherOrderHoweverFastTheKeysCome() {
        Fx.run(() -> {
            PeopleTour.fire(tour.scene(), KeyCode.N, "n", false, false);
            PeopleTour.fire(tour.scene(), KeyCode.DIGIT2, "2", false, false);
        });
        atPair(2);
        assertThat(answers(1)).isEqualTo(Map.of("sentiment", "negative", "sarcasm", "sarcastic"));
        Fx.run(() -> {
            PeopleTour.fire(tour.scene(), KeyCode.DIGIT1, "1", false, false);
            PeopleTour.fire(tour.scene(), KeyCode.P, "p", false, false);
            // It bounced: it must not answer the pair that comes next.
            PeopleTour.fire(tour.scene(), KeyCode.P, "p", false, false);
        });
        atPair(3);
        assertThat(answers(2)).isEqualTo(Map.of("sentiment", "positive", "sarcasm", "not sarcastic"));
        assertThat(answers(3)).isEmpty();
        press(KeyCode.SPACE);
        atPair(4);
        assertThat(answers(3)).hasSize(2);
        assertThat(history(3)).hasSize(2);
    }

    @Test
    void noKeyIsLostWhileAFlagIsSaved() {
        Fx.run(() -> {
            PeopleTour.fire(tour.scene(), KeyCode.F, "f", false, false);
            PeopleTour.fire(tour.scene(), KeyCode.DIGIT2, "2", false, false);
            PeopleTour.fire(tour.scene(), KeyCode.N, "n", false, false);
        });
        atPair(2);
        assertThat(answers(1)).isEqualTo(Map.of("sentiment", "negative", "sarcasm", "sarcastic"));
        assertThat(marks(1).flag()).isNotNull();
    }

    private Scene keys() {
        press(KeyCode.K);
        return tour.dialog("#keys-both");
    }

    private static void add(Scene dialog, String action, KeyCode code, String text, boolean shortcut) {
        Button add = PeopleTour.in(dialog, "#keys-add-" + action);
        Fx.run(add::fire);
        Fx.frames();
        PeopleTour.press(dialog, code, text, shortcut);
    }

    private static String refusal(Scene dialog) {
        return Fx.call(() -> ((Label) PeopleTour.in(dialog, "#keys-refusal")).getText());
    }

    @Test
    void keysAreChangedRefusedKeptAndReset() {
        var dialog = keys();
        assertThat(Fx.call(() -> dialog.getFocusOwner().getId())).isEqualTo("keys-add-accept");
        Fx.bothThemes(dialog, "flow-keys");
        add(dialog, "skip", KeyCode.F, "f", false);
        assertThat(refusal(dialog)).contains("F is taken already: “Flag the pair");
        add(dialog, "skip", KeyCode.N, "n", false);
        assertThat(refusal(dialog)).contains("N is taken already: “negative”");
        add(dialog, "skip", KeyCode.DIGIT2, "2", true);
        assertThat(refusal(dialog)).contains("Ctrl+2 is a key of the whole window: “Go to Browse”");
        Fx.bothThemes(dialog, "flow-keys-refused");
        add(dialog, "skip", KeyCode.X, "x", false);
        assertThat(refusal(dialog)).isEmpty();
        Fx.run(() -> dialog.getWindow().hide());
        press(KeyCode.X);
        atPair(2);
        assertThat(marks(1).skipped()).isTrue();
        var file = folder.resolve("home/preferences.properties");
        Fx.until(() -> "S\nX".equals(new Preferences(file).find("keys.skip")));
        sign("?");
        Fx.bothThemes(tour.scene(), "flow-help");
        assertThat(Fx.call(() -> tour.scene().getRoot().lookupAll(".key-help .key-cap").stream()
                .map(node -> ((Label) node).getText()).toList())).contains("S  X", "1  2", "P  N  U");
        press(KeyCode.ENTER);

        var again = keys();
        Fx.run(() -> ((Button) PeopleTour.in(again, "#keys-reset")).fire());
        Fx.run(() -> again.getWindow().hide());
        press(KeyCode.X);
        press(KeyCode.S);
        atPair(3);
        assertThat(history(2)).containsExactly(EventKind.SKIP);
    }

    @Test
    void keysOfTheWholeWindowAreChangedToo() {
        var dialog = keys();
        add(dialog, "window-browse", KeyCode.B, "b", false);
        assertThat(refusal(dialog)).contains("B types into fields");
        add(dialog, "window-browse", KeyCode.C, "c", true);
        assertThat(refusal(dialog)).contains("Ctrl+C");
        add(dialog, "window-browse", KeyCode.L, "l", true);
        assertThat(refusal(dialog)).contains("Ctrl+L is a key of the whole window: “Choose what is asked”");
        add(dialog, "window-browse", KeyCode.B, "b", true);
        assertThat(refusal(dialog)).isEmpty();
        Fx.run(() -> ((Button) dialog.getRoot().lookupAll(".keys-key").stream()
                .filter(key -> ((Button) key).getText().equals("Ctrl+2")).findFirst().orElseThrow()).fire());
        Fx.run(() -> ((ScrollPane) dialog.lookup(".scroll-pane")).setVvalue(1));
        Fx.bothThemes(dialog, "flow-keys-window");
        Fx.run(() -> dialog.getWindow().hide());
        sign("?");
        assertThat(Fx.call(() -> tour.scene().getRoot().lookupAll(".key-help .key-cap").stream()
                .map(node -> ((Label) node).getText()).toList())).contains("Ctrl+B", "Ctrl+1").doesNotContain("Ctrl+2");
        press(KeyCode.ENTER);
        PeopleTour.press(tour.scene(), KeyCode.DIGIT2, "2", true);
        assertThat(tour.desk().window().place()).isEqualTo(Place.ANNOTATE);
        PeopleTour.press(tour.scene(), KeyCode.B, "b", true);
        assertThat(tour.desk().window().place()).isEqualTo(Place.BROWSE);
        assertThat(Fx.call(() -> ((ToggleButton) PeopleTour.in(tour.scene(), "#place-BROWSE")).getTooltip().getText()))
                .isEqualTo("Browse  Ctrl+B");
        var file = folder.resolve("home/preferences.properties");
        Fx.until(() -> "shortcut B".equals(new Preferences(file).find("keys.window.browse")));
    }

    @Test
    void theMenuOfThePairNamesTheKeysAndDoesWhatTheyDo() {
        var picture = Fx.call(() -> tour.scene().lookup(".picture"));
        Fx.run(() -> picture.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 300, 300, 300,
                300, false, null)));
        var menu = Fx.call(() -> (ContextMenu) Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu one && "pair-menu".equals(one.getId())).findFirst()
                .orElseThrow());
        var flag = Fx.call(() -> menu.getItems().stream().filter(item -> "pair-flag".equals(item.getId())).findFirst()
                .orElseThrow());
        assertThat(((Label) flag.getGraphic()).getText()).isEqualTo("F");
        Fx.bothThemes(menu.getScene(), "flow-menu");
        Fx.run(() -> {
            flag.fire();
            menu.hide();
        });
        Fx.until(() -> marks(1).flag() != null);
    }

    @Test
    void oneKeyForBothTasksIsChosenAndAnswersInOneGesture() {
        var dialog = keys();
        ComboBox<Block> both = PeopleTour.in(dialog, "#keys-both");
        Fx.run(() -> both.setValue(Block.LETTERS));
        assertThat(refusal(dialog)).contains("is taken already");
        assertThat(Fx.call(both::getValue)).isEqualTo(Block.OFF);
        Fx.run(() -> both.setValue(Block.NUMBERS));
        assertThat(refusal(dialog)).isEmpty();
        Fx.run(() -> dialog.getWindow().hide());
        Fx.bothThemes(tour.scene(), "flow-both");
        PeopleTour.press(tour.scene(), KeyCode.NUMPAD5, "5", false);
        atPair(2);
        assertThat(answers(1)).isEqualTo(Map.of("sarcasm", "sarcastic", "sentiment", "negative"));
        press(KeyCode.BACK_SPACE);
        atPair(1);
        assertThat(answers(1)).isEmpty();
    }
}
