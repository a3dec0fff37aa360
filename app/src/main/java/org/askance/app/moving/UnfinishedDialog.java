package org.askance.app.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.Unfinished;
import org.askance.storage.told.Told;

/// Tells what was left by work on projects that was cut off, and removes it where that is asked for and safe. Closed, it
/// tells again at the next start. Its looks live in `moving.css`. FX thread.
public final class UnfinishedDialog {

    private static final double WIDTH = 680;

    private final Strings strings;
    private final Jobs jobs;
    private final Unfinished unfinished;
    private final List<Node> rows = new ArrayList<>();
    private final Dialog<ButtonType> dialog = new Dialog<>();

    /// @param left at least one
    public UnfinishedDialog(Stage owner, Strings strings, Jobs jobs, Unfinished unfinished,
            List<Unfinished.Left> left) {
        this.strings = strings;
        this.jobs = jobs;
        this.unfinished = unfinished;
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("unfinished.title"));
        dialog.setHeaderText(strings.get("unfinished.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.getStylesheets()
                .add(Objects.requireNonNull(UnfinishedDialog.class.getResource("moving.css")).toExternalForm());
        pane.getStyleClass().addAll("moving", "unfinished");
        ManualPage.PROJECTS.mark(pane);
        Dialogs.prepare(pane, WIDTH);
        left.forEach(each -> rows.add(row(each)));
        pane.setContent(new VBox(20, rows.toArray(Node[]::new)));
    }

    public void show() {
        dialog.show();
    }

    private Node row(Unfinished.Left left) {
        var told = new WrappingLabel(left.told().in(strings::told));
        var remove = button("unfinished.remove");
        remove.setDisable(!left.ours());
        var leave = button("unfinished.leave");
        var buttons = new FlowPane(8, 8, remove, leave);
        var row = new VBox(10, told, buttons);
        row.getStyleClass().add("left");
        remove.setOnAction(_ -> {
            buttons.setDisable(true);
            jobs.start(strings.get("unfinished.removing"), _ -> unfinished.remove(left), stays -> {
                over(row, stays.equals(Told.NOTHING)
                        ? strings.get("unfinished.removed", left.folder())
                        : stays.in(strings::told));
            }, () -> buttons.setDisable(false));
        });
        leave.setOnAction(_ -> {
            buttons.setDisable(true);
            jobs.quietly(_ -> {
                unfinished.leave(left);
                return left;
            }, _ -> over(row, strings.get("unfinished.left", left.folder())), () -> buttons.setDisable(false));
        });
        return row;
    }

    private Button button(String key) {
        var button = new Button(strings.get(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void over(VBox row, String sentence) {
        row.getChildren().setAll(new WrappingLabel(sentence));
        rows.remove(row);
        if (rows.isEmpty()) {
            dialog.getDialogPane().lookupButton(ButtonType.CLOSE).requestFocus();
        }
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }
}
