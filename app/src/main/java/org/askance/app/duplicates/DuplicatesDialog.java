package org.askance.app.duplicates;

import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.askance.app.duplicates.DuplicatesViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Message;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.ProjectContext;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.Workspace;
import org.askance.storage.dataset.ExampleRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Pairs that are the same or nearly, in groups, those across splits first. Does not hold the window up: a pair opens
/// behind it. Its looks live in `duplicates.css`. FX thread.
public final class DuplicatesDialog {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 680;
    private static final double LIST_PX = 330;

    private final Strings strings;
    private final Pictures pictures;
    private final LongConsumer open;
    private final DuplicatesViewModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final BorderPane content = new BorderPane();
    private final Label sentence = new WrappingLabel("");
    private final ListView<DuplicateGroup> groups = new ListView<>();
    private final VBox members = new VBox(12);
    private final ProgressBar bar = new ProgressBar();
    private final HBox both;

    /// @param open shows a pair in the window
    public DuplicatesDialog(Stage owner, Strings strings, Jobs jobs, Workspace workspace, ProjectContext context,
            Pictures pictures, LongConsumer open) {
        this.strings = strings;
        this.pictures = pictures;
        this.open = open;
        this.model = new DuplicatesViewModel(workspace, context, jobs, strings);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(strings.get("duplicates.title"));
        dialog.setHeaderText(strings.get("duplicates.title"));
        dialog.setResizable(true);
        sentence.setId("duplicates-sentence");
        groups.setId("duplicate-groups");
        groups.setPrefWidth(LIST_PX);
        groups.setMinWidth(LIST_PX);
        groups.setCellFactory(_ -> new DuplicateGroupCell(strings));
        groups.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        members.getStyleClass().add("members");
        var scroll = new ScrollPane(members);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        both = new HBox(14, groups, scroll);
        content.setTop(sentence);
        BorderPane.setMargin(sentence, new javafx.geometry.Insets(0, 0, 12, 0));
        buttons();
        model.state().subscribe(this::render);
    }

    private void buttons() {
        var pane = dialog.getDialogPane();
        var undoType = new ButtonType(strings.get("duplicates.undo"), ButtonBar.ButtonData.LEFT);
        pane.getButtonTypes().setAll(undoType, ButtonType.CLOSE);
        pane.getStylesheets()
                .add(Objects.requireNonNull(DuplicatesDialog.class.getResource("duplicates.css")).toExternalForm());
        pane.getStyleClass().add("duplicates");
        ManualPage.DUPLICATES.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.setContent(content);
        var undo = (Button) pane.lookupButton(undoType);
        undo.setId("duplicates-undo");
        undo.disableProperty().bind(model.moved().not());
        undo.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.undo();
        });
        dialog.setOnHidden(_ -> model.cancel());
    }

    public void show() {
        model.load();
        dialog.show();
    }

    private void render(State state) {
        switch (state) {
            case State.Searching(double share) -> {
                sentence.setText(strings.get("duplicates.searching"));
                bar.setProgress(share);
                bar.setMaxWidth(Double.MAX_VALUE);
                content.setCenter(new VBox(bar));
            }
            case State.Found(List<DuplicateGroup> found, _, _) when found.isEmpty() -> {
                sentence.setText("");
                content.setCenter(new Message(Feather.CHECK_CIRCLE, strings.get("duplicates.none"),
                        strings.get("duplicates.none.how")));
            }
            case State.Found(List<DuplicateGroup> found, _, long straddling) -> {
                sentence.setText(strings.get("duplicates.found", found.size(), straddling));
                content.setCenter(both);
                show(found);
            }
        }
    }

    /// Stays at the group with the same first pair, else near it.
    private void show(List<DuplicateGroup> found) {
        int at = Math.max(0, groups.getSelectionModel().getSelectedIndex());
        groups.getItems().setAll(found);
        groups.getSelectionModel().clearSelection();
        groups.getSelectionModel().select(Math.min(at, found.size() - 1));
    }

    private void choose(@Nullable DuplicateGroup group) {
        members.getChildren().clear();
        if (group != null) {
            model.rows(group, rows -> {
                if (group.equals(groups.getSelectionModel().getSelectedItem())) {
                    members.getChildren().setAll(rows.stream().map(row -> pane(group, row)).toList());
                }
            });
        }
    }

    private MemberPane pane(DuplicateGroup group, ExampleRow row) {
        return new MemberPane(group, row, model, pictures, strings, open);
    }
}
