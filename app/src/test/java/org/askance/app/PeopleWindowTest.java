package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.people.ProfilesViewModel;
import org.askance.app.ui.Place;
import org.askance.app.work.QueueKind;
import org.askance.app.work.QueueRequest;
import org.askance.app.work.QueueSettings;
import org.askance.storage.annotation.Answer;
import org.askance.storage.annotation.Circumstances;
import org.askance.storage.annotation.Event;
import org.askance.storage.annotation.EventKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several annotators in a real window: switched, compared, settled by keyboard.
class PeopleWindowTest {

    private static final String LONG = "Wolfeschlegelsteinhausenbergerdorff 🌧️ of the second reading room";

    private static final String ME = System.getProperty("user.name", "me");

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

    private void answer(long example, String annotator, String sarcasm, String sentiment) {
        tour.project().annotations().save(new Answer(example, Map.of("sarcasm", sarcasm, "sentiment", sentiment),
                annotator, null, Duration.ofSeconds(2)));
    }

    private void disagree() {
        for (long id = 1; id <= 8; id++) {
            answer(id, "Ada", id % 2 == 0 ? "sarcastic" : "not sarcastic", "negative");
            answer(id, LONG, id % 3 == 0 ? "sarcastic" : "not sarcastic", "negative");
        }
        answer(1, "Cy", "not sarcastic", "negative");
        tour.project().annotations().comment(2, "She means it 😂, I think. " + "Really. ".repeat(30), "Ada");
        Fx.run(() -> tour.desk().context().answersChanged());
    }

    private MenuButton menu() {
        return PeopleTour.in(tour.scene(), "#menu-people");
    }

    @Test
    void annotatorsAreAddedSwitchedAndRenamed() {
        var profiles = tour.desk().workbench().profiles();
        Fx.run(() -> profiles.add("Ada", new Ended()));
        Fx.until(() -> shown().equals("Ada"));
        Fx.run(() -> profiles.add(LONG, new Ended()));
        Fx.until(() -> shown().equals(LONG) && names().equals(List.of(ME, "Ada", LONG)));
        Fx.run(() -> tour.desk().workbench().queues().choose(new QueueRequest(QueueKind.MY_SKIPPED, "")));
        Fx.until(() -> tour.desk().context().queue().get().key().equals("my-skipped"));
        var refused = new Ended();
        Fx.run(() -> profiles.rename("ADA", refused));
        Fx.until(() -> refused.taken);
        Fx.bothThemes(tour.scene(), "people-long");
        Fx.run(() -> ((RadioMenuItem) menu().getItems().get(1)).fire());
        Fx.until(() -> shown().equals("Ada"));
        Fx.run(() -> profiles.rename("Ada Lovelace", new Ended()));
        Fx.until(() -> names().contains("Ada Lovelace"));
        tour.idle();
        assertThat(tour.desk().context().queue().get().key()).isEqualTo("dataset");
        assertThat(QueueSettings.last(tour.project(), LONG)).isEqualTo("my-skipped");
        Fx.until(() -> tour.desk().annotate().state().get() instanceof AnnotateViewModel.State.Asking);
        assertThat(tour.project().annotators().list()).containsExactly(ME, "Ada Lovelace", LONG);
        Fx.run(() -> tour.desk().annotate().answer("sarcasm", "sarcastic"));
        Fx.until(() -> tour.project().annotations().answeredCount() == 1);
        assertThat(tour.project().annotations().labelsByAnnotator(1)).containsOnlyKeys("Ada Lovelace");
    }

    @Test
    void theMenuAndItsDialogAreUsedByKeyboard() {
        PeopleTour.press(tour.scene(), KeyCode.U, "u", true);
        var popup = tour.dialog(".context-menu");
        Fx.until(() -> names().equals(List.of(ME)));
        Fx.bothThemes(popup, "people-menu");
        PeopleTour.press(popup, KeyCode.DOWN);
        PeopleTour.press(popup, KeyCode.DOWN);
        PeopleTour.press(popup, KeyCode.ENTER);
        var dialog = tour.dialog("#people-name");
        TextField name = PeopleTour.in(dialog, "#people-name");
        Button add = PeopleTour.in(dialog, "#people-ok");
        assertThat(add.isDisabled()).isTrue();
        Fx.run(() -> {
            name.setText(ME.toUpperCase(java.util.Locale.ROOT));
            add.fire();
        });
        Fx.until(() -> dialog.lookup(".trouble").isVisible());
        Fx.bothThemes(dialog, "people-taken");
        Fx.run(() -> name.setText("Zoë"));
        PeopleTour.press(dialog, KeyCode.ENTER);
        Fx.until(() -> !tour.isOpen("#people-name") && shown().equals("Zoë"));
        assertThat(tour.project().annotators().list()).containsExactly(ME, "Zoë");
    }

