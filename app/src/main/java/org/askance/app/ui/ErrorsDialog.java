package org.askance.app.ui;

import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.askance.app.text.Dates;
import org.askance.app.text.Strings;
import org.askance.app.work.Version;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The one place for what failed: each fault with a sentence, what still holds, and the code that finds it in the log.
/// It holds nothing up: the window behind it goes on. Its looks live in `errors.css`. FX thread.
public final class ErrorsDialog {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;

    private final Stage owner;
    private final ErrorList errors;
    private final Strings strings;
    private final Runnable openLog;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType copyType;
    private final ButtonType logType;
    private final VBox cards = new VBox(10);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final DateTimeFormatter time;
    private boolean styled;

    /// @param openLog shows the folder of the log
    public ErrorsDialog(Stage owner, ErrorList errors, Strings strings, Runnable openLog) {
        this.owner = owner;
        this.errors = errors;
        this.strings = strings;
        this.openLog = openLog;
        this.time = Dates.time(strings);
        this.copyType = new ButtonType(strings.get("error.copy.all"), ButtonBar.ButtonData.LEFT);
        this.logType = new ButtonType(strings.get("error.log"), ButtonBar.ButtonData.LEFT);
        errors.entries().addListener((InvalidationListener) _ -> render());
    }

    /// Brings it to the front.
    public void show() {
        style();
        render();
        dialog.show();
        dialog.getDialogPane().getScene().getWindow().requestFocus();
        // Not a button: someone who types on must not press it unseen.
        scroll.requestFocus();
        errors.seen();
    }

    public boolean isShowing() {
        return dialog.isShowing();
    }

    /// Late, since a dialog takes its owner's scene.
    private void style() {
        if (styled) {
            return;
        }
        styled = true;
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(strings.get("error.list"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.getStylesheets()
                .add(Objects.requireNonNull(ErrorsDialog.class.getResource("errors.css")).toExternalForm());
        pane.getStyleClass().add("errors-dialog");
        ManualPage.TROUBLE.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.getButtonTypes().setAll(copyType, logType, ButtonType.CLOSE);
        instead(copyType, () -> copy(details()));
        instead(logType, openLog);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(strings.get("error.list"));
        scroll.setId("errors");
        cards.getStyleClass().add("errors-all");
        pane.setContent(scroll);
        // Closed is read.
        dialog.setOnHidden(_ -> errors.seen());
    }

    private void instead(ButtonType type, Runnable action) {
        var button = (Button) dialog.getDialogPane().lookupButton(type);
        ButtonBar.setButtonUniformSize(button, false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            action.run();
            event.consume();
        });
    }

    private void render() {
        if (!styled) {
            return;
        }
        if (errors.entries().isEmpty()) {
            cards.getChildren().setAll(
                    new Message(Feather.CHECK_CIRCLE, strings.get("error.none"), strings.get("error.none.text")));
        } else {
            cards.getChildren().setAll(errors.entries().stream().map(this::card).toList());
        }
        dialog.getDialogPane().lookupButton(copyType).setDisable(errors.entries().isEmpty());
    }

    private Node card(ErrorList.Entry entry) {
        var report = entry.report();
        var icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("error-icon");
        var words = new VBox(8, new Sentence(report.sentence(), "error-sentence"), new Sentence(report.holds()),
                new Sentence(when(entry), "error-when"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var code = new Label(report.code());
        code.getStyleClass().add("key-cap");
        code.setMinWidth(Region.USE_PREF_SIZE);
        var copy = new Button(strings.get("action.copy"), new FontIcon(Feather.COPY));
        copy.setAccessibleText(strings.get("error.copy.one", report.code()));
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            copy(details(entry));
            copy.setGraphic(new FontIcon(Feather.CHECK));
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(8, code, space, copy);
        foot.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().add(foot);
        var line = new HBox(14, icon, words);
        line.getStyleClass().addAll("card", "error-card");
        return line;
    }

    private String when(ErrorList.Entry entry) {
        var report = entry.report();
        String what = report.attempted().isEmpty() ? strings.get("error.elsewhere") : report.attempted();
        return entry.times() == 1
                ? strings.get("error.when", what, time.format(report.at()))
                : strings.get("error.when.often", what, time.format(report.at()), entry.times(),
                        time.format(entry.first()));
    }

    private String details() {
        return errors.entries().stream().map(this::details).collect(Collectors.joining("\n\n"));
    }

    private String details(ErrorList.Entry entry) {
        var report = entry.report();
        return String.join("\n", report.sentence(), report.holds(), when(entry), report.code() + ", " + report.at(),
                "Askance " + Version.current() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch"));
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
