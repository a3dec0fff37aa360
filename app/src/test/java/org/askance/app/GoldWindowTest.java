package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.askance.app.annotate.AnnotateViewModel.State.Asking;
import org.askance.app.ui.AskedQueue;
import org.askance.app.ui.Place;
import org.askance.app.work.QueueSettings;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.GoldRepository.Gold;
import org.askance.storage.annotation.Marks;
import org.askance.storage.query.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gold pairs in a real window: marked by keyboard, asked like any other, told about afterwards.
class GoldWindowTest {

    private static final Map<String, String> AGREED = Map.of("sarcasm", "sarcastic", "sentiment", "negative");
    private static final String NOTE = "The words praise what the picture mocks 🙃: "
            + "look at it. ".repeat(9).strip();

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

    private Asking asking() {
        Fx.until(() -> tour.desk().annotate().state().get() instanceof Asking);
        return (Asking) Fx.call(() -> tour.desk().annotate().state().get());
    }

    private long asked() {
        return asking().row().example().id();
    }

    private Node notice() {
        return PeopleTour.in(tour.scene(), "#gold-notice");
    }

    /// On the FX thread.
    private String told() {
        return notice().lookupAll(".label").stream().map(node -> ((Label) node).getText())
                .collect(Collectors.joining("|"));
    }

    private void answer(Map<String, String> labels) {
        long before = asked();
        Fx.run(() -> tour.desk().annotate().answer(labels));
        Fx.until(() -> tour.desk().annotate().state().get() instanceof Asking next
                && next.row().example().id() != before);
    }

    /// Answers as agreed until a gold pair is asked.
    private void untilGold() {
        for (int i = 0; i < 4 && tour.project().gold().of(asked()).labels().isEmpty(); i++) {
            answer(AGREED);
        }
        assertThat(tour.project().gold().of(asked()).labels()).isNotEmpty();
    }

    @Test
    void aPairIsMadeGoldByKeyboardWithWhatIsAgreed() {
        tour.project().annotations().save(new Answer(1, Map.of("sentiment", "neutral"), "Ada", null, Duration.ZERO));
        PeopleTour.press(tour.scene(), KeyCode.G, "g", true, true);
        var dialog = tour.dialog("#gold-mark");
        ComboBox<String> sarcasm = PeopleTour.in(dialog, "#gold-sarcasm");
        ComboBox<String> sentiment = PeopleTour.in(dialog, "#gold-sentiment");
        TextField note = PeopleTour.in(dialog, "#gold-note");
        assertThat(List.of(sarcasm.getValue(), sentiment.getValue())).containsExactly("sarcastic", "neutral");
        Fx.run(() -> note.setText(NOTE));
        Fx.bothThemes(dialog, "gold-mark");
        PeopleTour.press(dialog, KeyCode.ENTER);
        Fx.until(() -> !tour.isOpen("#gold-mark") && tour.project().gold().count() == 1);
        assertThat(tour.project().gold().of(1))
                .isEqualTo(new Gold(Map.of("sarcasm", "sarcastic", "sentiment", "neutral"), NOTE));
        PeopleTour.press(tour.scene(), KeyCode.G, "g", true, true);
        var again = tour.dialog("#gold-unmark");
        Fx.run(() -> ((Button) PeopleTour.in(again, "#gold-unmark")).fire());
        Fx.until(() -> !tour.isOpen("#gold-unmark") && tour.project().gold().count() == 0);
    }

    @Test
    void whereOneTaskIsAskedAloneItsAnswerIsToldAboutAtOnce() {
        long sarcasm = tour.project().tasks().names().firstEntry().getKey();
        var queue = new AskedQueue("dataset", "", Queue.ALL.asking(Set.of(sarcasm)).withGold(2), false,
                List.of("sarcasm"));
        Fx.run(() -> tour.desk().context().queue().set(queue));
        for (long id = 1; id <= 12; id++) {
            tour.project().gold().put(id, AGREED, null);
        }
        assertThat(asked()).isPositive();
        Fx.run(() -> tour.desk().annotate().answer(Map.of("sarcasm", "sarcastic")));
        Fx.until(() -> notice().isVisible());
        assertThat(Fx.call(this::told)).contains("1 of 1 gold pair right");
    }

    @Test
    void whatIsDisputedIsNotProposedBeforeItIsDecided() {
        tour.project().annotations().save(new Answer(2, AGREED, "Ada", null, Duration.ZERO));
        tour.project().annotations().save(
                new Answer(2, Map.of("sarcasm", "not sarcastic", "sentiment", "negative"), "Ben", null, Duration.ZERO));
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        Fx.until(() -> tour.scene().lookup("#adjudicate-position") != null);
        PeopleTour.press(tour.scene(), KeyCode.G, "g", true, true);
        var dialog = tour.dialog("#gold-mark");
        ComboBox<String> sarcasm = PeopleTour.in(dialog, "#gold-sarcasm");
        assertThat(sarcasm.getValue()).isEmpty();
        PeopleTour.press(dialog, KeyCode.ENTER);
        Fx.until(() -> tour.scene().lookup(".adjudicate .gold") instanceof Label label && !label.getText().isEmpty());
        assertThat(tour.project().gold().of(2)).isEqualTo(new Gold(Map.of("sentiment", "negative"), null));
        Fx.bothThemes(tour.scene(), "gold-adjudicate");
    }

    @Test
    void aGoldPairLooksLikeAnyOtherAndIsToldAboutAfterwards() {
        for (long id : new long[]{8, 10, 11}) {
            tour.project().annotations().save(new Answer(id, AGREED, "Ada", null, Duration.ZERO));
            tour.project().annotations().comment(id, "Gold!", "Ada");
            tour.project().gold().put(id, AGREED, NOTE);
        }
        PeopleTour.press(tour.scene(), KeyCode.L, "l", true);
        var dialog = tour.dialog("#queue-gold");
        Spinner<Integer> gold = PeopleTour.in(dialog, "#queue-gold");
        Fx.until(() -> ((Label) gold.getParent().getChildrenUnmodifiable().getLast()).getText().contains("3"));
        Fx.bothThemes(dialog, "gold-queues");
        Fx.run(() -> gold.getValueFactory().setValue(2));
        Fx.until(() -> tour.desk().context().queue().get().queue().goldEvery() == 2);
        Fx.run(() -> dialog.getWindow().hide());
        assertThat(QueueSettings.of(tour.project())).isEqualTo(new QueueSettings(1, 2));
        untilGold();
        assertThat(notice().isVisible()).isFalse();
        assertThat(asking().row().answered()).isEmpty();
        assertThat(asking().marks()).isEqualTo(Marks.NONE);
        assertThat(asking().position()).isLessThan(7);
        answer(Map.of("sarcasm", "not sarcastic", "sentiment", "negative"));
        Fx.until(() -> notice().isVisible());
        assertThat(Fx.call(this::told))
                .contains("look at this", "Sarcasm: agreed is “sarcastic”, you said “not sarcastic”.",
                        "0 of 1 gold pair right")
                .doesNotContain("Sentiment");
        Fx.bothThemes(tour.scene(), "gold-wrong");
        untilGold();
        assertThat(notice().isVisible()).isTrue();
        PeopleTour.press(tour.scene(), KeyCode.ESCAPE);
        assertThat(notice().isVisible()).isFalse();
        answer(AGREED);
        Fx.until(() -> told().contains("1 of 2 gold pairs right"));
        Fx.bothThemes(tour.scene(), "gold-right");
        Fx.run(() -> tour.desk().workbench().profiles().use("Ben"));
        Fx.until(() -> !notice().isVisible());
    }
}