    private static final class Ended implements ProfilesViewModel.Ending {
        private boolean taken;

        @Override
        public void done() {}

        @Override
        public void taken() {
            taken = true;
        }
    }

    /// Who annotates, as the header says.
    private String shown() {
        return String.valueOf(menu().getGraphic().lookup(".emoji-line").getAccessibleText());
    }

    private List<String> names() {
        return menu().getItems().stream().filter(RadioMenuItem.class::isInstance)
                .map(item -> (String) item.getUserData()).toList();
    }

    @Test
    void agreementFollowsWhatIsAnswered() {
        Fx.run(() -> menu().getItems().getLast().fire());
        var dialog = tour.dialog(".agreement");
        Fx.until(() -> dialog.lookup(".message") != null);
        Fx.bothThemes(dialog, "agreement-none");
        disagree();
        Fx.until(() -> dialog.lookup(".agreement-figure") != null);
        // By hand: of eight pairs 1, 5, 6 and 7 agree; pair 1 has three answers, all alike.
        assertThat(Fx.call(() -> ((Label) dialog.lookup(".agreement-figure")).getText())).isEqualTo("50 %");
        Fx.bothThemes(dialog, "agreement");
    }

    @Test
    void disputesAreSettledByKeyboardAlone() {
        PeopleTour.press(tour.scene(), KeyCode.DIGIT5, "5", true);
        Fx.until(() -> tour.scene().lookup(".adjudicate .message") != null);
        Fx.bothThemes(tour.scene(), "adjudicate-nothing");
        disagree();
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        Fx.until(() -> position().equals("Dispute 1 of 4"));
        Fx.frames();
        Fx.bothThemes(tour.scene(), "adjudicate");
        for (var arrow : List.of(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP)) {
            PeopleTour.press(tour.scene(), arrow);
            assertThat(Fx.call(() -> tour.scene().getFocusOwner().getStyleClass())).contains("adjudicate");
        }
        PeopleTour.press(tour.scene(), KeyCode.DIGIT2, "2", false);
        Fx.until(() -> position().equals("Dispute 2 of 4"));
        assertThat(tour.project().agreement().disputes()).containsExactly(3, 4, 8);
        PeopleTour.press(tour.scene(), KeyCode.BACK_SPACE, "", false);
        Fx.until(() -> position().equals("Dispute 1 of 4"));
        assertThat(tour.project().agreement().disputes()).containsExactly(2, 3, 4, 8);
        for (int i = 1; i <= 4; i++) {
            int at = i;
            Fx.until(() -> position().equals("Dispute " + at + " of 4"));
            PeopleTour.press(tour.scene(), KeyCode.DIGIT1, "1", false);
        }
        Fx.until(() -> tour.scene().lookup(".adjudicate .message") != null);
        assertThat(tour.project().agreement().disputes()).isEmpty();
        assertThat(tour.project().annotations().labelsByAnnotator(2)).containsOnlyKeys("Ada", LONG);
        PeopleTour.press(tour.scene(), KeyCode.Z, "z", true);
        Fx.until(() -> position().equals("Dispute 1 of 1"));
    }

    @Test
    void whatOnlyOneHasAnsweredIsNotCalledAgreement() {
        answer(3, "Ada", "sarcastic", "negative");
        tour.project().annotations().save(new Answer(3, Map.of("sarcasm", "not sarcastic"), LONG, null,
                Duration.ofSeconds(2)));
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        Fx.until(() -> position().equals("Dispute 1 of 1"));
        assertThat(OneWindow.text(PeopleTour.in(tour.scene(), ".adjudicate"))).contains("Only Ada has answered this")
                .doesNotContain("All agree");
    }

    @Test
    void anAnswerThatIsNotSeenIsNotTakenBackWhereDisputesAreDecided() {
        disagree();
        Fx.run(() -> tour.desk().annotate().answer("sarcasm", "sarcastic"));
        Fx.until(() -> tour.project().annotations().labelsByAnnotator(1).containsKey(ME));
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        Fx.until(() -> position().startsWith("Dispute 1 of"));
        PeopleTour.press(tour.scene(), KeyCode.DIGIT2, "2", false);
        Fx.until(() -> position().startsWith("Dispute 2 of"));
        PeopleTour.press(tour.scene(), KeyCode.BACK_SPACE, "", false);
        Fx.until(() -> position().startsWith("Dispute 1 of"));
        PeopleTour.press(tour.scene(), KeyCode.BACK_SPACE, "", false);
        PeopleTour.press(tour.scene(), KeyCode.BACK_SPACE, "", true, false);
        Fx.until(() -> tour.project().annotations().history(ME, Long.MAX_VALUE, 1).getFirst().kind() == EventKind.REDO);
        assertThat(tour.project().annotations().history(ME, Long.MAX_VALUE, 9)).extracting(Event::kind)
                .containsExactly(EventKind.REDO, EventKind.UNDO, EventKind.ANSWER, EventKind.ANSWER);
        assertThat(tour.project().annotations().labelsByAnnotator(1)).containsKey(ME);
    }

