package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.queues.QueueViewModel;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;
import org.askance.app.work.QueueSettings;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.query.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Queues chosen by keyboard in a real window.
class QueuesWindowTest {

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

    private long asked() {
        return tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                ? asking.row().example().id()
                : Queue.NOWHERE;
    }

    private ListView<QueueViewModel.Entry> open() {
        PeopleTour.press(tour.scene(), KeyCode.L, "l", true);
        var dialog = tour.dialog("#queue-list");
        ListView<QueueViewModel.Entry> list = PeopleTour.in(dialog, "#queue-list");
        Fx.until(() -> list.getItems().size() == QueueKind.values().length);
        Fx.frames();
        return list;
    }

    private void down(ListView<QueueViewModel.Entry> list, QueueKind to) {
        for (int i = 0; i < QueueKind.values().length && list.getSelectionModel().getSelectedItem().kind() != to; i++) {
            PeopleTour.press(list.getScene(), KeyCode.DOWN);
        }
        assertThat(list.getSelectionModel().getSelectedItem().kind()).isEqualTo(to);
    }

    @Test
    void aQueueIsChosenByKeyboardAndGoneOnWithAfterwards() {
        assertThat(Fx.call(this::asked)).isEqualTo(1);
        var list = open();
        Fx.bothThemes(list.getScene(), "queues");
        down(list, QueueKind.RANDOM);
        PeopleTour.press(list.getScene(), KeyCode.ENTER);
        Fx.until(() -> !tour.isOpen("#queue-list") && tour.desk().context().queue().get().key().equals("random"));
        tour.idle();
        var second = tour.desk().annotate();
        Fx.run(second::next);
        tour.idle();
        long stopped = Fx.call(this::asked);
        Fx.bothThemes(tour.scene(), "queues-annotate");
        Fx.run(() -> tour.desk().workbench().queues().choose(new QueueRequest(QueueKind.DATASET, "")));
        Fx.until(() -> tour.desk().context().queue().get().key().equals("dataset"));
        Fx.until(() -> asked() == 1);
        Fx.run(() -> tour.desk().workbench().queues().choose(new QueueRequest(QueueKind.RANDOM, "")));
        Fx.until(() -> asked() == stopped);
        assertThat(tour.project().queuePlaces().get(System.getProperty("user.name", "me"), "random"))
                .isEqualTo(stopped);
    }

    @Test
    void theShuffleIsChosenByANumberThatIsShownAndGoneOnWith() {
        var list = open();
        down(list, QueueKind.RANDOM);
        TextField seed = PeopleTour.in(list.getScene(), "#queue-seed");
        assertThat(seed.getText()).isEqualTo(Long.toString(QueueRequest.SEED));
        PeopleTour.press(list.getScene(), KeyCode.N);
        assertThat(seed.getText()).isNotEqualTo(Long.toString(QueueRequest.SEED));
        Fx.run(() -> seed.setText("not a number"));
        PeopleTour.press(list.getScene(), KeyCode.ENTER);
        assertThat(Fx.call(seed::isFocused)).isTrue();
        Fx.bothThemes(list.getScene(), "queues-seed");
        Fx.run(() -> seed.setText("7"));
        Fx.run(list::requestFocus);
        PeopleTour.press(list.getScene(), KeyCode.ENTER);
        Fx.until(() -> !tour.isOpen("#queue-list") && tour.desk().context().queue().get().key().equals("random:7"));
        assertThat(tour.desk().context().queue().get().name()).isEqualTo("Random, shuffled by 7");
        assertThat(QueueRequest.of("random:7")).isEqualTo(QueueRequest.random(7));
        assertThat(QueueRequest.of("random")).isEqualTo(QueueRequest.random(QueueRequest.SEED));
        assertThat(QueueRequest.of("random:x")).isEqualTo(new QueueRequest(QueueKind.DATASET, ""));
    }

    @Test
    void aSearchIsAQueueAndWhatIsMistypedIsSaid() {
        var list = open();
        down(list, QueueKind.SEARCH);
        TextField field = PeopleTour.in(list.getScene(), "#query");
        Fx.run(() -> field.setText("split:tset"));
        PeopleTour.press(list.getScene(), KeyCode.ENTER);
        Fx.until(() -> list.getScene().lookup(".trouble-text") instanceof Label label
                && label.getText().contains("tset"));
        Fx.bothThemes(list.getScene(), "queues-problem");
        Fx.run(() -> field.setText("split:test"));
        Fx.run(field::requestFocus);
        PeopleTour.press(list.getScene(), KeyCode.ENTER);
        Fx.until(() -> !tour.isOpen("#queue-list"));
        Fx.until(() -> ((Label) PeopleTour.in(tour.scene(), "#queue-open")).getText().equals("4 of 4 open"));
        assertThat(tour.desk().context().queue().get().name()).isEqualTo("Search: split:test");
    }

