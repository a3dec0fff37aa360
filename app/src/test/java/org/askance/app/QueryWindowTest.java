package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Place;
import org.askance.app.work.Home;
import org.askance.storage.Project;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Suggestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Queries typed, completed, mistyped, clicked together and saved, in a real window.
class QueryWindowTest {

    @TempDir
    private Path folder;

    private Stage stage;
    private Desk desk;

    @BeforeEach
    void start() {
        Fx.start();
        try (var project = Project.create(folder.resolve("p"), "Weather")) {
            var examples = new ArrayList<NewExample>();
            var texts = List.of("Lovely weather again ☀️ #monday", "The train is late", "Crème brûlée for lunch 😂",
                    "今日はいい天気ですね", "يا له من يوم جميل",
                    "I just love waiting in the rain for an hour and a half, it is all I ever wanted");
            for (int i = 0; i < 12; i++) {
                examples.add(new NewExample("k" + i, texts.get(i % texts.size()), null,
                        i % 3 == 0 ? Split.TEST : Split.TRAIN,
                        Map.of("sarcasm", i % 2 == 0 ? "sarcastic" : "not sarcastic")));
            }
            project.examples().addAll(examples);
        }
        stage = Fx.call(Stage::new);
        desk = Fx.call(() -> new Desk(new Home(folder.resolve("home")), stage));
        Fx.overlookWhatIsBeyondTheScreen();
        Fx.run(() -> {
            desk.show();
            desk.open(folder.resolve("p"));
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(820);
        });
        Fx.until(() -> desk.context().workspace().get() != null && desk.jobs().isIdle());
        Fx.run(() -> desk.window().show(Place.BROWSE));
        Fx.until(() -> count().startsWith("12 of 12"));
    }

    @AfterEach
    void end() {
        Fx.run(() -> {
            desk.close();
            stage.close();
        });
    }

    private Scene scene() {
        return stage.getScene();
    }

    private TextField field() {
        return (TextField) Objects.requireNonNull(scene().lookup("#query"));
    }

    private String count() {
        return ((Label) Objects.requireNonNull(scene().lookup(".filters .about"))).getText();
    }

    private void type(String text) {
        Fx.run(() -> {
            field().requestFocus();
            field().setText(text);
            field().end();
        });
    }

