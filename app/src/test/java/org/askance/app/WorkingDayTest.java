package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.askance.app.annotate.AnnotateViewModel.State;
import org.askance.storage.annotation.EventKind;
import org.askance.storage.annotation.Marks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A day's work by keys alone, in a real window over a real project: fifty pairs labelled, some of it taken back and
/// brought back, a flag, a comment, someone else's turn, a dispute decided, the window closed in the midst and opened
/// again.
class WorkingDayTest {

    private static final String ME = System.getProperty("user.name", "me");
    private static final int PAIRS = 60;
    private static final int LABELLED = 50;
    private static final List<String> SENTIMENTS = List.of("positive", "negative", "neutral");
    private static final List<KeyCode> SENTIMENT_KEYS = List.of(KeyCode.P, KeyCode.N, KeyCode.U);

    @TempDir
    private Path folder;

    private PeopleTour tour;

    /// One keypress that answered one task.
    private record Given(long example, String task, String label) {}

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, PAIRS);
        atPair(1);
    }

    @AfterEach
    void end() {
        tour.close();
    }

    private void press(KeyCode code) {
        PeopleTour.press(tour.scene(), code);
    }

    private static void type(Scene scene, String text) {
        Fx.run(() -> text.chars().forEach(letter -> KeyEvent.fireEvent(Objects.requireNonNull(scene.getFocusOwner()),
                new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(letter), "", KeyCode.UNDEFINED, false, false, false,
                        false))));
    }

    private State.@Nullable Asking asking() {
        return tour.desk().annotate().state().get() instanceof State.Asking asking ? asking : null;
    }

    private void atPair(long id) {
        Fx.until(() -> asking() != null && asking().row().example().id() == id);
    }

    private String annotator() {
        return tour.desk().context().annotator().get();
    }

    private Map<String, String> answers(long id, String who) {
        return tour.project().annotations().labelsByAnnotator(id).getOrDefault(who, Map.of());
    }

    /// Answers pair `id`, which is asked, with two keys.
    private List<Given> label(long id, int turn) {
        boolean sarcastic = turn % 2 == 0;
        atPair(id);
        press(sarcastic ? KeyCode.DIGIT2 : KeyCode.DIGIT1);
        press(SENTIMENT_KEYS.get(turn % 3));
        return List.of(new Given(id, "sarcasm", sarcastic ? "sarcastic" : "not sarcastic"),
                new Given(id, "sentiment", SENTIMENTS.get(turn % 3)));
    }

    private void holds(Deque<Given> given, String who) {
        var wanted = new HashMap<Long, Map<String, String>>();
        given.forEach(one -> wanted.computeIfAbsent(one.example, _ -> new HashMap<>()).put(one.task, one.label));
        for (long id = 1; id <= PAIRS; id++) {
            assertThat(answers(id, who)).as("pair %d", id).isEqualTo(wanted.getOrDefault(id, Map.of()));
        }
    }

    @Test
    void oneDayByKeysAlone() {
        askTwoAnnotators();
        var given = new ArrayDeque<Given>();
        for (int i = 1; i <= LABELLED; i++) {
            given.addAll(label(i, i));
        }
        atPair(LABELLED + 1);
        holds(given, ME);

        var taken = new ArrayDeque<Given>();
        for (int i = 0; i < 5; i++) {
            taken.push(given.removeLast());
            press(KeyCode.BACK_SPACE);
            atPair(taken.element().example);
            Fx.until(() -> !answers(taken.element().example, ME).containsKey(taken.element().task));
        }
        holds(given, ME);
        for (int i = 0; i < 2; i++) {
            var back = taken.pop();
            PeopleTour.press(tour.scene(), KeyCode.BACK_SPACE, "", true, false);
            Fx.until(() -> answers(back.example, ME).containsKey(back.task));
            given.addLast(back);
            Fx.until(() -> asking() != null);
        }
        holds(given, ME);

        long here = given.getLast().example;
        atPair(here);
        press(KeyCode.F);
        Fx.until(() -> asking() != null && asking().marks().flag() != null);
        press(KeyCode.C);
        // A keyboard tells of the letter after the key.
        type(tour.scene(), "c");
        type(tour.scene(), "Ironic, or does he mean it?");
        press(KeyCode.ENTER);
        Fx.until(() -> asking() != null && !asking().marks().comments().isEmpty());
        assertThat(tour.project().annotations().marks(here, ME)).isEqualTo(new Marks(new Marks.Flag(ME, null),
                List.of(new Marks.Comment(ME, "Ironic, or does he mean it?")), false));
        Fx.bothThemes(tour.scene(), "day-flagged");

        someoneElse("Zoë");
        var hers = new ArrayDeque<Given>();
        for (int i = 1; i <= 6; i++) {
            hers.addAll(label(i, i + 1));
        }
        atPair(7);
        holds(given, ME);
        holds(hers, "Zoë");

        // Six pairs with a dispute in both tasks each; two are decided.
        PeopleTour.press(tour.scene(), KeyCode.DIGIT5, "5", true);
        Fx.until(() -> dispute().equals("Dispute 1 of 6"));
        decide(KeyCode.DIGIT2, "Dispute 1 of 6", 1);
        decide(KeyCode.P, "Dispute 1 of 6", 2);
        decide(KeyCode.DIGIT1, "Dispute 2 of 6", 3);
        decide(KeyCode.N, "Dispute 2 of 6", 4);
        assertThat(tour.project().agreement().disputes()).containsExactly(3, 4, 5, 6);

        PeopleTour.press(tour.scene(), KeyCode.DIGIT1, "1", true);
        atPair(7);
        // Closed between the two keys of a pair, without waiting for the first to be saved.
        Fx.run(() -> PeopleTour.fire(tour.scene(), KeyCode.DIGIT2, "2", false, false));
        hers.addLast(new Given(7, "sarcasm", "sarcastic"));
        tour.close();

        tour = new PeopleTour(folder, PAIRS);
        assertThat(annotator()).isEqualTo("Zoë");
        atPair(7);
        assertThat(Objects.requireNonNull(asking()).row().answered()).containsEntry("sarcasm", "sarcastic");
        holds(hers, "Zoë");
        holds(given, ME);
        assertThat(tour.project().agreement().disputes()).containsExactly(3, 4, 5, 6, 7);
        press(KeyCode.P);
        atPair(8);
        press(KeyCode.BACK_SPACE);
        press(KeyCode.BACK_SPACE);
        Fx.until(() -> answers(7, "Zoë").isEmpty());
    }

    private void askTwoAnnotators() {
        PeopleTour.press(tour.scene(), KeyCode.L, "l", true);
        var dialog = tour.dialog("#queue-overlap");
        Spinner<Integer> overlap = PeopleTour.in(dialog, "#queue-overlap");
        for (int i = 0; i < 20 && !Fx.call(() -> isWithin(dialog.getFocusOwner(), overlap)); i++) {
            PeopleTour.press(dialog, KeyCode.TAB);
        }
        PeopleTour.press(dialog, KeyCode.UP);
        Fx.until(() -> overlap.getValue() == 2);
        PeopleTour.press(dialog, KeyCode.ESCAPE);
        Fx.until(() -> !tour.isOpen("#queue-overlap"));
        // The queue is asked anew, and what is typed before it is there is dropped.
        tour.idle();
        atPair(1);
    }

    private static boolean isWithin(@Nullable Node node, Node parent) {
        return node != null && (node.equals(parent) || isWithin(node.getParent(), parent));
    }

    private void someoneElse(String name) {
        PeopleTour.press(tour.scene(), KeyCode.U, "u", true);
        var popup = tour.dialog(".context-menu");
        MenuButton menu = PeopleTour.in(tour.scene(), "#menu-people");
        Fx.until(() -> menu.getItems().size() > 3);
        PeopleTour.press(popup, KeyCode.DOWN);
        PeopleTour.press(popup, KeyCode.DOWN);
        PeopleTour.press(popup, KeyCode.ENTER);
        var dialog = tour.dialog("#people-name");
        type(dialog, name);
        PeopleTour.press(dialog, KeyCode.ENTER);
        Fx.until(() -> annotator().equals(name));
        atPair(1);
    }

    private String dispute() {
        return tour.scene().lookup("#adjudicate-position") instanceof Label label ? label.getText() : "";
    }

    /// One deciding answer of one task.
    private void decide(KeyCode key, String at, int soMany) {
        Fx.until(() -> dispute().equals(at));
        press(key);
        Fx.until(() -> tour.project().annotations().history("Zoë", Long.MAX_VALUE, 50).stream()
                .filter(event -> event.kind() == EventKind.ANSWER && event.circumstances().deciding())
                .count() == soMany);
    }
}
