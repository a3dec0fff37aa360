package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.askance.app.annotate.AnnotateViewModel.State.Asking;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.storage.annotation.Act;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.OutsideAct;
import org.askance.storage.annotation.OwnAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One's own progress in a real window, by keyboard alone.
class ProgressWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2031-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock(NOW, BERLIN);
    private PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 40, clock);
    }

    @AfterEach
    void end() {
        tour.close();
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    private String me() {
        return Fx.call(() -> tour.desk().context().annotator().get());
    }

    /// Two weeks of answers of mine, and one of another's.
    private void answers() {
        var acts = new java.util.ArrayList<OutsideAct>();
        for (int i = 0; i < 90; i++) {
            var at = NOW.minusSeconds(i < 20 ? 600 - 11L * i : 86_400L * (i % 13 + 1) + 20L * i);
            acts.add(new OutsideAct(1 + i % 30, i == 89 ? "grace" : me(),
                    new Act.Label(
                            Map.of("sarcasm", i % 2 == 0 ? "sarcastic" : "not sarcastic", "sentiment", "neutral")),
                    at, Circumstances.seen(null, Duration.ofMillis(5_000 + i * 97L)).in("dataset"), false));
        }
        acts.sort(java.util.Comparator.comparing(act -> Objects.requireNonNull(act.at())));
        tour.project().annotations().addOutside(acts);
        tour.project().annotations().flag(3, "spam", "grace");
        tour.project().annotations().comment(5, "mine", me());
        Fx.run(() -> tour.desk().context().answersChanged());
        tour.idle();
    }

    private long asked() {
        Fx.until(() -> tour.desk().annotate().state().get() instanceof Asking);
        return ((Asking) Fx.call(() -> tour.desk().annotate().state().get())).row().example().id();
    }

    /// On the FX thread.
    private long here() {
        return tour.desk().annotate().state().get() instanceof Asking asking ? asking.row().example().id() : -1;
    }

    private String strip() {
        return Fx.call(() -> ((Button) PeopleTour.in(tour.scene(), "#progress-brief")).getText());
    }

    private Scene page() {
        PeopleTour.press(tour.scene(), KeyCode.T, "t", true);
        return tour.dialog("#progress-tabs");
    }

    /// On the FX thread.
    private static String text(Scene scene, String selector) {
        return scene.lookup(selector) instanceof Label label ? label.getText() : "";
    }

    private static void tab(Scene page, int index) {
        Fx.run(() -> {
            TabPane tabs = PeopleTour.in(page, "#progress-tabs");
            tabs.requestFocus();
        });
        int from = Fx.call(() -> ((TabPane) PeopleTour.in(page, "#progress-tabs")).getSelectionModel()
                .getSelectedIndex());
        for (int i = 0; i < Math.abs(index - from); i++) {
            PeopleTour.press(page, index > from ? KeyCode.RIGHT : KeyCode.LEFT, "", false);
        }
        Fx.until(() -> ((TabPane) PeopleTour.in(page, "#progress-tabs")).getSelectionModel()
                .getSelectedIndex() == index);
    }

    @Test
    void theStripFollowsEachAnswerAndTellsNobodyElse() {
        Fx.until(() -> strip().equals("Today no pairs"));
        for (int i = 0; i < 6; i++) {
            asked();
            clock.move(Duration.ofSeconds(9));
            int expected = i + 1;
            PeopleTour.press(tour.scene(), KeyCode.DIGIT1, "1", false);
            PeopleTour.press(tour.scene(), KeyCode.P, "p", false);
            Fx.until(() -> tour.project().annotations().answeredCount() == expected);
        }
        tour.idle();
        // Events carry the real clock's time, years before the day on which the window thinks it is.
        assertThat(tour.project().ownWork().looks(me(), Instant.EPOCH, Instant.now().plusSeconds(60)))
                .hasSize(12).allMatch(look -> look.took().equals(Duration.ofSeconds(9)));
        answers();
        Fx.until(() -> strip().startsWith("Today 20 pairs  ·  ") && strip().contains("an hour"));
        Fx.bothThemes(tour.scene(), "progress-strip");
        Fx.run(() -> tour.desk().context().annotator().set("grace"));
        Fx.until(() -> strip().equals("Today no pairs"));
    }

    @Test
    void thePageBeforeAnythingAndAfter() {
        var page = page();
        Fx.until(() -> text(page, "#progress-today").startsWith("No pairs"));
        Fx.bothThemes(page, "progress-none");
        tab(page, 1);
        Fx.until(() -> page.lookup(".message") != null);
        Fx.bothThemes(page, "progress-history-none");
        answers();
        tab(page, 0);
        Fx.until(() -> text(page, "#progress-today").startsWith("20 pairs"));
        assertThat(Fx.call(() -> text(page, "#progress-pace-title"))).contains("336 pairs an hour");
        Fx.bothThemes(page, "progress-figures");
        for (var look : List.of(new Looks(Appearance.LIGHT, true, Looks.TextSize.USUAL, true),
                new Looks(Appearance.DARK, true, Looks.TextSize.LARGER, true))) {
            Fx.run(look::apply);
            Fx.snapshot(page, "progress-figures-contrast-" + look.textSize().percent());
        }
    }

    @Test
    void aGoalIsChosenByKeyboardAndMeasured() {
        answers();
        var page = page();
        tab(page, 2);
        Fx.run(() -> {
            ComboBox<?> kind = PeopleTour.in(page, "#goal-kind");
            kind.getSelectionModel().select(3);
            ((javafx.scene.control.TextField) PeopleTour.in(page, "#goal-query")).setText("split:trian");
            ((Button) PeopleTour.in(page, "#goal-aim")).fire();
        });
        Fx.until(() -> text(page, "#goal-said").contains("trian"));
        Fx.bothThemes(page, "progress-goal");
        Fx.run(() -> {
            ((javafx.scene.control.TextField) PeopleTour.in(page, "#goal-query")).setText("split:train");
            ((javafx.scene.control.DatePicker) PeopleTour.in(page, "#goal-by"))
                    .setValue(java.time.LocalDate.of(2031, 12, 3));
            ((Button) PeopleTour.in(page, "#goal-aim")).fire();
        });
        Fx.until(() -> text(page, "#goal-said").startsWith("This is your goal"));
        tab(page, 0);
        Fx.until(() -> text(page, "#progress-goal").startsWith("20 of 26 pairs of “split:train”"));
        assertThat(Fx.call(() -> text(page, "#progress-goal"))).contains("on 9 days").contains("At this pace");
        Fx.until(() -> strip().contains("goal: 20 of 26"));
    }

    @Test
    void fromTheHistoryToAPairAndBackWithOneKey() {
        answers();
        long before = asked();
        tour.project().annotations().undoLast(me());
        var page = page();
        tab(page, 1);
        ListView<OwnAnswer> list = Fx.call(() -> PeopleTour.in(page, "#history-list"));
        Fx.until(() -> list.getItems().size() == 89);
        Fx.bothThemes(page, "progress-history");
        Fx.run(list::requestFocus);
        PeopleTour.press(page, KeyCode.DOWN, "", false);
        long chosen = Fx.call(() -> list.getSelectionModel().getSelectedItem().example());
        PeopleTour.press(page, KeyCode.ENTER, "", false);
        Fx.until(() -> !tour.isOpen("#progress-tabs"));
        Fx.until(() -> here() == chosen);
        assertThat(Fx.call(() -> PeopleTour.in(tour.scene(), "#progress-back").isVisible())).isTrue();
        Fx.bothThemes(tour.scene(), "progress-visit");
        // An ordinary answer; one stays, to see it.
        PeopleTour.press(tour.scene(), KeyCode.DIGIT1, "1", false);
        PeopleTour.press(tour.scene(), KeyCode.N, "n", false);
        Fx.until(() -> Objects.requireNonNull(tour.project().examples().row(chosen)).answered()
                .equals(Map.of("sarcasm", "not sarcastic", "sentiment", "negative")));
        assertThat(asked()).isEqualTo(chosen);
        PeopleTour.press(tour.scene(), KeyCode.ESCAPE, "", false);
        Fx.until(() -> here() == before);
        assertThat(Fx.call(() -> PeopleTour.in(tour.scene(), "#progress-back").isVisible())).isFalse();
        assertThat(tour.project().queuePlaces().get(me(), "dataset")).isEqualTo(before);
    }

    @Test
    void theReminderTakesNoFocusAndHoldsNoKeyUp() {
        var page = page();
        tab(page, 2);
        Fx.run(() -> {
            ComboBox<?> after = PeopleTour.in(page, "#break-after");
            after.getSelectionModel().select(2);
            page.getWindow().hide();
        });
        Fx.run(() -> tour.desk().context().answersChanged());
        for (int i = 0; i < 13; i++) {
            clock.move(Duration.ofMinutes(4));
            Fx.run(() -> tour.desk().context().answersChanged());
        }
        Fx.until(() -> PeopleTour.in(tour.scene(), "#break-notice").isVisible());
        Fx.bothThemes(tour.scene(), "break-notice");
        long before = asked();
        Fx.run(() -> tour.desk().window().show(org.askance.app.ui.Place.ANNOTATE));
        PeopleTour.press(tour.scene(), KeyCode.DIGIT1, "1", false);
        PeopleTour.press(tour.scene(), KeyCode.P, "p", false);
        Fx.until(() -> here() != before && here() >= 0);
        assertThat(Fx.call(() -> PeopleTour.in(tour.scene(), "#break-notice").isVisible())).isTrue();
        PeopleTour.press(tour.scene(), KeyCode.ESCAPE, "", false);
        Fx.until(() -> !PeopleTour.in(tour.scene(), "#break-notice").isVisible());
    }
}