    @Test
    void commentsStandBesideAnswersWithOnesOwnAndTheGuidelinesOfThen() {
        answer(3, "Ada", "sarcastic", "negative");
        tour.project().annotations().comment(3, "She means it 😂", "Ada");
        tour.project().guidelines().save("# The old rule");
        tour.project().annotations().save(new Answer(3, Map.of("sarcasm", "not sarcastic", "sentiment", "negative"),
                LONG, Circumstances.NONE.under(1)));
        tour.project().guidelines().save("# The new rule");
        Fx.run(() -> tour.desk().workbench().guidelines().load());
        Fx.until(() -> tour.desk().context().guideline().get() == 2);
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        Fx.until(() -> position().equals("Dispute 1 of 1"));
        PeopleTour.press(tour.scene(), KeyCode.C);
        Fx.until(() -> tour.scene().getFocusOwner() instanceof TextField);
        Fx.run(() -> ((TextField) tour.scene().getFocusOwner()).setText("Irony, I decide so"));
        PeopleTour.press(tour.scene(), KeyCode.ENTER);
        Fx.until(() -> tour.project().annotations().marks(3, ME).comments().size() == 2);
        Fx.until(() -> tour.scene().getRoot().lookupAll(".adjudicate .voice").size() == 3);
        assertThat(tour.project().agreement().disputes()).containsExactly(3);
        List<String> voices = Fx
                .call(() -> tour.scene().getRoot().lookupAll(".adjudicate .voice").stream().map(OneWindow::text)
                        .map(text -> text.replaceAll("\\s+", " ").strip()).toList());
        assertThat(voices).satisfiesExactly(
                ada -> assertThat(ada).contains("Ada", "before the guidelines", "sarcastic", "She means it"),
                other -> assertThat(other).contains("Guidelines 1", "not sarcastic"),
                me -> assertThat(me).contains(ME, "Irony, I decide so"));
        Fx.run(() -> ((Button) tour.scene().lookup(".adjudicate .under")).fire());
        Fx.until(() -> words().contains("The old rule"));
        Fx.bothThemes(tour.scene(), "adjudicate-comments");
        Fx.run(() -> ((Button) tour.scene().lookup(".adjudicate #guidelines-current")).fire());
        assertThat(words()).contains("The new rule");
        PeopleTour.press(tour.scene(), KeyCode.G, "g", true);
        assertThat(Fx.call(() -> tour.scene().lookup(".adjudicate #guidelines") == null)).isTrue();
        assertThat(Fx.call(() -> tour.desk().window().place())).isEqualTo(Place.ADJUDICATE);
        PeopleTour.press(tour.scene(), KeyCode.BACK_SPACE, "", false);
        Fx.until(() -> tour.project().annotations().marks(3, ME).comments().size() == 1);
        assertThat(tour.project().annotations().labelsByAnnotator(3)).containsOnlyKeys("Ada", LONG);
    }

    private String words() {
        return Fx.call(() -> tour.scene().lookup(".adjudicate #guidelines").lookupAll(".words").stream()
                .map(node -> ((Text) node).getText()).collect(Collectors.joining("|")));
    }

    @Test
    void aBrokenPictureAndAnUnreadableProjectAreSaid() throws IOException {
        disagree();
        Files.delete(folder.resolve("p/pictures/1.png"));
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        Fx.until(() -> tour.scene().lookup(".adjudicate .picture .message") != null);
        Fx.bothThemes(tour.scene(), "adjudicate-broken");
        tour.project().close();
        Fx.run(() -> menu().getItems().getLast().fire());
        var dialog = tour.dialog(".agreement");
        Fx.until(() -> dialog.lookup(".message .button") != null);
        Fx.bothThemes(dialog, "agreement-unavailable");
        Fx.run(() -> tour.desk().window().show(Place.BROWSE));
        Fx.run(() -> tour.desk().window().show(Place.ADJUDICATE));
        Fx.until(() -> tour.scene().lookup(".adjudicate > .message .button") != null);
        Fx.bothThemes(tour.scene(), "adjudicate-unavailable");
    }

    private String position() {
        return tour.scene().lookup("#adjudicate-position") instanceof Label label ? label.getText() : "";
    }
}
