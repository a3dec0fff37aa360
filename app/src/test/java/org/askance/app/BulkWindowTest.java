package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Event;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Parsed;
import org.askance.storage.run.NewPrediction;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pairs selected in Browse by keyboard and by mouse, changed together, and changed back, in a real window.
class BulkWindowTest {

    /// As a picture looks, in bits.
    private static final long LOOK = 0x0f0f_3c3c_5a5a_9696L;

    @TempDir
    private Path folder;

    private @Nullable PeopleTour opened;

    @AfterEach
    void stop() {
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
        if (opened != null) {
            opened.close();
        }
    }

    private PeopleTour tour() {
        return Objects.requireNonNull(opened);
    }

    private void start(int pairs) {
        opened = new PeopleTour(folder, pairs);
        long checkpoint = Objects.requireNonNull(tour().project().checkpoints().current()).id();
        var predictions = new ArrayList<NewPrediction>();
        for (long id : ids()) {
            predictions.add(new NewPrediction(id, Map.of("sarcasm", new float[]{0.87f, 0.13f}, "sentiment",
                    new float[]{0.1f, 0.8f, 0.1f})));
        }
        tour().project().predictions().save(checkpoint, predictions);
        Fx.run(() -> tour().desk().window().show(Place.BROWSE));
        Fx.run(tour().desk().context()::examplesChanged);
        Fx.until(() -> found(0).filter(cell -> cell.lookup(".predicted") != null).isPresent());
        tour().idle();
    }

    private long[] ids() {
        return tour().project().examples().ids(ExampleFilter.ALL);
    }

    private Node node(String selector) {
        return Objects.requireNonNull(tour().scene().lookup(selector), selector);
    }

    private Optional<GridCell<?>> found(int index) {
        return tour().scene().getRoot().lookupAll(".pair-cell").stream().<GridCell<?>>map(GridCell.class::cast)
                .filter(cell -> cell.getIndex() == index && cell.getItem() != null).findFirst();
    }

    /// The card at a place, once it is there.
    private GridCell<?> cell(int index) {
        Fx.until(() -> found(index).isPresent());
        return Fx.call(() -> found(index).orElseThrow());
    }

    private String count() {
        var bar = node(".bulk-bar");
        return bar.isVisible() ? ((Label) node("#bulk-count")).getText() : "";
    }

    private String notice() {
        return node("#bulk-notice").isVisible() ? ((Label) node("#bulk-notice .label")).getText() : "";
    }

