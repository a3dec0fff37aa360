package org.askance.app.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.askance.app.error.ErrorReporter;
import org.askance.app.text.Strings;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tells people about endings: a notification for what went well, a dialog for what did not. FX thread.
public final class Notices {

    private static final double WRAP = 460;
    private static final Duration STAYS = Duration.seconds(6);

    private final Stage stage;
    private final Strings strings;
    private boolean still;

    public Notices(Stage stage, Strings strings) {
        this.stage = stage;
        this.strings = strings;
    }

    /// @param wanted whether notifications neither slide nor fade
    public void still(boolean wanted) {
        still = wanted;
    }

    public void done(String sentence) {
        if (stage.isShowing() && still) {
            new StillNotice(stage, sentence).show(STAYS);
        } else if (stage.isShowing()) {
            Notifications.create().owner(stage).text(sentence).graphic(new FontIcon(Feather.CHECK_CIRCLE))
                    .hideAfter(STAYS).show();
        }
    }

    /// Something that was asked for cannot be done so.
    public void refused(String sentence) {
        if (stage.isShowing()) {
            Notifications.create().owner(stage).text(sentence).graphic(new FontIcon(Feather.ALERT_TRIANGLE))
                    .hideAfter(Duration.seconds(12)).show();
        }
    }

    public void error(ErrorReporter.Report report) {
        var copy = new ButtonType(strings.get("action.copy"), ButtonBar.ButtonData.LEFT);
        var alert = new Alert(Alert.AlertType.ERROR, "", copy, ButtonType.OK);
        alert.initOwner(stage);
        alert.setTitle(strings.get("window.title"));
        alert.setHeaderText(strings.get("error.title"));
        var sentence = new Label(report.sentence());
        sentence.setWrapText(true);
        sentence.setMaxWidth(WRAP);
        var code = new Label(report.holds() + "  " + report.code());
        code.getStyleClass().add("about");
        alert.getDialogPane().setContent(new VBox(12, sentence, code));
        alert.getDialogPane().lookupButton(copy).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            var content = new ClipboardContent();
            content.putString(report.details());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
        alert.show();
    }

    /// A longer text that can be read and copied.
    public void text(String title, String text) {
        var alert = new Alert(Alert.AlertType.INFORMATION, "", ButtonType.CLOSE);
        alert.initOwner(stage);
        alert.setTitle(title);
        alert.setHeaderText(title);
        var area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        alert.getDialogPane().setContent(area);
        alert.setResizable(true);
        alert.show();
    }
}
