package org.askance.app.relinking;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.relinking.RelinkViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.BusyDialog;
import org.askance.app.ui.Choosers;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Message;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.RelinkImages;
import org.askance.app.work.Workspace;
import org.askance.storage.exchange.MissingImages;
import org.askance.storage.told.Told;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lists pictures that are missing, searches a folder for them by content, and tells what was found. Its looks live in
/// `relinking.css`. FX thread.
public final class RelinkDialog {

    private static final double WIDTH = 780;
    private static final double HEIGHT = 560;
    private static final int SHOWN = 1_000;

    private final Strings strings;
    private final RelinkViewModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final BorderPane content = new BorderPane();
    private final ProgressBar bar = new ProgressBar();
    private final Button close;

    /// @param changed runs after pictures were found again
    public RelinkDialog(Stage owner, Strings strings, Jobs jobs, Workspace workspace, Runnable changed) {
        this.strings = strings;
        this.model = new RelinkViewModel(workspace, jobs, strings, changed);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("relink.title"));
        dialog.setHeaderText(strings.get("relink.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.getStylesheets()
                .add(Objects.requireNonNull(RelinkDialog.class.getResource("relinking.css")).toExternalForm());
        pane.getStyleClass().add("relinking");
        ManualPage.RELINK.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.setContent(content);
        close = (Button) pane.lookupButton(ButtonType.CLOSE);
        close.setId("relink-close");
        BusyDialog.keep(dialog, close, model::isBusy, model::cancel);
        model.state().subscribe(this::render);
    }

    public void show() {
        model.load();
        dialog.show();
    }

    /// Searches a folder as if it had been chosen.
    public void search(Path folder) {
        model.search(folder);
    }

    private void render(State state) {
        close.setText(strings.get(model.isBusy() ? "action.stop" : "action.close"));
        switch (state) {
            case State.Counting() -> content.setCenter(new VBox(14, wrapped(strings.get("relink.counting"))));
            case State.Missing(int back, var missing) -> content.setCenter(missing.isEmpty()
                    ? new Message(Feather.CHECK_CIRCLE, strings.get("relink.none"),
                            strings.get(back == 0 ? "relink.none.how" : "relink.back", back))
                    : list(strings.get("relink.missing", missing.size()), places(missing)));
            case State.Searching(double share) -> searching(share);
            case State.Searched(Path folder, RelinkImages.Relinked relinked, var still) ->
                content.setCenter(searched(folder, relinked, still));
            case State.Failed(Told told, var missing) ->
                content.setCenter(list(told.in(strings::told), places(missing)));
        }
    }

    private void searching(double share) {
        bar.setProgress(share);
        if (!(content.getCenter() instanceof VBox box) || !box.getChildren().contains(bar)) {
            bar.setMaxWidth(Double.MAX_VALUE);
            content.setCenter(new VBox(14, wrapped(strings.get("relink.searching")), bar));
        }
    }

    private Node searched(Path folder, RelinkImages.Relinked relinked, List<MissingImages.Missing> still) {
        var sentence = strings.get("relink.done", relinked.found().size(), folder, still.size());
        var lines = new TreeMap<>(relinked.found()).entrySet().stream()
                .map(found -> strings.get("relink.found", found.getKey(), found.getValue()));
        return list(sentence, java.util.stream.Stream.concat(lines, places(still).stream()).toList());
    }

    private List<String> places(List<MissingImages.Missing> missing) {
        return missing.stream().limit(SHOWN).map(one -> strings.get("relink.place", one.key(), one.image())).toList();
    }

    private Node list(String sentence, List<String> lines) {
        var heading = wrapped(sentence);
        heading.setId("relink-sentence");
        heading.getStyleClass().add("relink-heading");
        var about = wrapped(strings.get("relink.about"));
        about.getStyleClass().add("about");
        var list = new ListView<String>();
        list.setId("relink-list");
        list.setCellFactory(_ -> new PlaceCell());
        list.getItems().setAll(lines);
        VBox.setVgrow(list, Priority.ALWAYS);
        var choose = new Button(strings.get("relink.choose"), new FontIcon(Feather.SEARCH));
        choose.setId("relink-choose");
        choose.setOnAction(_ -> choose());
        return new VBox(12, heading, list, about, choose);
    }

    /// Of a long path both ends are seen.
    private static final class PlaceCell extends ListCell<String> {
        PlaceCell() {
            setPrefWidth(0);
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
            setTooltip(empty || line == null ? null : new Tooltip(line));
        }
    }

    private void choose() {
        Choosers.folder(dialog.getDialogPane().getScene().getWindow(), strings.get("relink.choose"))
                .ifPresent(model::search);
    }

    private static Label wrapped(String text) {
        var label = new WrappingLabel(text);
        return label;
    }
}
