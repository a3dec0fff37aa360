package org.askance.app.adjudicate;

import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.LabelColours;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;

/// A disputed pair: its text, what everyone answered and wrote, and each task with the labels that decide it.
final class DisputePane extends VBox {

    private static final double EMOJI_PX = 22;

    private final Dispute dispute;
    private final Strings strings;

    /// How guidelines are shown.
    ///
    /// @param key  the window's, for the version in force
    /// @param show a version; 0 for the one in force
    record Guidelines(String key, IntConsumer show) {}

    /// @param decide     gets task and label
    /// @param comment    opens a line for one
    DisputePane(Dispute dispute, Strings strings, BiConsumer<String, String> decide, Runnable comment,
            Guidelines guidelines) {
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
        var tasks = dispute.tasks().stream().sorted((a, b) -> Boolean.compare(dispute.disputed().contains(b.name()),
                dispute.disputed().contains(a.name()))).toList();
        var voices = new VBox(12);
        dispute.voices().forEach(
                voice -> voices.getChildren().add(new VoicePane(dispute, voice, tasks, strings, guidelines.show())));
        voices.getChildren().add(new FlowPane(8, 8, aside("adjudicate.comment", "C", comment),
                aside("guidelines.title", guidelines.key(), () -> guidelines.show().accept(0))));
        getChildren().add(voices);
        tasks.forEach(task -> getChildren().add(task(task, decide)));
    }

    private Node task(TaskDefinition task, BiConsumer<String, String> decide) {
        boolean disputed = dispute.disputed().contains(task.name());
        String decided = dispute.decided().get(task.name());
        var title = new Label(strings.getOr("task." + task.name(), task.name()));
        title.getStyleClass().add("task-title");
        var state = new WrappingLabel(decided != null
                ? strings.get("adjudicate.decided")
                : disputed ? strings.get("adjudicate.disputed") : agreed(task));
        state.getStyleClass().addAll("about", disputed && decided == null ? "is-disputed" : "is-settled");
        return new VBox(8, title, state, buttons(task, decided, decide));
    }

    /// One alone agrees with nobody.
    private String agreed(TaskDefinition task) {
        var answered = dispute.voices().stream().filter(voice -> voice.answers().containsKey(task.name())).toList();
        return switch (answered.size()) {
            case 0 -> strings.get("adjudicate.nobody");
            case 1 -> strings.get("adjudicate.one", answered.getFirst().annotator());
            default -> strings.get("adjudicate.agreed");
        };
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

    private Button aside(String key, String stroke, Runnable action) {
        var cap = new Label(stroke);
        cap.getStyleClass().add("key-cap");
        var button = new Button(strings.get(key), cap);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("flat", "small");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
