package org.askance.app.gold;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// Marks a pair as gold, with its agreed labels and why, or as gold no longer; by keyboard, Enter marks. Its looks live
/// in `gold.css`. FX thread.
public final class GoldDialog {

    private static final double WIDTH = 520;
    private static final double EMOJI_PX = 18;
    private static final int LONGEST = 1000;
    /// No label: the task is not measured.
    private static final String NONE = "";

    private final GoldViewModel model;
    private final Strings strings;
    private final Proposal proposal;
    private final Map<String, ComboBox<String>> choices = new LinkedHashMap<>();
    private final TextField note = new TextField();
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Button mark;

    private GoldDialog(Stage owner, GoldViewModel model, Strings strings, Proposal proposal, Runnable done) {
        this.model = model;
        this.strings = strings;
        this.proposal = proposal;
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("gold.title"));
        var marking = new ButtonType(strings.get(proposal.gold() ? "gold.change" : "gold.mark"),
                ButtonBar.ButtonData.OK_DONE);
        var unmarking = new ButtonType(strings.get("gold.unmark"), ButtonBar.ButtonData.LEFT);
        var pane = dialog.getDialogPane();
        Dialogs.openWhole(pane);
        pane.getButtonTypes().setAll(marking, ButtonType.CANCEL);
        if (proposal.gold()) {
            pane.getButtonTypes().add(unmarking);
            var unmark = (Button) pane.lookupButton(unmarking);
            unmark.setId("gold-unmark");
            unmark.addEventFilter(ActionEvent.ACTION, _ -> model.unmark(proposal.example().id(), done));
        }
        pane.getStylesheets().add(
                Objects.requireNonNull(GoldDialog.class.getResource("gold.css")).toExternalForm());
        pane.getStyleClass().add("gold-dialog");
        ManualPage.GOLD.mark(pane);
        pane.setContent(content());
        mark = (Button) pane.lookupButton(marking);
        mark.setId("gold-mark");
        mark.addEventFilter(ActionEvent.ACTION,
                _ -> model.mark(proposal.example().id(), chosen(), note.getText(), done));
        choices.values().forEach(choice -> choice.valueProperty().subscribe(_ -> enable()));
        enable();
    }

    /// Asks about `example`.
    ///
    /// @param done runs once it was marked or unmarked
    public static void ask(Stage owner, GoldViewModel model, Strings strings, long example, Runnable done) {
        model.propose(example, proposal -> new GoldDialog(owner, model, strings, proposal, done).show());
    }

    private void show() {
        dialog.show();
        choices.values().stream().findFirst().ifPresent(ComboBox::requestFocus);
    }

    private void enable() {
        mark.setDisable(model.isReadOnly() || chosen().isEmpty());
    }

    private Map<String, String> chosen() {
        var labels = new HashMap<String, String>();
        choices.forEach((task, choice) -> {
            if (choice.getValue() != null && !choice.getValue().equals(NONE)) {
                labels.put(task, choice.getValue());
            }
        });
        return labels;
    }

    private VBox content() {
        var tweet = new TextFlow();
        tweet.getStyleClass().add("gold-tweet");
        TweetText.show(tweet, proposal.example().text(), EMOJI_PX);
        var key = about(proposal.example().key());
        var card = new VBox(6, key, tweet);
        card.getStyleClass().add("card");
        var grid = new GridPane(12, 10);
        int row = 0;
        for (var task : proposal.tasks()) {
            var choice = choice(task);
            choices.put(task.name(), choice);
            var name = new Label(strings.getOr("task." + task.name(), task.name()));
            name.setLabelFor(choice);
            name.setMaxWidth(180);
            grid.addRow(row++, name, choice);
        }
        note.setId("gold-note");
        note.setPromptText(strings.get("gold.note.prompt"));
        note.setText(proposal.note());
        note.setMaxWidth(Double.MAX_VALUE);
        note.textProperty().subscribe(text -> {
            if (text.length() > LONGEST) {
                note.setText(text.substring(0, LONGEST));
            }
        });
        GridPane.setHgrow(note, javafx.scene.layout.Priority.ALWAYS);
        var why = new Label(strings.get("gold.note"));
        why.setLabelFor(note);
        why.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(row, why, note);
        var all = new VBox(14, about(strings.get("gold.how")), card, grid);
        all.getStyleClass().add("gold-all");
        all.setPrefWidth(WIDTH);
        return all;
    }

    private ComboBox<String> choice(TaskDefinition task) {
        var choice = new ComboBox<String>();
        choice.setId("gold-" + task.name());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().add(NONE);
        choice.getItems().addAll(task.labelNames());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String label) {
                return label == null || label.equals(NONE)
                        ? strings.get("gold.none")
                        : strings.getOr("label." + label, label);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        String proposed = proposal.labels().getOrDefault(task.name(), NONE);
        choice.setValue(choice.getItems().contains(proposed) ? proposed : NONE);
        return choice;
    }

    private static Label about(String text) {
        var label = new WrappingLabel(text);
        label.getStyleClass().add("about");
        return label;
    }
}
