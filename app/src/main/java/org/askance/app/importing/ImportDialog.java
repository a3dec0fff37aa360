package org.askance.app.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.importing.ImportViewModel.Found;
import org.askance.app.importing.ImportViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.BusyDialog;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Message;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.ImportReport;
import org.askance.app.work.Workspace;
import org.kordamp.ikonli.feather.Feather;

/// Chooses a source, says what it is taken for and shows its first rows, tells what would change, imports, and reports.
/// Its looks live in `importing.css`. FX thread.
public final class ImportDialog {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 752;
    private static final double BAR_PX = 420;

    /// What the dialog asks of the rest of the program.
    public interface Outside {
        /// Who imports.
        String annotator();

        void imported(ImportReport report);

        /// One was stopped or failed; a part may be stored.
        void stopped();

        void duplicates();
    }

    private final Strings strings;
    private final ImportViewModel model;
    private final Outside outside;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final SourcePane source;
    private final MappingPane mapping;
    private final OptionsPane options;
    private final PreviewPane preview;
    private final VBox found;
    private final StackPane centre = new StackPane();
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = new WrappingLabel("");
    private final Button start;
    private final Button close;
    private final Button back;
    private final BusyDialog busy;

    public ImportDialog(Stage owner, Strings strings, Jobs jobs, Workspace workspace, Pictures pictures,
            Outside outside) {
        this.strings = strings;
        this.outside = outside;
        Consumer<ImportReport> imported = outside::imported;
        this.model = new ImportViewModel(workspace, jobs, strings, imported, outside::stopped);
        model.importedBy(outside::annotator);
        source = new SourcePane(model, strings);
        mapping = new MappingPane(model, strings);
        options = new OptionsPane(model, strings);
        preview = new PreviewPane(strings, pictures);
        found = new VBox(10, mapping, options, preview);
        found.getStyleClass().add("import-found");
        VBox.setVgrow(preview, Priority.ALWAYS);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("import.title"));
        dialog.setHeaderText(strings.get("import.into", model.projectName()));
        dialog.setResizable(true);
        var importType = new ButtonType(strings.get("action.import"), ButtonBar.ButtonData.OK_DONE);
        var backType = new ButtonType(strings.get("action.back"), ButtonBar.ButtonData.BACK_PREVIOUS);
        var pane = dialog.getDialogPane();
        var asideType = new ButtonType(strings.get("action.aside"), ButtonBar.ButtonData.LEFT);
        pane.getButtonTypes().setAll(importType, backType, asideType, ButtonType.CLOSE);
        pane.getStylesheets().add(
                Objects.requireNonNull(ImportDialog.class.getResource("importing.css")).toExternalForm());
        pane.getStyleClass().add("importing");
        ManualPage.IMPORT.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        start = (Button) pane.lookupButton(importType);
        start.setId("import-start");
        back = (Button) pane.lookupButton(backType);
        back.setId("import-back");
        back.managedProperty().bind(back.visibleProperty());
        var aside = (Button) pane.lookupButton(asideType);
        aside.setId("import-aside");
        close = (Button) pane.lookupButton(ButtonType.CLOSE);
        close.setId("import-close");
        pane.setContent(scrolling());
        busy = BusyDialog.stepping(dialog, close, aside, model::isBusy, model::cancel);
        bind();
    }

    /// As high as the dialog, unless that has no room for all of it: then it scrolls above the buttons.
    private ScrollPane scrolling() {
        var all = new VBox(source, centre);
        all.getStyleClass().add("import-all");
        VBox.setVgrow(centre, Priority.ALWAYS);
        var scroll = new ScrollPane(all);
        scroll.setId("import-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private void bind() {
        start.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.start();
        });
        back.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.back();
        });
        model.state().subscribe(this::render);
    }

    public void show() {
        dialog.show();
    }

    /// Looks at a place as if it had been chosen.
    public void look(Path path) {
        model.look(path);
    }

    private void render(State state) {
        start.setDisable(!canStart(state));
        back.setVisible(state instanceof State.Compared);
        busy.tell(model.isBusy(), state instanceof State.Done || state instanceof State.NotRead
                || state instanceof State.Compared);
        close.setText(strings.get(model.isBusy() ? "action.stop" : "action.close"));
        switch (state) {
            case State.Nothing() -> centre(new Message(Feather.DOWNLOAD, strings.get("import.nothing"),
                    strings.get("import.nothing.how")));
            case State.Looking(_, Found before) when before == null -> centre(new VBox());
            case State.Looking _ -> {
                // What was found before stays until there is an answer.
            }
            case State.NotRead _ -> centre(new Message(Feather.FILE_MINUS, strings.get("import.notread"),
                    strings.get("import.notread.how")));
            case State.Read(Found now) -> show(now);
            case State.Comparing(_, double share) -> progress("import.comparing.how", share);
            case State.Compared(_, ImportReport report) ->
                centre(new ComparisonPane(strings, report, outside.annotator(), model::choose));
            case State.Importing(_, double share) -> progress("import.working.how", share);
            case State.Done(Found now, ImportReport report) ->
                centre(new ReportPane(strings, report, now, outside::duplicates));
        }
    }

    private static boolean canStart(State state) {
        return switch (state) {
            case State.Read(Found now) -> now.preview().count() != 0;
            case State.Compared(_, ImportReport report) -> !report.wouldChangeNothing();
            case State.Nothing _,State.Looking _,State.NotRead _,State.Comparing _,State.Importing _,State.Done _ ->
                false;
        };
    }

    private void show(Found now) {
        var columns = now.preview().mapping();
        mapping.setVisible(columns != null && now.guess().format().isMapped());
        mapping.setManaged(mapping.isVisible());
        if (columns != null && mapping.isVisible()) {
            mapping.show(now, columns);
        }
        options.show(now);
        preview.show(now);
        centre(found);
    }

    private void progress(String key, double share) {
        bar.setProgress(share);
        bar.setPrefWidth(BAR_PX);
        doing.setText(strings.get(key));
        doing.setMaxWidth(BAR_PX);
        if (bar.getParent() == null || !centre.getChildren().contains(bar.getParent())) {
            var box = new VBox(14, doing, bar);
            box.setId("import-progress");
            box.setAlignment(Pos.CENTER);
            centre(box);
        }
    }

    private void centre(Node node) {
        if (!centre.getChildren().equals(List.of(node))) {
            centre.getChildren().setAll(node);
        }
    }
}
