package org.askance.app.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.askance.app.people.AgreementViewModel.State;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Message;
import org.kordamp.ikonli.feather.Feather;

/// How far annotators agree, task by task; it does not hold the window up, and follows what is answered there. Its
/// looks live in `people.css`. FX thread.
public final class AgreementDialog {

    private static final double WIDTH = 780;
    private static final double HEIGHT = 720;

    private final Strings strings;
    private final AgreementViewModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ScrollPane content = new ScrollPane();
    /// Which two are compared in each task, kept while figures follow the answers.
    private final Map<String, AgreementCard.Names> compared = new HashMap<>();

    public AgreementDialog(Stage owner, AgreementViewModel model, Strings strings) {
        this.strings = strings;
        this.model = model;
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(strings.get("agreement.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.getStylesheets().add(
                Objects.requireNonNull(AgreementDialog.class.getResource("people.css")).toExternalForm());
        pane.getStyleClass().add("agreement");
        ManualPage.PEOPLE.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        content.setFitToWidth(true);
        content.setFitToHeight(true);
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setContent(content);
        dialog.setOnHidden(_ -> model.look(false));
        model.state().subscribe(this::render);
    }

    private void render(State state) {
        double at = content.getVvalue();
        content.setContent(switch (state) {
            case State.Busy() -> {
                var box = new VBox(new ProgressIndicator());
                box.setAlignment(Pos.CENTER);
                yield box;
            }
            case State.Nothing() -> new Message(Feather.USERS, strings.get("agreement.none"),
                    strings.get("agreement.none.how"));
            case State.Unavailable() -> new Message(Feather.ALERT_TRIANGLE, strings.get("agreement.unavailable"), "")
                    .with(retry());
            case State.Shown(var tasks) -> {
                var all = new VBox(16);
                all.getStyleClass().add("agreement-all");
                tasks.forEach(task -> all.getChildren().add(new AgreementCard(task, strings,
                        compared.get(task.task()), names -> compared.put(task.task(), names))));
                yield all;
            }
        });
        content.setVvalue(at);
    }

    private Node retry() {
        var button = new Button(strings.get("action.retry"));
        button.setOnAction(_ -> model.measure());
        return button;
    }

    /// Shows it, or brings it to the front.
    public void show() {
        model.look(true);
        if (dialog.isShowing()) {
            ((Stage) dialog.getDialogPane().getScene().getWindow()).toFront();
        } else {
            dialog.show();
        }
    }

    /// A coefficient with two decimals, or a dash where there is none.
    static String figure(Strings strings, double value) {
        return Double.isNaN(value) ? "–" : Numbers.decimals(strings, value, 2).replace('-', '−');
    }
}
