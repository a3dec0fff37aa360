package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.app.queues.QueueViewModel;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueSettings;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskRepository.Changed;
import org.askance.storage.query.Queue;
import org.junit.jupiter.api.Test;

/// Pairs of which one of two tasks is answered, by keyboard: they stay open, and come again.
class HalfAnsweredWindowTest extends SmallTour {

    private static final String ME = System.getProperty("user.name", "me");

    private void press(KeyCode code) {
        PeopleTour.press(tour.scene(), code);
    }

    /// What stands as answered while the rest is asked.
    private void asks(long id, Map<String, String> answered) {
        Fx.until(() -> tour.desk().annotate().state().get() instanceof State.Asking asking
                && asking.row().example().id() == id && asking.chosen().equals(answered));
    }

    private void open(int open) {
        Fx.until(() -> ((Label) PeopleTour.in(tour.scene(), "#queue-open")).getText().equals(open + " of 12 open"));
    }

    private void both(long id) {
        asks(id, Map.of());
        press(KeyCode.DIGIT1);
        asks(id, Map.of("sarcasm", "not sarcastic"));
        press(KeyCode.N);
    }

    @Test
    void aPairThatWasLeftHalfAnsweredComesAgainWithWhatWasAnswered() {
        asks(1, Map.of());
        press(KeyCode.DIGIT2);
        asks(1, Map.of("sarcasm", "sarcastic"));
        open(12);
        press(KeyCode.RIGHT);
        for (int id = 2; id <= 12; id++) {
            both(id);
        }
        asks(1, Map.of("sarcasm", "sarcastic"));
        open(1);
        Fx.bothThemes(tour.scene(), "half-answered");
        press(KeyCode.RIGHT);
        asks(2, Map.of());
        press(KeyCode.LEFT);
        asks(1, Map.of("sarcasm", "sarcastic"));
        press(KeyCode.P);
        Fx.until(() -> tour.desk().annotate().state().get() instanceof State.Done(int total) && total == 12);
        open(0);
        assertThat(tour.project().annotations().labelsByAnnotator(1))
                .isEqualTo(Map.of(ME, Map.of("sarcasm", "sarcastic", "sentiment", "positive")));
    }

    private void ben(long example, Map<String, String> labels) {
        tour.project().annotations().save(new Answer(example, labels, "Ben", null, Duration.ZERO));
        Fx.run(() -> tour.desk().annotate().load());
    }

    @Test
    void whatSomeoneElseLeftIsDoneByTheOtherHalfAloneWhereOneAnswerIsEnough() {
        ben(1, Map.of("sarcasm", "sarcastic"));
        asks(1, Map.of("sarcasm", "sarcastic"));
        press(KeyCode.P);
        asks(2, Map.of());
        open(11);
        press(KeyCode.LEFT);
        asks(1, Map.of());
        assertThat(tour.project().annotations().labelsByAnnotator(1).get(ME)).isEqualTo(Map.of("sentiment",
                "positive"));
    }

    @Test
    void whereMoreAnswersAreWantedLaterEarlierPairsComeInTheQueuesOrder() {
        for (long id = 1; id <= 3; id++) {
            ben(id, Map.of("sarcasm", "sarcastic", "sentiment", "neutral"));
        }
        Fx.run(() -> tour.desk().annotate().open(4));
        both(4);
        asks(5, Map.of());
        tour.idle();
        Fx.run(() -> tour.desk().workbench().queues().settings(new QueueSettings(2, 0)));
        for (int id = 1; id <= 3; id++) {
            both(id);
        }
        both(5);
        asks(6, Map.of());
    }

    @Test
    void whereTwoAreWantedEachAnswersAllOfIt() {
        new QueueSettings(2, 0).save(tour.project());
        Fx.run(() -> tour.desk().workbench().queues().settings(new QueueSettings(2, 0)));
        Fx.until(() -> tour.desk().context().queue().get().queue().open().equals(new Queue.Open.Until(2)));
        tour.project().annotations().save(new Answer(1, Map.of("sarcasm", "sarcastic"), "Ada", null, Duration.ZERO));
        ben(1, Map.of("sarcasm", "sarcastic"));
        both(1);
        asks(2, Map.of());
        Fx.run(() -> tour.desk().context().annotator().set("Ada"));
        // She and one other have answered the sentiment of none: hers is still wanted.
        asks(1, Map.of("sarcasm", "sarcastic"));
        press(KeyCode.P);
        asks(2, Map.of());
        open(11);
    }

