package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.LabelColours;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.storage.annotation.KeptTask;
import org.askance.storage.annotation.TaskChange;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.askance.storage.annotation.TaskEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks and labels edited in a real window, by keyboard.
class LabelsWindowTest {

    @TempDir
    private Path folder;

    private PeopleTour tour;

    @BeforeEach
    void start() {
        tour = new PeopleTour(folder, 6);
    }

    @AfterEach
    void end() {
        tour.close();
    }

    private Scene open() {
        PeopleTour.press(tour.scene(), KeyCode.L, "l", false);
        var dialog = tour.dialog(".labels.dialog-pane");
        Fx.until(() -> dialog.lookup("#labels-name-0") != null);
        return dialog;
    }

    private List<String> labels(String task) {
        return tour.project().tasks().list().stream().filter(one -> one.name().equals(task)).findFirst().orElseThrow()
                .labelNames();
    }

    /// What the keyboard does in a field: typed over what is selected, then Enter.
    private static void write(Scene dialog, String field, String text) {
        Fx.run(() -> {
            TextInputControl input = PeopleTour.in(dialog, field);
            input.requestFocus();
            input.selectAll();
            input.replaceSelection(text);
        });
        PeopleTour.press(dialog, KeyCode.ENTER);
    }

    private static void type(Scene dialog, String field, String key) {
        Fx.run(() -> {
            Node input = PeopleTour.in(dialog, field);
            input.requestFocus();
            KeyEvent.fireEvent(input, new KeyEvent(KeyEvent.KEY_TYPED, key, "", KeyCode.UNDEFINED, false, false, false,
                    false));
        });
    }

    private static void fire(Scene dialog, String button) {
        Fx.run(() -> {
            Button found = PeopleTour.in(dialog, button);
            found.requestFocus();
            found.fire();
        });
    }

    private static String text(Scene dialog, String of) {
        return Fx.call(() -> {
            var node = dialog.lookup(of);
            return switch (node) {
                case Labeled label -> Objects.requireNonNullElse(label.getText(), "");
                case TextInputControl input -> input.getText();
                case null, default -> "";
            };
        });
    }

    private void selectSentiment() {
        Fx.run(() -> tour.desk().workbench().labels().select("sentiment"));
        Fx.frames();
    }

    @Test
    void theListOfTasksHasTheKeysWhenItOpens() {
        var dialog = open();
        Fx.until(() -> dialog.lookup("#labels-tasks").isFocused());
        PeopleTour.press(dialog, KeyCode.DOWN);
        Fx.until(() -> ((TextInputControl) PeopleTour.in(dialog, "#labels-name-0")).getText().equals("positive"));
    }

    @Test
    void labelsAreRenamedKeyedColouredAndOrderedByKeyboardAndTakenBack() {
        var dialog = open();
        assertThat(text(dialog, "#labels-task-name")).isEqualTo("sarcasm");
        assertThat(OneWindow.text(dialog.getRoot())).contains("shown as Sarcasm");
        Fx.bothThemes(dialog, "labels");
        Fx.run(() -> PeopleTour.in(dialog, "#labels-key-1").requestFocus());
        Fx.frames();
        assertThat(Fx.call(() -> dialog.getRoot().lookupAll(".labels-line .about").stream().filter(Node::isVisible)
                .filter(Labeled.class::isInstance).map(node -> ((Labeled) node).getText()).toList()))
                .contains("Press the key that is to answer “sarcastic”.")
                .doesNotContain("Press the key that is to answer “not sarcastic”.");
        Fx.bothThemes(dialog, "labels-waits");

        write(dialog, "#labels-name-1", "ironic");
        Fx.until(() -> labels("sarcasm").contains("ironic"));
        // The very labels that are answered change too.
        Fx.until(() -> tour.desk().annotate().tasks().get().getFirst().labelNames().contains("ironic"));

        type(dialog, "#labels-key-1", "x");
        Fx.until(() -> tour.project().tasks().list().getFirst().labels().get(1).key().equals("X"));
        type(dialog, "#labels-key-1", "p");
        Fx.until(() -> text(dialog, "#labels-refusal")
                .equals("The key P is that of “positive” (Sentiment). I is free."));
        type(dialog, "#labels-key-1", "s");
        Fx.until(() -> text(dialog, "#labels-refusal")
                .equals("The key S does something already: “Put the pair off”. I is free."));
        Fx.bothThemes(dialog, "labels-refused");
        type(dialog, "#labels-key-1", "?");
        Fx.until(() -> text(dialog, "#labels-refusal").startsWith("? cannot be"));

        Fx.run(() -> PeopleTour.<MenuButton>in(dialog, "#labels-colour-1").getItems().get(4).fire());
        Fx.until(() -> LabelColours.PALETTE.get(4).equals(tour.project().tasks().list().getFirst().labels().get(1)
                .colour()));
        fire(dialog, "#labels-up-1");
        Fx.until(() -> labels("sarcasm").equals(List.of("ironic", "not sarcastic")));
        Fx.until(() -> text(dialog, "#labels-undo").equals("Undo: Labels of Sarcasm in another order"));

        for (int i = 0; i < 4; i++) {
            int left = 3 - i;
            PeopleTour.press(dialog, KeyCode.Z, "z", true);
            Fx.until(() -> tour.project().tasks().edits(99).stream().filter(edit -> edit.target() == null
                    && edit.counts()).count() == left);
            Fx.frames();
        }
        assertThat(labels("sarcasm")).containsExactly("not sarcastic", "sarcastic");
        PeopleTour.press(dialog, KeyCode.Y, "y", true);
        Fx.until(() -> labels("sarcasm").contains("ironic"));
        assertThat(tour.project().tasks().edits(99)).extracting(TaskEdit::annotator)
                .containsOnly(tour.desk().context().annotator().get());
    }

