package org.askance.app.progress;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.app.ui.EmojiLine;
import org.askance.storage.annotation.OwnAnswer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One answer in the history: its text, the labels given, when, and what became of it. FX thread.
final class AnswerCell extends ListCell<OwnAnswer> {

    private static final double EMOJI_PX = 17;
    /// More is not seen in one line.
    private static final int LONGEST = 110;

    private final Strings strings;
    private final ZoneId zone;
    private final Runnable last;

    /// @param last runs when the last row comes into sight
    AnswerCell(Strings strings, ZoneId zone, Runnable last) {
        this.strings = strings;
        this.zone = zone;
        this.last = last;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable OwnAnswer answer, boolean empty) {
        super.updateItem(answer, empty);
        if (empty || answer == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (getIndex() == getListView().getItems().size() - 1) {
            last.run();
        }
        String words = answer.text().replaceAll("\\s+", " ").strip();
        var text = new EmojiLine(words.substring(0, words.offsetByCodePoints(0,
                Math.min(LONGEST, words.codePointCount(0, words.length())))), EMOJI_PX);
        var labels = new Label(labels(answer));
        labels.getStyleClass().add("answer-labels");
        labels.setMinWidth(Region.USE_PREF_SIZE);
        var when = new Label(Dates.moment(strings).withZone(zone).format(answer.at()));
        when.getStyleClass().add("about");
        when.setMinWidth(Region.USE_PREF_SIZE);
        var marks = marks(answer);
        var line = new HBox(12, labels, when);
        marks.forEach(mark -> line.getChildren().add(mark(mark)));
        line.setAlignment(Pos.CENTER_LEFT);
        var both = new VBox(3, text, line);
        both.getStyleClass().add(answer.undone() ? "answer-undone" : "answer");
        setGraphic(both);
        setAccessibleText(strings.get("history.cell", words, labels.getText(), when.getText())
                + marks.stream().map(mark -> " " + strings.get(mark.key) + ".").collect(Collectors.joining()));
    }

    private record Mark(String key, Ikon icon) {}

    private static List<Mark> marks(OwnAnswer answer) {
        var marks = new ArrayList<Mark>();
        if (answer.undone()) {
            marks.add(new Mark("history.undone", Feather.ROTATE_CCW));
        }
        if (answer.changed()) {
            marks.add(new Mark("history.changed", Feather.EDIT_2));
        }
        if (answer.flagged()) {
            marks.add(new Mark("history.flagged", Feather.FLAG));
        }
        if (answer.commented()) {
            marks.add(new Mark("history.commented", Feather.MESSAGE_SQUARE));
        }
        return marks;
    }

    private Node mark(Mark mark) {
        var label = new Label(strings.get(mark.key), new FontIcon(mark.icon));
        label.getStyleClass().addAll("about", "answer-mark");
        return label;
    }

    private String labels(OwnAnswer answer) {
        return answer.labels().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .map(label -> task(label.getKey()) + strings.getOr("label." + label.getValue(), label.getValue()))
                .collect(Collectors.joining("  ·  "));
    }

    /// The presets' labels say of which task they are; a "yes" does not.
    private String task(String name) {
        return strings.getOr("task." + name, "").isEmpty() ? name + ": " : "";
    }
}
