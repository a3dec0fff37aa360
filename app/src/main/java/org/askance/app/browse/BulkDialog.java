package org.askance.app.browse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.askance.app.text.Strings;
import org.askance.app.ui.ActWords;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.StrokeNames;
import org.askance.app.work.ReviewAct.Reviewed;
import org.askance.storage.annotation.Act;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Duplicate;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says what an act would change and asks whether it should. FX thread.
final class BulkDialog {

    private static final double WIDTH = 560;
    /// So many duplicates are named.
    private static final int NAMED = 4;

    private final Strings strings;
    private final ActWords words;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType go;

    BulkDialog(Window owner, BulkViewModel model, Strings strings, Reviewed reviewed) {
        this.strings = strings;
        this.words = new ActWords(strings);
        go = new ButtonType(strings.get("bulk.go", reviewed.changed()), ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("bulk.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        ManualPage.BROWSE.mark(pane);
        pane.getButtonTypes().setAll(go,
                new ButtonType(strings.get("action.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        pane.getStylesheets().add(
                Objects.requireNonNull(BulkDialog.class.getResource("browse.css")).toExternalForm());
        pane.getStyleClass().add("bulk-dialog");
        Dialogs.prepare(pane, WIDTH);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        pane.setContent(content(reviewed));
        var button = (Button) pane.lookupButton(go);
        button.setId("bulk-go");
        button.setMinWidth(Region.USE_PREF_SIZE);
        dialog.setOnHidden(_ -> {
            if (go.equals(dialog.getResult())) {
                model.confirm();
            } else {
                model.leave();
            }
        });
    }

    void show() {
        dialog.show();
    }

    private VBox content(Reviewed reviewed) {
        var title = wrapped(question(reviewed.act(), reviewed.changed()));
        title.getStyleClass().add("bulk-question");
        var all = new VBox(12, title);
        all.getStyleClass().add("bulk-said");
        var review = reviewed.review();
        int left = reviewed.selected() - reviewed.changed();
        if (reviewed.act() instanceof Act.Move) {
            all.getChildren().add(wrapped(strings.get("bulk.from", from(reviewed))));
        }
        if (reviewed.act() instanceof Act.Gold) {
            all.getChildren().add(wrapped(strings.get("bulk.gold.how")));
        }
        if (review.otherwise() > 0) {
            all.getChildren().add(wrapped(strings.get("bulk.otherwise", review.otherwise())));
        }
        if (left > 0) {
            all.getChildren().add(wrapped(words.left(reviewed.act(), left)));
        }
        if (reviewed.touchesTest()) {
            all.getChildren().add(warning(strings.get("bulk.test")));
        }
        if (reviewed.apart().total() > 0) {
            all.getChildren().add(warning(strings.get("bulk.apart", reviewed.apart().total(),
                    named(reviewed.apart().listed()))));
        }
        var undone = wrapped(strings.get("bulk.one.step", new StrokeNames(strings).of(Strokes.UNDO)));
        undone.getStyleClass().add("about");
        all.getChildren().add(undone);
        return all;
    }

    private String question(Act act, int count) {
        return switch (act) {
            case Act.Label(Map<String, String> labels) -> strings.get("bulk.ask.label", count,
                    labels.values().stream().map(words::label).collect(Collectors.joining(" + ")));
            case Act.Clear _ -> strings.get("bulk.ask.clear", count);
            case Act.Flag _ -> strings.get("bulk.ask.flag", count);
            case Act.Unflag() -> strings.get("bulk.ask.unflag", count);
            case Act.Gold() -> strings.get("bulk.ask.gold", count);
            case Act.Ungold() -> strings.get("bulk.ask.ungold", count);
            case Act.Move(Split to) -> strings.get("bulk.ask.move", count, words.split(to));
            case Act.Skip _,Act.Comment _ -> words.of(act, count);
        };
    }

    private String from(Reviewed reviewed) {
        return List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE).stream()
                .filter(reviewed.review().from()::containsKey)
                .map(split -> strings.get("bulk.from.split", words.split(split),
                        reviewed.review().from().getOrDefault(split, 0)))
                .collect(Collectors.joining(", "));
    }

    private String named(List<Duplicate> duplicates) {
        String names = duplicates.stream().limit(NAMED)
                .map(one -> strings.get("bulk.apart.pair", one.first(), one.second(), words.split(one.secondSplit()),
                        kind(one.kind())))
                .collect(Collectors.joining("; "));
        return duplicates.size() > NAMED ? names + " …" : names + ".";
    }

    private String kind(Duplicate.Kind kind) {
        return strings.get(switch (kind) {
            case SAME_IMAGE -> "bulk.apart.same.image";
            case NEAR_IMAGE -> "bulk.apart.near.image";
            case SAME_TEXT -> "bulk.apart.same.text";
            case NEAR_TEXT -> "bulk.apart.near.text";
        });
    }

    private static Label warning(String sentence) {
        var warning = wrapped(sentence);
        warning.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.getStyleClass().add("bulk-warning");
        return warning;
    }

    private static Label wrapped(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