    /// The list's own Escape takes the dialog away while the key is still on its way.
    @Test
    void escapeInTheListOfTasksClosesTheDialogAndNothingElse() {
        var dialog = open();
        Fx.run(() -> PeopleTour.in(dialog, "#labels-tasks").requestFocus());
        PeopleTour.press(dialog, KeyCode.ESCAPE, "", false);
        Fx.until(() -> !tour.isOpen(".labels.dialog-pane"));
        assertThat(Fx.call(() -> PeopleTour.in(tour.scene(), "#status-errors").isVisible())).isFalse();
    }

    @Test
    void tasksAndLabelsAreAddedAndWhatTheNetworkDoesNotKnowIsSaid() {
        var dialog = open();
        Fx.run(() -> PeopleTour.<MenuButton>in(dialog, "#labels-task-add").getItems().getLast().fire());
        Fx.until(() -> tour.project().tasks().list().size() == 3);
        Fx.until(() -> text(dialog, "#labels-task-name").equals("new task"));
        assertThat(labels("new task")).containsExactly("yes", "no");
        Fx.until(() -> PeopleTour.<TextInputControl>in(dialog, "#labels-task-name").getSelectedText()
                .equals("new task"));
        assertThat(Fx.call(() -> dialog.getFocusOwner().getId())).isEqualTo("labels-task-name");
        write(dialog, "#labels-task-name", "humour");
        Fx.until(() -> tour.project().tasks().list().getLast().name().equals("humour"));
        // Else it would be a label of the task under its former name.
        Fx.until(() -> tour.desk().workbench().labels().selected().get().equals("humour"));
        fire(dialog, "#labels-add");
        Fx.until(() -> labels("humour").size() == 3);
        // Else the next would be proposed under the same name.
        Fx.until(() -> dialog.getRoot().lookup("#labels-name-2") != null);
        fire(dialog, "#labels-add");
        Fx.until(() -> labels("humour").contains("new label 2"));
        assertThat(tour.project().tasks().list().getLast().labels()).extracting(LabelDefinition::key)
                .doesNotHaveDuplicates()
                .doesNotContain("1", "2", "P", "N", "U", "S", "F", "C", "E", "R", "K", "L", "Z");
        Fx.until(() -> dialog.getRoot().lookupAll(".labels-note").stream().map(OneWindow::text)
                .anyMatch(note -> note.contains("“Postcards” does not know: yes, no, new label, new label 2")));
        Fx.bothThemes(dialog, "labels-own-task");
        Fx.run(() -> PeopleTour.<MenuButton>in(dialog, "#labels-task-add").getItems().getFirst().fire());
        Fx.until(() -> text(dialog, "#labels-refusal").contains("Sarcasm"));
        fire(dialog, "#labels-task-up");
        Fx.until(() -> tour.project().tasks().list().get(1).name().equals("humour"));
        // A task that the network does not know is answered like any other.
        Fx.run(() -> tour.desk().annotate().answer("humour", "yes"));
        Fx.until(() -> tour.project().annotations().answeredCount() == 1);
        Fx.frames();
        Fx.bothThemes(tour.scene(), "labels-annotate");
        // Nor does scoring stumble over it, nor what shows predictions.
        Fx.run(() -> tour.desk().projects().score());
        tour.idle();
        assertThat(Objects.requireNonNull(tour.project().examples().row(1)).predicted()).containsKey("sarcasm")
                .doesNotContainKey("humour");
        Fx.run(() -> tour.desk().window().show(Place.BROWSE));
        Fx.frames();
        Fx.bothThemes(tour.scene(), "labels-browse");
        Fx.run(() -> tour.desk().window().show(Place.MAP));
        tour.idle();
        Fx.bothThemes(tour.scene(), "labels-map");
    }

