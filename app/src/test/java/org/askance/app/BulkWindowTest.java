package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.askance.app.ui.Place;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Event;
import org.askance.storage.dataset.Split;
import org.askance.storage.query.Parsed;
import org.junit.jupiter.api.Test;

/// Pairs selected in Browse by keyboard and by mouse, changed together, and changed back, in a real window.
final class BulkWindowTest extends BulkWindow {

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
        var menu = menuAt(4);
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
    void theyAreMadeGoldAndOrdinaryAgainAsOneStep() {
        start(150);
        tour().project().annotations().save(new Answer(ids()[0], Map.of("sarcasm", "sarcastic"), "Ada", null,
                Duration.ZERO));
        tour().project().annotations().save(new Answer(ids()[0], Map.of("sarcasm", "not sarcastic"), "Ben", null,
                Duration.ZERO));
        Fx.run(() -> node("#grid").requestFocus());
        press(KeyCode.A, false, true, false);
        press(KeyCode.G);
        assertThat(asked()).contains("Make 149 pairs gold?", "without a label that nobody disputes");
        Fx.bothThemes(dialog().getScene(), "bulk-asking-gold");
        answer(true);
        Fx.until(() -> notice().startsWith("Done: 149 pairs made gold."));
        assertThat(tour().project().gold().count()).isEqualTo(149);
        assertThat(tour().project().gold().of(ids()[2]).labels()).isEqualTo(Map.of("sarcasm", "sarcastic"));
        press(KeyCode.Z, false, true, false);
        Fx.until(() -> notice().equals("Taken back: 149 pairs made gold."));
        assertThat(tour().project().gold().count()).isZero();
        tour().project().gold().put(ids()[3], Map.of("sarcasm", "sarcastic"), "because");
        var menu = menuAt(3);
        Fx.run(() -> item(menu.getItems(), "bulk-ungold").fire());
        Fx.run(menu::hide);
        Fx.until(() -> tour().project().gold().count() == 0);
        press(KeyCode.Z, false, true, false);
        Fx.until(() -> tour().project().gold().count() == 1);
        assertThat(tour().project().gold().of(ids()[3]).note()).isEqualTo("because");
    }

    @Test
    void onePairIsMadeGoldWithLabelsThatAreChosen() {
        start(6);
        click(cell(1), false, false, 1);
        press(KeyCode.G, true, true, false);
        var opened = tour().dialog("#gold-mark");
        Fx.run(() -> ((Button) PeopleTour.in(opened, "#gold-mark")).fire());
        Fx.until(() -> tour().project().gold().of(ids()[1]).labels().equals(Map.of("sarcasm", "not sarcastic")));
    }
}
