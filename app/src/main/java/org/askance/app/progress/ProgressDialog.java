package org.askance.app.progress;

import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;

/// One's own page: figures, answers, goal. It does not hold the window up, and follows what is answered there. Its
/// looks live in `progress.css`. FX thread.
public final class ProgressDialog {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;

    private final ProgressViewModel model;
    private final HistoryViewModel history;
    private final ChoicesPane choices;
    private final HistoryPane answers;
    private final TabPane tabs = new TabPane();
    private final Dialog<ButtonType> dialog = new Dialog<>();

    /// @param look shows an example, large
    public ProgressDialog(Stage owner, ProgressViewModel model, HistoryViewModel history, BreakViewModel breaks,
            Strings strings, LongConsumer look) {
        this.model = model;
        this.history = history;
        this.choices = new ChoicesPane(model, breaks, strings);
        this.answers = new HistoryPane(history, strings, example -> {
            dialog.close();
            look.accept(example);
        });
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(strings.get("progress.title"));
        dialog.setResizable(true);
        tabs.setId("progress-tabs");
        tabs.setAccessibleText(strings.get("progress.title"));
        tabs.getTabs().setAll(tab(strings.get("progress.figures"), new FiguresPane(model, strings)),
                tab(strings.get("history.title"), answers), tab(strings.get("progress.choices"), choices));
        var pane = dialog.getDialogPane();
        ManualPage.PROGRESS.mark(pane);
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.getStylesheets().add(
                Objects.requireNonNull(ProgressDialog.class.getResource("progress.css")).toExternalForm());
        pane.getStyleClass().add("progress");
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.setContent(tabs);
        dialog.setOnHidden(_ -> look(false));
    }

    private static Tab tab(String title, Node content) {
        var tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private void look(boolean now) {
        model.look(now);
        history.look(now);
    }

    /// Shows it, or brings it to the front.
    public void show() {
        choices.load();
        look(true);
        if (dialog.isShowing()) {
            ((Stage) dialog.getDialogPane().getScene().getWindow()).toFront();
        } else {
            dialog.show();
            // Where one was: after a look at one pair the next is near.
            if (tabs.getSelectionModel().getSelectedIndex() == 1) {
                answers.focus();
            } else {
                tabs.requestFocus();
            }
        }
    }
}