    @Test
    void deletingAsksAndMergesOrRetiresWhatIsInUse() {
        tour.project().annotations().save(new org.askance.storage.annotation.Answer(1, Map.of("sentiment", "neutral"),
                "ada", null, java.time.Duration.ZERO));
        var dialog = open();
        selectSentiment();
        fire(dialog, "#labels-remove-2");
        var asking = tour.dialog(".labels-removal");
        Fx.bothThemes(asking, "labels-held");
        assertThat(OneWindow.text(asking.getRoot())).contains("“neutral” is in use: 1 answer, no given labels",
                "no gold pairs");
        fire(asking, "#labels-merge");
        Fx.until(() -> labels("sentiment").equals(List.of("positive", "negative")));
        Fx.until(() -> dialog.lookup("#labels-restore-0") != null);
        Fx.bothThemes(dialog, "labels-merged");
        fire(dialog, "#labels-remove-0");
        var again = tour.dialog(".labels-removal");
        fire(again, "#labels-retire");
        Fx.until(() -> text(dialog, "#labels-refusal").contains("at least two labels"));
        fire(dialog, "#labels-restore-0");
        Fx.until(() -> labels("sentiment").contains("neutral"));
        fire(dialog, "#labels-add");
        Fx.until(() -> labels("sentiment").contains("new label"));
        Fx.until(() -> dialog.lookup("#labels-remove-3") != null);
        fire(dialog, "#labels-remove-3");
        var unused = tour.dialog("#labels-delete");
        Fx.bothThemes(unused, "labels-unused");
        fire(unused, "#labels-delete");
        Fx.until(() -> tour.project().tasks().kept().get(1).labels().stream().map(KeptTask.KeptLabel::name)
                .noneMatch("new label"::equals));
    }

    @Test
    void anyColourMayBeTakenAndWhatLooksAlikeIsSaid() {
        var dialog = open();
        Fx.run(() -> PeopleTour.<MenuButton>in(dialog, "#labels-colour-0").getItems().getLast().fire());
        var other = tour.dialog("#labels-colour-text");
        Fx.run(() -> PeopleTour.<TextInputControl>in(other, "#labels-colour-text").setText("#12"));
        assertThat(Fx.call(() -> PeopleTour.<Button>in(other, "#labels-colour-take").isDisabled())).isTrue();
        Fx.run(() -> PeopleTour.<TextInputControl>in(other, "#labels-colour-text").setText("#dd7700"));
        assertThat(text(other, "#labels-colour-warnings")).contains("look alike to everyone");
        Fx.bothThemes(other, "labels-other-colour");
        fire(other, "#labels-colour-take");
        Fx.until(() -> "#dd7700".equals(tour.project().tasks().list().getFirst().labels().getFirst().colour()));
        Fx.until(() -> dialog.lookup(".labels-task .labels-note.warns") != null);
        Fx.bothThemes(dialog, "labels-alike");
    }

    @Test
    void strangeNamesAreShownCalmlyInEverySizeAndContrast() {
        var names = List.of("🎭🤡 clown", "سخرية لاذعة جدا", "Donaudampfschifffahrtsgesellschaft ".repeat(5).strip(),
                "a_b", "日本語");
        for (int i = 0; i < names.size(); i++) {
            tour.project().tasks().edit("someone with quite a long name", List.of(new TaskChange.AddLabel("sarcasm",
                    new LabelDefinition(names.get(i), String.valueOf(i + 3)))));
        }
        tour.project().tasks().edit("ada", List.of(new TaskChange.RenameTask("sentiment", names.get(2))));
        var dialog = open();
        Fx.bothThemes(dialog, "labels-strange");
        write(dialog, "#labels-name-0", "  ");
        Fx.until(() -> text(dialog, "#labels-refusal").equals("A label needs a name."));
        write(dialog, "#labels-name-0", "Sarcastic");
        Fx.until(() -> text(dialog, "#labels-refusal")
                .equals("Sarcasm has a label “sarcastic” already. Choose another name."));
        PeopleTour.press(dialog, KeyCode.ESCAPE, "", false);
        assertThat(text(dialog, "#labels-name-0")).isEqualTo("not sarcastic");
        for (var looks : List.of(Looks.of(Appearance.LIGHT).withHighContrast(true),
                Looks.of(Appearance.DARK).withHighContrast(true),
                Looks.of(Appearance.LIGHT).with(Looks.TextSize.LARGER))) {
            Fx.run(looks::apply);
            Fx.snapshot(dialog, "labels-strange-" + looks.appearance().key() + "-" + looks.highContrast() + "-"
                    + looks.textSize().percent());
            Fx.snapshot(tour.scene(), "labels-annotate-" + looks.appearance().key() + "-" + looks.highContrast() + "-"
                    + looks.textSize().percent());
        }
        Fx.run(() -> Looks.of(Appearance.LIGHT).apply());
    }

