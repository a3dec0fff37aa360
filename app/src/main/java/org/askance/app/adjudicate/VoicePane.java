package org.askance.app.adjudicate;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.TaskDefinition;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What one annotator said of a disputed pair: their answers, what they wrote, and under which guidelines if those are
/// no longer in force. FX thread.
final class VoicePane extends VBox {

    private static final double NAME_EMOJI_PX = 16;

    private final Dispute dispute;
    private final Dispute.Voice voice;
    private final Strings strings;
    private final IntConsumer guidelines;

    /// @param tasks      in the order in which they are told
    /// @param guidelines shows a version of them
    VoicePane(Dispute dispute, Dispute.Voice voice, List<TaskDefinition> tasks, Strings strings,
            IntConsumer guidelines) {
        super(6);
        this.dispute = dispute;
        this.voice = voice;
        this.strings = strings;
        this.guidelines = guidelines;
        getStyleClass().add("voice");
        getChildren().add(name());
        var versions = voice.guidelines().stream().filter(version -> version != dispute.inForce()).toList();
        if (!versions.isEmpty()) {
            var under = new FlowPane(8, 4);
            versions.forEach(version -> under.getChildren().add(under(version)));
            getChildren().add(under);
        }
        if (!voice.answers().isEmpty()) {
            getChildren().add(answers(tasks));
        }
        voice.comments().forEach(comment -> getChildren().add(comment(comment)));
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private Node name() {
        var name = new WrappingLabel(voice.annotator());
        name.getStyleClass().add("who");
        return name;
    }

    private Node under(int version) {
        if (version == 0) {
            var before = new Label(strings.get("adjudicate.under.none"), new FontIcon(Feather.BOOK_OPEN));
            before.getStyleClass().add("about");
            before.setMinWidth(USE_PREF_SIZE);
            return before;
        }
        var button = new Button(strings.get("adjudicate.under", version), new FontIcon(Feather.BOOK_OPEN));
        button.getStyleClass().addAll("flat", "small", "under");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(strings.get("adjudicate.under.how", version, dispute.inForce())));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> guidelines.accept(version));
        return button;
    }

    private Node answers(List<TaskDefinition> tasks) {
        var flow = new FlowPane(18, 4);
        flow.setMinWidth(0);
        for (var task : tasks) {
            String label = voice.answers().get(task.name());
            if (label != null) {
                var of = new Label(strings.getOr("task." + task.name(), task.name()));
                of.getStyleClass().add("about");
                var given = new Label(strings.getOr("label." + label, label));
                given.getStyleClass().add(dispute.disputed().contains(task.name()) ? "answer" : "agreed");
                of.setMinWidth(USE_PREF_SIZE);
                given.setWrapText(true);
                var both = new HBox(6, of, given);
                both.maxWidthProperty().bind(flow.widthProperty());
                both.setAlignment(Pos.BASELINE_LEFT);
                flow.getChildren().add(both);
            }
        }
        return flow;
    }

    private static Node comment(String comment) {
        var icon = new FontIcon(Feather.MESSAGE_SQUARE);
        var text = new TextFlow();
        text.getStyleClass().add("comment");
        TweetText.show(text, comment, NAME_EMOJI_PX);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(8, icon, text);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