    /// Such as one that an undo leads to.
    @Test
    void aPairThatTheQueueDoesNotHaveIsNotToldAsOneMoreThanThereAre() {
        Fx.run(() -> tour.desk().workbench().queues().choose(new QueueRequest(QueueKind.SEARCH, "split:test")));
        Fx.until(() -> ((Label) PeopleTour.in(tour.scene(), "#queue-open")).getText().equals("4 of 4 open"));
        Fx.run(() -> tour.desk().annotate().open(12));
        Fx.until(() -> asked() == 12);
        Fx.frames();
        assertThat(OneWindow.text(PeopleTour.in(tour.scene(), ".footer"))).contains("Pair 4 of 4");
    }

    @Test
    void blindnessOverlapAndGoldAreKeptAndRecorded() {
        var list = open();
        PeopleTour.press(list.getScene(), KeyCode.B);
        Fx.until(() -> list.getItems().getFirst().blind());
        Spinner<Integer> overlap = PeopleTour.in(list.getScene(), "#queue-overlap");
        Fx.run(() -> overlap.getValueFactory().setValue(2));
        Fx.until(() -> tour.desk().context().queue().get().queue().open().equals(new Queue.Open.Until(2)));
        Fx.until(() -> QueueSettings.of(tour.project()).overlap() == 2);
        assertThat(tour.desk().context().queue().get().blind()).isTrue();
        Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && asking.row().predicted().isEmpty());
        Fx.run(() -> list.getScene().getWindow().hide());
        Fx.bothThemes(tour.scene(), "queues-blind");
        Fx.run(() -> tour.desk().annotate().answer("sarcasm", "sarcastic"));
        Fx.until(() -> tour.project().annotations().answeredCount() == 1);
        var event = tour.project().annotations().history(1).getFirst();
        assertThat(event.circumstances().blind()).isTrue();
        assertThat(event.circumstances().queue()).isEqualTo("dataset");
        assertThat(event.circumstances().checkpoint()).isNull();
        Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking);
        Fx.run(() -> tour.desk().annotate().answer("sentiment", "neutral"));
        Fx.until(() -> asked() == 2);
        tour.project().annotations().save(new Answer(2, Map.of("sarcasm", "sarcastic"), "Ben", null, Duration.ZERO));
        Fx.run(() -> tour.desk().context().answersChanged());
        Fx.until(() -> ((Label) PeopleTour.in(tour.scene(), "#queue-open")).getText().equals("11 of 12 open"));
    }

    private void choose(QueueKind kind) {
        Fx.run(() -> tour.desk().workbench().queues().choose(new QueueRequest(kind, "")));
        Fx.until(() -> tour.desk().context().queue().get().key().equals(kind.key())
                && !(tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Busy));
        tour.idle();
    }

    private static boolean contradicts(ExampleRow row) {
        var believed = row.predicted().get("sarcasm");
        return believed != null && !believed.label().equals(row.given().get("sarcasm"));
    }

    @Test
    void suspectedLabelsAreThoseThatTheNetworkContradicts() {
        choose(QueueKind.LABEL_ERRORS);
        Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && contradicts(asking.row()));
        Fx.bothThemes(tour.scene(), "queues-ranked");
    }

    @Test
    void anEmptyQueueIsNotAnEmptyProject() {
        choose(QueueKind.MY_FLAGGED);
        Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Nothing);
        Fx.bothThemes(tour.scene(), "queues-empty");
    }

    @Test
    void predictionsStayHiddenUntilEveryTaskIsAnswered() {
        QueueSettings.saveBlind(tour.project(), QueueKind.RANDOM, true);
        choose(QueueKind.RANDOM);
        long first = Fx.call(this::asked);
        Fx.run(() -> tour.desk().annotate().answer("sarcasm", "sarcastic"));
        Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && asking.chosen().containsKey("sarcasm"));
        assertThat(Fx.call(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && asking.row().predicted().isEmpty())).isTrue();
        Fx.run(() -> tour.desk().annotate().answer("sentiment", "neutral"));
        Fx.until(() -> asked() != first && asked() != Queue.NOWHERE);
        Fx.run(() -> tour.desk().annotate().open(first));
        Fx.until(() -> asked() == first);
        assertThat(Fx.call(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking asking
                && !asking.row().predicted().isEmpty())).isTrue();
        Fx.run(() -> tour.desk().annotate().answer("sentiment", "negative"));
        Fx.until(() -> tour.project().annotations().history(first).size() == 3);
        assertThat(tour.project().annotations().history(first)).extracting(event -> event.circumstances().blind())
                .containsExactlyInAnyOrder(true, true, false);
    }
}