    @Test
    void aProjectThatCanOnlyBeReadIsShownWithTheReasonAndWithoutOneTheDialogSaysSo() {
        var dialog = open();
        Fx.run(() -> tour.desk().context().open(null));
        Fx.run(() -> tour.desk().workbench().labels().load());
        Fx.until(() -> dialog.lookup(".message") != null);
        Fx.bothThemes(dialog, "labels-no-project");
        try (var other = new PeopleTour(folder, 6)) {
            assertThat(other.project().isReadOnly()).isTrue();
            PeopleTour.press(other.scene(), KeyCode.L, "l", false);
            Fx.until(() -> javafx.stage.Window.getWindows().stream().map(javafx.stage.Window::getScene)
                    .anyMatch(
                            scene -> scene.lookup("#labels-read-only") instanceof Labeled label
                                    && !label.getText().isEmpty()));
            var shown = Fx.call(() -> javafx.stage.Window.getWindows().stream().map(javafx.stage.Window::getScene)
                    .filter(scene -> scene.lookup("#labels-read-only") instanceof Labeled label
                            && !label.getText().isEmpty())
                    .findFirst().orElseThrow());
            Fx.until(() -> shown.lookup("#labels-name-0") != null);
            Fx.frames();
            assertThat(text(shown, "#labels-read-only")).contains("is open elsewhere");
            for (String field : List.of("#labels-name-0", "#labels-key-0", "#labels-colour-0", "#labels-add",
                    "#labels-task-add", "#labels-task-down", "#labels-task-name", "#labels-task-retire",
                    "#labels-undo")) {
                assertThat(Fx.call(() -> PeopleTour.<Node>in(shown, field).isDisabled())).as(field).isTrue();
            }
            Fx.bothThemes(shown, "labels-read-only");
        }
    }

    @Test
    void germanFitsAndTheHistorySaysWhoDidWhat() {
        tour.project().tasks().edit("Ada Lovelace", List.of(new TaskChange.ChangeLabel("sarcasm", "sarcastic",
                new LabelDefinition("ironisch", "2"))));
        tour.project().tasks().edit("Ada Lovelace", List.of(new TaskChange.RetireTask("sentiment")));
        tour.project().tasks().undo("bob");
        tour.project().tasks().edit("bob", List.of(new TaskChange.AddLabel("sentiment",
                new LabelDefinition("gemischt", "M", "#3ca577"))));
        tour.project().tasks().edit("bob", List.of(new TaskChange.RetireLabel("sentiment", "neutral")));
        var german = org.askance.app.text.Strings.in(org.askance.app.text.Language.GERMAN);
        var stage = (javafx.stage.Stage) tour.scene().getWindow();
        Fx.run(() -> {
            var model = new org.askance.app.labels.LabelsViewModel(tour.desk().context(), tour.desk().jobs(), german,
                    _ -> java.util.Optional.empty());
            new org.askance.app.labels.LabelsDialog(stage, model, german).show("sentiment");
        });
        var dialog = tour.dialog("#labels-name-2");
        Fx.run(() -> PeopleTour.<MenuButton>in(dialog, "#labels-history").show());
        Fx.frames();
        Fx.bothThemes(dialog, "labels-german");
        var popup = Fx.call(() -> javafx.stage.Window.getWindows().stream()
                .filter(window -> window.getScene().lookup(".labels-history") != null
                        && window instanceof javafx.stage.PopupWindow)
                .findFirst().orElseThrow().getScene());
        Fx.snapshot(popup, "labels-german-history");
        assertThat(Fx.call(() -> popup.getRoot().lookupAll(".list-cell .label").stream().map(OneWindow::text)
                .collect(java.util.stream.Collectors.joining("|")))).contains("„neutral“ stillgelegt", "bob, ");
        Fx.run(() -> PeopleTour.<MenuButton>in(dialog, "#labels-history").hide());
        Fx.run(Looks.of(Appearance.LIGHT).with(Looks.TextSize.LARGER)::apply);
        Fx.snapshot(dialog, "labels-german-150");
        fire(dialog, "#labels-remove-0");
        Fx.snapshot(tour.dialog(".labels-removal"), "labels-german-held-150");
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    @Test
    void whatCannotBeReadSaysSoAndCanBeTriedAgain() {
        var dialog = open();
        tour.project().close();
        Fx.run(() -> tour.desk().workbench().labels().load());
        Fx.until(() -> dialog.lookup("#labels-retry") != null);
        Fx.bothThemes(dialog, "labels-error");
    }
}