    private void press(KeyCode code, boolean shift, boolean control, boolean alt) {
        String text = code.isLetterKey() || code.isDigitKey() ? code.getName().toLowerCase(java.util.Locale.ROOT) : "";
        Fx.run(() -> KeyEvent.fireEvent(Objects.requireNonNull(tour().scene().getFocusOwner()),
                new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, control, alt, false)));
        Fx.frames();
    }

    private void press(KeyCode code) {
        press(code, false, false, false);
    }

    private void click(Node at, boolean shift, boolean control, int times) {
        Fx.run(() -> at.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5, MouseButton.PRIMARY, times,
                shift, control, false, false, true, false, false, false, true, true, null)));
        Fx.frames();
    }

    private Map<String, String> answered(int index) {
        return Objects.requireNonNull(tour().project().examples().row(ids()[index])).answered();
    }

    private Split split(int index) {
        return Objects.requireNonNull(tour().project().examples().row(ids()[index])).example().split();
    }

    private static Optional<DialogPane> pane() {
        return Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene).map(Scene::getRoot)
                .filter(DialogPane.class::isInstance).map(DialogPane.class::cast)
                .filter(pane -> pane.getStyleClass().contains("bulk-dialog")).findFirst();
    }

    private static DialogPane dialog() {
        Fx.until(() -> pane().isPresent());
        return Fx.call(() -> pane().orElseThrow());
    }

    private static String asked() {
        var dialog = dialog();
        return Fx.call(() -> OneWindow.text(dialog.getContent()));
    }

    private static void answer(boolean go) {
        var dialog = dialog();
        Fx.run(() -> ((Button) dialog.lookupButton(dialog.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isDefaultButton() == go).findFirst().orElseThrow())).fire());
        Fx.until(() -> pane().isEmpty());
    }

    @Test
    void withTheKeyboardAlone() {
        start(24);
        press(KeyCode.ENTER);
        assertThat(Fx.call(() -> node("#grid").isFocused())).isTrue();
        press(KeyCode.RIGHT);
        press(KeyCode.SPACE);
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT, true, false, false);
        assertThat(count()).isEqualTo("2 of 24 selected");
        // A Shift range replaces; a key for one more joins.
        press(KeyCode.RIGHT);
        press(KeyCode.SPACE);
        assertThat(count()).isEqualTo("3 of 24 selected");
        press(KeyCode.DIGIT1);
        Fx.until(() -> answered(2).equals(Map.of("sarcasm", "not sarcastic")));
        Fx.until(() -> notice().equals("Done: ‘not sarcastic’ given to 3 pairs."));
        assertThat(tour().project().annotations().answeredCount()).isEqualTo(3);
        assertThat(tour().project().annotations().history(ids()[2])).singleElement().satisfies(event -> {
            assertThat(event.circumstances().bulk()).isTrue();
            assertThat(event.circumstances().checkpoint()).isNotNull();
        });
        // It is still selected: the same again changes nothing.
        assertThat(count()).isEqualTo("3 of 24 selected");
        press(KeyCode.DIGIT1);
        Fx.until(() -> notice().startsWith("Nothing to change"));
        press(KeyCode.Z, false, true, false);
        Fx.until(() -> notice().equals("Taken back: ‘not sarcastic’ given to 3 pairs."));
        assertThat(tour().project().annotations().answeredCount()).isZero();
        press(KeyCode.Y, false, true, false);
        Fx.until(() -> notice().startsWith("Brought back"));
        assertThat(tour().project().annotations().answeredCount()).isEqualTo(3);

        press(KeyCode.F);
        Fx.until(() -> notice().equals("Done: 3 pairs flagged."));
        press(KeyCode.F, true, false, false);
        Fx.until(() -> notice().equals("Done: flag taken off 3 pairs."));
        press(KeyCode.DIGIT3, false, false, true);
        assertThat(asked()).startsWith("Move 2 pairs to test?").contains("They come from: train 2.",
                "1 selected pair is so already", "This changes the test split");
        answer(false);
        Fx.until(() -> notice().isEmpty());
        assertThat(split(2)).isEqualTo(Split.TRAIN);
        press(KeyCode.DELETE);
        Fx.until(() -> notice().equals("Done: own answers cleared from 3 pairs."));
        tour().dismissNotices();
        press(KeyCode.ESCAPE);
        assertThat(count()).isEmpty();
        press(KeyCode.END);
        press(KeyCode.HOME, true, false, false);
        assertThat(count()).isEqualTo("24 of 24 selected");
        press(KeyCode.ESCAPE);
        press(KeyCode.A, false, true, false);
        assertThat(count()).isEqualTo("24 of 24 selected");
        press(KeyCode.F, false, true, false);
        assertThat(Fx.call(() -> node("#query").isFocused())).isTrue();
    }

    @Test
    void withTheMouse() {
        start(24);
        click(cell(1), false, false, 1);
        click(cell(3), true, false, 1);
        click(cell(5), false, true, 1);
        assertThat(count()).isEqualTo("4 of 24 selected");
        click(cell(2).lookup(".tick"), false, false, 1);
        assertThat(count()).isEqualTo("3 of 24 selected");
        Fx.run(() -> item(((MenuButton) node("#bulk-label")).getItems(), "bulk-label-sentiment-negative").fire());
        Fx.until(() -> notice().equals("Done: ‘negative’ given to 3 pairs."));
        assertThat(answered(5)).isEqualTo(Map.of("sentiment", "negative"));
        Fx.run(() -> ((Button) node("#bulk-undo")).fire());
        Fx.until(() -> notice().startsWith("Taken back"));
        assertThat(answered(5)).isEmpty();

        // The menu of one that is not selected is about that one.
        var menu = menuAt(cell(4));
        assertThat(count()).isEqualTo("1 of 24 selected");
        assertThat(Fx.call(() -> ((Label) item(menu.getItems(), "bulk-label-sarcasm-sarcastic").getGraphic())
                .getText())).isEqualTo("2");
        var move = (Menu) Fx.call(() -> item(menu.getItems(), "bulk-move"));
        assertThat(Fx.call(() -> ((Label) item(move.getItems(), "bulk-move-validation").getGraphic()).getText()))
                .isEqualTo("Alt+2");
        Fx.run(() -> item(move.getItems(), "bulk-move-validation").fire());
        Fx.until(() -> split(4) == Split.VALIDATION);
        assertThat(tour().project().annotations().history(ids()[4])).extracting(Event::former, Event::value)
                .containsExactly(tuple("train", "validation"));
        Fx.run(menu::hide);
        Fx.until(() -> notice().equals("Done: 1 pair moved to validation."));
        assertThat(tour().project().finder()
                .count(((Parsed.Good) tour().project().finder().parse("split:validation")).query())).isEqualTo(1);

        click(cell(0), false, false, 1);
        Fx.run(() -> ((Button) node("#bulk-all")).fire());
        Fx.frames();
        assertThat(count()).isEqualTo("24 of 24 selected");
        Fx.run(() -> ((Button) node("#bulk-none")).fire());
        assertThat(count()).isEmpty();
        click(cell(3), false, false, 2);
        Fx.until(() -> tour().desk().window().place() == Place.ANNOTATE);
    }

    private ContextMenu menuAt(Node cell) {
        Fx.run(() -> cell.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, 200, 200,
                false, null)));
        Fx.until(() -> menu().isPresent());
        Fx.frames();
        return Fx.call(() -> menu().orElseThrow());
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .filter(one -> "pairs-menu".equals(one.getId()) && one.isShowing()).findFirst();
    }

    private static MenuItem item(List<MenuItem> items, String id) {
        return items.stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private void query(String text) {
        Fx.run(() -> ((javafx.scene.control.TextField) node("#query")).setText(text));
    }

    @Test
    void theSelectionOutlivesScrollingAndAnotherSearchEndsItAloud() {
        start(90);
        click(cell(1), false, false, 1);
        press(KeyCode.END);
        cell(89);
        assertThat(count()).isEqualTo("1 of 90 selected");
        press(KeyCode.HOME);
        cell(1);
        assertThat(Fx.call(() -> found(1).orElseThrow().lookup(".pair").getPseudoClassStates().toString()))
                .contains("chosen");

        query("split:train ");
        Fx.until(() -> notice().equals("The search has changed: 1 pair is not selected any more."));
        assertThat(count()).isEmpty();
        Fx.run(() -> node("#grid").requestFocus());
        press(KeyCode.A, false, true, false);
        assertThat(count()).isEqualTo("60 of 60 selected");
        assertThat(notice()).isEmpty();
        // Moved out of what is found.
        press(KeyCode.DIGIT2, false, false, true);
        Fx.until(() -> notice().contains("60 selected pairs are no longer found by this search"));
        press(KeyCode.Z, false, true, false);
        Fx.until(() -> found(0).isPresent() && notice().startsWith("Taken back: 60 pairs moved to validation."));
    }

    @Test
    void muchIsAskedAboutAndIsOneStepAlsoAfterARestart() {
        start(150);
        Fx.run(() -> node("#grid").requestFocus());
        press(KeyCode.A, false, true, false);
        press(KeyCode.DIGIT2);
        assertThat(asked()).startsWith("Give ‘sarcastic’ to 150 pairs?").contains("It is one step: Ctrl+Z");
        answer(false);
        assertThat(tour().project().annotations().answeredCount()).isZero();
        press(KeyCode.DIGIT2);
        answer(true);
        Fx.until(() -> notice().equals("Done: ‘sarcastic’ given to 150 pairs."));
        assertThat(tour().project().annotations().answeredCount()).isEqualTo(150);
        tour().close();
        opened = new PeopleTour(folder, 150);
        Fx.run(() -> tour().desk().window().show(Place.BROWSE));
        cell(0);

        // Annotate leaves it alone: there one sees one pair of them.
        Fx.run(() -> tour().desk().window().show(Place.ANNOTATE));
        tour().idle();
        Fx.run(tour().desk().annotate()::undo);
        Fx.until(() -> tour().desk().annotate().ofMany().get() != null);
        assertThat(tour().project().annotations().answeredCount()).isEqualTo(150);
        tour().dismissNotices();
        Fx.run(() -> tour().desk().window().show(Place.BROWSE));
        Fx.run(() -> node("#grid").requestFocus());
        press(KeyCode.Z, false, true, false);
        Fx.until(() -> notice().equals("Taken back: ‘sarcastic’ given to 150 pairs."));
        assertThat(tour().project().annotations().answeredCount()).isZero();
    }

    @Test
    void goldPairsAmongManyAreNotTold() {
        start(6);
        for (long id : ids()) {
            tour().project().gold().put(id, Map.of("sarcasm", "sarcastic"), "because");
        }
        Fx.run(() -> node("#grid").requestFocus());
        press(KeyCode.A, false, true, false);
        press(KeyCode.DIGIT1);
        Fx.until(() -> notice().startsWith("Done"));
        tour().idle();
        assertThat(Fx.call(() -> node("#gold-notice").isVisible())).isFalse();
        assertThat(tour().project().gold().score(tour().desk().context().annotator().get()).answered()).isZero();
    }

    @Test
    void whereNothingCanBeWrittenTheActionsSayWhy() {
        start(6);
        tour().close();
        try (var elsewhere = Project.open(folder.resolve("p"))) {
            assertThat(elsewhere.isReadOnly()).isFalse();
            opened = new PeopleTour(folder, 6);
            Fx.run(() -> tour().desk().window().show(Place.BROWSE));
            cell(0);
            tour().idle();
            click(cell(0), false, false, 1);
            assertThat(Fx.call(() -> node("#bulk-flags").isDisabled())).isTrue();
            assertThat(((Label) node("#bulk-why")).getText()).contains("can only be read here");
            Fx.bothThemes(tour().scene(), "bulk-read-only");
            press(KeyCode.F);
            Fx.until(() -> notice().contains("can only be read here"));
        }
    }

    @Test
    void whatCannotBeSavedChangesNothingAndIsSaid() throws Exception {
        start(24);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("p/project.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER broken BEFORE INSERT ON event WHEN new.example_id = " + ids()[2]
                    + " BEGIN SELECT RAISE(ABORT, 'the disk is broken'); END");
        }
        click(cell(0), false, false, 1);
        click(cell(2), true, false, 1);
        press(KeyCode.DIGIT2);
        Fx.until(() -> notice().equals("Nothing was changed."));
        assertThat(tour().project().annotations().answeredCount()).isZero();
        Fx.bothThemes(tour().scene(), "bulk-error");
    }

    @ParameterizedTest
    @CsvSource({"english", "german"})
    void everyStateInEveryLook(String language) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/preferences.properties"), "language=" + language + "\n");
        start(150);
        shown(language, List.of(Looks.of(Appearance.DARK), Looks.of(Appearance.LIGHT),
                new Looks(Appearance.LIGHT, false, Looks.TextSize.LARGER, true)), "none");
        press(KeyCode.ENTER);
        press(KeyCode.SPACE);
        press(KeyCode.RIGHT, true, false, false);
        press(KeyCode.RIGHT, true, false, false);
        shown(language,
                List.of(Looks.of(Appearance.DARK), new Looks(Appearance.LIGHT, true, Looks.TextSize.USUAL, true),
                        new Looks(Appearance.LIGHT, false, Looks.TextSize.LARGER, true)),
                "three");
        tour().project().duplicates().save(Map.of(ids()[1], OptionalLong.of(LOOK), ids()[4], OptionalLong.of(LOOK ^ 1),
                ids()[2], OptionalLong.of(~LOOK), ids()[7], OptionalLong.of(~LOOK ^ 1)), Map.of());
        press(KeyCode.DIGIT2, false, false, true);
        assertThat(asked()).contains("k1 – k4", "k2 – k7");
        Fx.bothThemes(dialog().getScene(), "bulk-" + language + "-asking-apart");
        answer(false);
        press(KeyCode.F);
        Fx.until(() -> !notice().isEmpty());
        press(KeyCode.A, false, true, false);
        shown(language, List.of(new Looks(Appearance.DARK, true, Looks.TextSize.USUAL, true),
                Looks.of(Appearance.LIGHT)), "all");
        var menu = menuAt(cell(0));
        Fx.snapshot(menu.getScene(), "bulk-" + language + "-menu");
        Fx.run(menu::hide);
        tour().project().annotations().save(new Answer(ids()[1], Map.of("sarcasm", "sarcastic"),
                tour().desk().context().annotator().get(), null, Duration.ofSeconds(1)));
        press(KeyCode.DIGIT1);
        asked();
        Fx.bothThemes(dialog().getScene(), "bulk-" + language + "-asking-label");
        answer(false);
        Fx.run(new Looks(Appearance.DARK, false, Looks.TextSize.LARGER, true)::apply);
        press(KeyCode.DIGIT3, false, false, true);
        asked();
        Fx.snapshot(dialog().getScene(), "bulk-" + language + "-asking-move");
        answer(false);
    }

    /// In the usual window, and in the smallest.
    private void shown(String language, List<Looks> all, String what) {
        for (var looks : all) {
            Fx.run(looks::apply);
            String name = "bulk-%s-%s-%s%s-%d".formatted(language, what, looks.appearance().key(),
                    looks.highContrast() ? "-contrast" : "", looks.textSize().percent());
            Fx.snapshot(tour().scene(), name);
            Fx.run(() -> {
                tour().scene().getWindow().setWidth(900);
                tour().scene().getWindow().setHeight(600);
            });
            Fx.snapshot(tour().scene(), name + "-small");
            nothingIsCut();
            Fx.run(() -> {
                tour().scene().getWindow().setWidth(1280);
                tour().scene().getWindow().setHeight(820);
            });
            Fx.frames();
        }
    }

    /// A label or button whose words do not fit shows an ellipsis.
    private void nothingIsCut() {
        Fx.run(() -> {
            for (var node : node(".browse").lookupAll(".pair .label, .bulk-bar .text, .bulk-bar .label")) {
                if (node instanceof Label label && label.isVisible() && label.getWidth() > 0) {
                    assertThat(label.getWidth()).as(label.getText())
                            .isGreaterThanOrEqualTo(label.prefWidth(-1) - 1);
                }
            }
        });
    }

    @Test
    void theGridHasNoMoreCellsThanAreSeen() {
        start(150);
        assertThat(Fx.call(() -> ((GridView<?>) node("#grid")).lookupAll(".pair-cell").size())).isLessThan(60);
    }
}
