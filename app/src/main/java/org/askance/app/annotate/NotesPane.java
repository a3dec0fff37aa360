package org.askance.app.annotate;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.Marks;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Flag, comments, and that the pair was put off. FX thread.
final class NotesPane extends VBox {

    private final Strings strings;

    NotesPane(Strings strings) {
        super(6);
        this.strings = strings;
        getStyleClass().add("notes");
        managedProperty().bind(visibleProperty());
    }

    void show(Marks marks) {
        setVisible(!marks.equals(Marks.NONE));
        getChildren().clear();
        var flag = marks.flag();
        if (flag != null) {
            getChildren().add(note(Feather.FLAG, "flagged", flag.reason() == null
                    ? strings.get("annotate.flagged", flag.annotator())
                    : strings.get("annotate.flagged.why", flag.annotator(), flag.reason())));
        }
        if (marks.skipped()) {
            getChildren().add(note(Feather.SKIP_FORWARD, "skipped", strings.get("annotate.skipped")));
        }
        for (var comment : marks.comments()) {
            getChildren().add(note(Feather.MESSAGE_SQUARE, "comment",
                    strings.get("annotate.commented", comment.annotator(), comment.text())));
        }
    }

    private static HBox note(Ikon icon, String style, String text) {
        var picture = new FontIcon(icon);
        var words = new WrappingLabel(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        var note = new HBox(8, picture, words);
        note.getStyleClass().addAll("note", style);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }
}