    private void press(KeyCode code) {
        Fx.run(() -> KeyEvent.fireEvent(field(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        Fx.frames();
    }

    private boolean shows(String text) {
        return scene().getRoot().lookupAll(".trouble-text").stream()
                .anyMatch(node -> ((Label) node).getText().contains(text));
    }

    @SuppressWarnings("unchecked") // what the list holds
    private List<String> offered() {
        return popups().stream().map(popup -> popup.getScene().lookup("#suggestions")).filter(Objects::nonNull)
                .flatMap(list -> ((ListView<Suggestion>) list).getItems().stream()).map(Suggestion::text).toList();
    }

    private static List<Window> popups() {
        return Window.getWindows().stream().filter(window -> window instanceof PopupWindow && window.isShowing())
                .toList();
    }

    private void looks(String name) {
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Fx.run(appearance::apply);
            Fx.snapshot(scene(), name + "-" + appearance.key());
        }
    }

    @Test
    void whatIsTypedIsFoundAndWhatIsMistypedIsUnderlined() {
        looks("query-empty");
        type("split:test -rain");
        Fx.until(() -> count().startsWith("4 of 12"));
        looks("query-results");
        type("weather lable:sarcastic");
        Fx.until(() -> shows("There is no ‘lable’ to ask for. Did you mean ‘label’?"));
        assertThat(Fx.call(() -> scene().lookup(".query .underline").isVisible())).isTrue();
        assertThat(count()).startsWith("4 of 12");
        looks("query-problem");
        Fx.run(() -> ((Button) scene().lookup(".trouble .button")).fire());
        Fx.until(() -> field().getText().equals("weather label:sarcastic") && !shows("There is no"));
        Fx.until(() -> count().startsWith("2 of 12"));
        type("(label:sarcastic or label:\"not sarcastic\") -split:validation -is:flagged -has:comment not disagree "
                + "conf:sarcasm<90% lovely weather in the early mornng split:trian");
        Fx.until(() -> shows("Did you mean ‘train’?"));
        looks("query-long");
        type("qwertz");
        Fx.until(() -> count().startsWith("0 of 12"));
        looks("query-nothing");
        press(KeyCode.ESCAPE);
        Fx.until(() -> count().startsWith("12 of 12"));
    }

    @Test
    void keysCompleteAndBringBack() {
        type("la");
        Fx.until(() -> offered().contains("label:"));
        Fx.frames();
        snapshotPopup("query-completing");
        press(KeyCode.TAB);
        Fx.until(() -> field().getText().equals("label:") && offered().contains("sarcastic"));
        Fx.frames();
        snapshotPopup("query-values");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        Fx.until(() -> field().getText().equals("label:\"not sarcastic\"") && count().startsWith("6 of 12"));
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        Fx.until(() -> count().startsWith("12 of 12"));
        Fx.run(() -> KeyEvent.fireEvent(field(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false)));
        Fx.until(() -> count().startsWith("6 of 12"));
        Fx.run(() -> PeopleTour.<Button>in(scene(), "#query-help").fire());
        Fx.until(() -> popups().stream().anyMatch(popup -> popup.getScene().lookup("#query-grammar") != null));
        Fx.frames();
        snapshotPopup("query-help");
    }

    /// ControlsFX darkens the background for it: black on black.
    @Test
    void whatMayBeAskedIsReadInTheDarkToo() {
        Fx.run(Appearance.DARK::apply);
        Fx.frames();
        assertThat(promptBrightness()).isGreaterThan(0.4);
        Fx.snapshot(scene(), "query-prompt-dark");
        Fx.run(Appearance.LIGHT::apply);
        Fx.frames();
        assertThat(promptBrightness()).isLessThan(0.6);
    }

    private double promptBrightness() {
        return Fx.call(() -> field().lookupAll(".text").stream().filter(Text.class::isInstance).map(Text.class::cast)
                .filter(text -> text.getText().equals(field().getPromptText()))
                .mapToDouble(text -> ((Color) text.getFill()).getBrightness()).findFirst().orElseThrow());
    }

    private void snapshotPopup(String name) {
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Fx.run(appearance::apply);
            Fx.frames();
            Fx.snapshot(popups().getFirst().getScene(), name + "-" + appearance.key());
        }
    }

    @Test
    void boxesWriteIntoTheQueryAndFollowIt() {
        type("weather");
        Fx.until(() -> count().startsWith("2 of 12"));
        Fx.run(() -> box().setSelected(true));
        Fx.until(() -> field().getText().equals("weather disagree"));
        Fx.run(() -> box().setSelected(false));
        Fx.until(() -> field().getText().equals("weather"));
        Fx.run(() -> box().setSelected(true));
        type("weather");
        Fx.until(() -> !box().isSelected());
        Fx.until(() -> count().startsWith("2 of 12"));
    }

    private CheckBox box() {
        return (CheckBox) scene().lookup(".filters .check-box");
    }

    @Test
    void savedQueriesAreInTheirMenu() {
        var project = Objects.requireNonNull(desk.context().workspace().get()).project();
        project.savedQueries().save("Mondays", "weather split:test");
        type("train");
        Fx.until(() -> menu().getItems().stream().anyMatch(item -> "Mondays".equals(item.getText())));
        Fx.run(() -> ((javafx.scene.control.Menu) menu().getItems().getLast()).getItems().getFirst().fire());
        Fx.until(() -> field().getText().equals("weather split:test") && count().startsWith("2 of 12"));
    }

    private MenuButton menu() {
        Node menu = Objects.requireNonNull(scene().lookup("#saved-queries"));
        return (MenuButton) menu;
    }
}