    private Scene queues(QueueKind kind) {
        PeopleTour.press(tour.scene(), KeyCode.L, "l", true);
        var dialog = tour.dialog("#queue-list");
        ListView<QueueViewModel.Entry> list = PeopleTour.in(dialog, "#queue-list");
        Fx.until(() -> list.getItems().size() == QueueKind.values().length);
        for (int i = 0; i < QueueKind.values().length
                && list.getSelectionModel().getSelectedItem().kind() != kind; i++) {
            PeopleTour.press(dialog, KeyCode.DOWN);
        }
        return dialog;
    }

    /// By keyboard.
    private static void tick(Scene dialog, CheckBox box) {
        for (int i = 0; i < 20 && !Fx.call(box::isFocused); i++) {
            PeopleTour.press(dialog, KeyCode.TAB);
        }
        PeopleTour.press(dialog, KeyCode.SPACE);
        Fx.run(() -> KeyEvent.fireEvent(box,
                new KeyEvent(KeyEvent.KEY_RELEASED, " ", " ", KeyCode.SPACE, false, false, false, false)));
    }

    @Test
    void aQueueAsksSomeTasksAloneIfItIsToldSo() {
        long sarcasm = tour.project().tasks().names().firstEntry().getKey();
        long sentiment = tour.project().tasks().names().lastEntry().getKey();
        tour.project().annotations().save(new Answer(2, Map.of("sentiment", "neutral"), ME, null, Duration.ZERO));
        var dialog = queues(QueueKind.DATASET);
        CheckBox box = PeopleTour.in(dialog, "#queue-task-" + sarcasm);
        assertThat(box.isSelected()).isTrue();
        tick(dialog, box);
        Fx.until(() -> QueueSettings.tasks(tour.project(), QueueKind.DATASET).equals(Set.of(sentiment)));
        open(11);
        CheckBox other = PeopleTour.in(dialog, "#queue-task-" + sentiment);
        Fx.until(other::isDisabled);
        Fx.bothThemes(dialog, "queues-tasks");
        PeopleTour.press(dialog, KeyCode.ESCAPE);
        Fx.until(() -> !tour.isOpen("#queue-list"));
        asks(1, Map.of());
        Label alone = PeopleTour.in(tour.scene(), "#queue-alone");
        assertThat(alone.isVisible()).isTrue();
        assertThat(alone.getText()).isEqualTo("Asks only: Sentiment");
        Fx.bothThemes(tour.scene(), "queues-tasks-annotate");
        // What is not asked can be answered all the same, before and afterwards.
        press(KeyCode.DIGIT1);
        asks(1, Map.of("sarcasm", "not sarcastic"));
        open(11);
        press(KeyCode.N);
        asks(3, Map.of());
        press(KeyCode.U);
        asks(4, Map.of());
        open(9);
        assertThat(tour.project().annotations().labelsByAnnotator(3).get(ME)).isEqualTo(Map.of("sentiment",
                "neutral"));
        var again = queues(QueueKind.RANDOM);
        CheckBox random = PeopleTour.in(again, "#queue-task-" + sarcasm);
        assertThat(random.isSelected()).isTrue();
        PeopleTour.press(again, KeyCode.UP);
        Fx.until(() -> !random.isSelected());
        tick(again, random);
        Fx.until(() -> QueueSettings.tasks(tour.project(), QueueKind.DATASET).isEmpty());
        Fx.until(() -> !alone.isVisible());
        open(11);
    }

    @Test
    void whereThereIsOneTaskNoneIsChosen() {
        assertThat(tour.project().tasks().change(new TaskChange.RetireTask("sentiment")))
                .isInstanceOf(Changed.Done.class);
        assertThat(queues(QueueKind.DATASET).lookup("#queue-tasks").isVisible()).isFalse();
    }
}
