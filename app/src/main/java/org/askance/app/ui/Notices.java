package org.askance.app.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tells people about endings. What failed stands in the [ErrorsDialog]. FX thread.
public final class Notices {

    private static final Duration STAYS = Duration.seconds(6);
    private static final Duration REFUSAL_STAYS = Duration.seconds(12);

    private final Stage stage;
    private boolean still;

    public Notices(Stage stage) {
        this.stage = stage;
    }

    /// @param wanted whether notifications neither slide nor fade
    public void still(boolean wanted) {
        still = wanted;
    }

    public void done(String sentence) {
        tell(sentence, Feather.CHECK_CIRCLE, STAYS);
    }

    /// Something that was asked for cannot be done so.
    public void refused(String sentence) {
        tell(sentence, Feather.ALERT_TRIANGLE, REFUSAL_STAYS);
    }

    /// What slides in cannot wrap what runs from right to left: see [WrappingLabel].
    private void tell(String sentence, Ikon icon, Duration stays) {
        if (!stage.isShowing()) {
            return;
        }
        if (still || TweetText.runsRightToLeft(sentence)) {
            new StillNotice(stage, sentence, icon).show(stays, isBehindDialog());
        } else {
            Notifications.create().owner(stage).text(sentence).graphic(new FontIcon(icon)).hideAfter(stays)
                    .position(isBehindDialog() ? Pos.TOP_RIGHT : Pos.BOTTOM_RIGHT).show();
            leaveEscape();
        }
    }

    /// A dialog has its buttons below, on the right, where notices else lie.
    private boolean isBehindDialog() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof Stage dialog && dialog.isShowing()
                && stage.equals(dialog.getOwner()));
    }

    /// A notification would take the first Escape from what has the keys; it goes by itself, or by its cross.
    private void leaveEscape() {
        for (var window : Window.getWindows()) {
            if (window instanceof Popup popup && stage.equals(popup.getOwnerWindow())
                    && popup.getScene().getRoot().lookup(".notification-bar") != null) {
                popup.setHideOnEscape(false);
            }
        }
    }

    /// A longer text that can be read and copied.
    public void text(String title, String text) {
        var alert = new Alert(Alert.AlertType.INFORMATION, "", ButtonType.CLOSE);
        alert.initOwner(stage);
        alert.setTitle(title);
        alert.setHeaderText(title);
        var area = new TextArea(text);
        area.setEditable(false);
        area.setAccessibleText(title);
        area.setWrapText(!TweetText.runsRightToLeft(text));
        alert.getDialogPane().setContent(area);
        alert.setResizable(true);
        Dialogs.openWhole(alert.getDialogPane());
        alert.show();
    }
}
