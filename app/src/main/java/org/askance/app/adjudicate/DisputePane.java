package org.askance.app.adjudicate;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.EmojiLine;
import org.askance.app.ui.LabelColours;
import org.askance.app.ui.TweetText;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was said of a disputed pair: its text, each task with everyone's answer and the labels that decide it, and
/// comments.
final class DisputePane extends VBox {

    private static final double EMOJI_PX = 22;
    private static final double NAME = 190;
    private static final double NAME_EMOJI_PX = 16;

    private final Dispute dispute;
    private final Strings strings;

    /// @param decide gets task and label
    DisputePane(Dispute dispute, Strings strings, BiConsumer<String, String> decide) {
        super(18);
        this.dispute = dispute;
        this.strings = strings;
        getStyleClass().add("side");
        var flow = new TextFlow();
        flow.getStyleClass().add("tweet");
        TweetText.show(flow, dispute.row().example().text(), EMOJI_PX);
        var about = new Label(dispute.row().example().key());
        about.getStyleClass().add("about");
        var card = new VBox(10, about, flow);
        card.getStyleClass().add("card");
        getChildren().add(card);
        dispute.tasks().stream().sorted((a, b) -> Boolean.compare(dispute.disputed().contains(b.name()),
                dispute.disputed().contains(a.name()))).forEach(task -> getChildren().add(task(task, decide)));
        if (!dispute.comments().isEmpty()) {
            getChildren().add(comments());
        }
    }

    private Node task(TaskDefinition task, BiConsumer<String, String> decide) {
        boolean disputed = dispute.disputed().contains(task.name());
        String decided = dispute.decided().get(task.name());
        var title = new Label(strings.getOr("task." + task.name(), task.name()));
        title.getStyleClass().add("task-title");
        var state = new Label(strings.get(decided != null
                ? "adjudicate.decided"
                : disputed ? "adjudicate.disputed" : "adjudicate.agreed"));
        state.getStyleClass().addAll("about", disputed && decided == null ? "is-disputed" : "is-settled");
        return new VBox(8, title, state, answers(task), buttons(task, decided, decide));
    }

    private Node answers(TaskDefinition task) {
        var grid = new GridPane(12, 5);
        int row = 0;
        for (var answer : dispute.answers().entrySet()) {
            String label = answer.getValue().get(task.name());
            if (label != null) {
                var name = new EmojiLine(answer.getKey(), NAME_EMOJI_PX);
                Tooltip.install(name, new Tooltip(answer.getKey()));
                name.setMaxWidth(NAME);
                name.setMinWidth(NAME);
                var given = new Label(strings.getOr("label." + label, label));
                given.getStyleClass().add("answer");
                GridPane.setHgrow(given, Priority.ALWAYS);
                grid.addRow(row++, name, given);
            }
        }
        return grid;
    }

    private Node buttons(TaskDefinition task, @Nullable String decided,
            BiConsumer<String, String> decide) {
        var flow = new FlowPane(8, 8);
        for (int i = 0; i < task.labels().size(); i++) {
            var label = task.labels().get(i);
            var cap = new Label(label.key());
            cap.getStyleClass().add("key-cap");
            var sign = new HBox(8, LabelColours.swatch(LabelColours.of(task, i)), cap);
            sign.setAlignment(Pos.CENTER_LEFT);
            var button = new Button(strings.getOr("label." + label.name(), label.name()), sign);
            button.setMnemonicParsing(false);
            button.setFocusTraversable(false);
            button.setMaxWidth(400);
            button.getStyleClass().add("decide");
            if (label.name().equals(decided)) {
                button.getStyleClass().add("chosen");
                button.setAccessibleText(strings.get("adjudicate.chosen", button.getText()));
            }
            button.setOnAction(_ -> decide.accept(task.name(), label.name()));
            flow.getChildren().add(button);
        }
        return flow;
    }

    private Node comments() {
        var title = new Label(strings.get("adjudicate.comments"), new FontIcon(Feather.MESSAGE_SQUARE));
        title.getStyleClass().add("task-title");
        var all = new VBox(10, title);
        for (var comment : dispute.comments()) {
            var who = new EmojiLine(comment.annotator(), NAME_EMOJI_PX);
            who.getStyleClass().add("who");
            var text = new TextFlow();
            text.getStyleClass().add("comment");
            TweetText.show(text, comment.text(), 16);
            var one = new VBox(2, who, text);
            one.setMinHeight(Region.USE_PREF_SIZE);
            all.getChildren().add(one);
        }
        return all;
    }
}
