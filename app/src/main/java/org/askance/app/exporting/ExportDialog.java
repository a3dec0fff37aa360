package org.askance.app.exporting;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.exporting.ExportViewModel.Pairs;
import org.askance.app.exporting.ExportViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.Choosers;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Named;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.Workspace;
import org.askance.storage.exchange.ExportLabels;
import org.askance.storage.run.Checkpoint;

/// Chooses what is written, as what and where, and shows it being written. Its looks live in `exporting.css`.
/// FX thread.
public final class ExportDialog {

    private final Strings strings;
    private final ExportViewModel model;
    private final Consumer<Path> openFolder;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ListView<ExportTarget> targets = new ListView<>(
            FXCollections.observableArrayList(ExportTarget.values()));
    private final ComboBox<Pairs> pairs = new ComboBox<>();
    private final ComboBox<ExportLabels> labels = new ComboBox<>();
    private final ComboBox<Checkpoint> checkpoints = new ComboBox<>();
    private final CheckBox copyImages = new CheckBox();
    private final CheckBox withCheckpoints = new CheckBox();
    private final CheckBox withTimes = new CheckBox();
    private final TextField destination = new TextField();
    private final Button choose = new Button();
    private final Label about = new Label();
    private final Label stays = new WrappingLabel("");
    private final VBox options = new VBox(14);
    private final ExportEnding ending;

    /// @param search     what is looked for in Browse, as it was typed
    /// @param annotator  who asks
    /// @param openFolder shows a folder in the system's own window
    public ExportDialog(Stage owner, Strings strings, Jobs jobs, Workspace workspace, String search,
            String annotator, Consumer<Path> openFolder) {
        this.strings = strings;
        this.openFolder = openFolder;
        this.model = new ExportViewModel(workspace, jobs, strings.get("export.title"), search, annotator);
        this.ending = new ExportEnding(strings, this::open);
        var exportType = new ButtonType(strings.get("action.export"), ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("export.dialog"));
        dialog.setHeaderText(strings.get("export.dialog"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(exportType, ButtonType.CLOSE);
        pane.setContent(content());
        Dialogs.prepare(pane, 840, 680);
        pane.getStyleClass().add("exporting-dialog");
        ManualPage.EXPORT.mark(pane);
        pane.getStylesheets().add(Objects.requireNonNull(ExportDialog.class.getResource("exporting.css"))
                .toExternalForm());
        bind((Button) pane.lookupButton(exportType), (Button) pane.lookupButton(ButtonType.CLOSE));
    }

    /// Shows it.
    public void show() {
        model.load();
        dialog.show();
    }

    /// Takes `path` as if it had been chosen.
    public void choose(Path path) {
        model.destination.set(path);
    }

    private Node content() {
        targets.setId("export-formats");
        targets.setAccessibleText(strings.get("export.title"));
        targets.setCellFactory(_ -> new ExportTargetCell(strings));
        targets.getSelectionModel().select(model.target.get());
        targets.setStyle("-fx-pref-width: 17em;");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        stays.setId("export-stays");
        stays.managedProperty().bind(stays.visibleProperty());
        stays.visibleProperty().bind(stays.textProperty().isNotEmpty());
        converted(pairs, "export-pairs", this::name);
        converted(labels, "export-labels", this::name);
        converted(checkpoints, "export-checkpoint", Checkpoint::name);
        copyImages.setText(strings.get("export.images"));
        copyImages.setId("export-images");
        copyImages.setWrapText(true);
        withCheckpoints.setText(strings.get("export.with.checkpoints"));
        withCheckpoints.setWrapText(true);
        copyImages.setMinHeight(Region.USE_PREF_SIZE);
        withCheckpoints.setMinHeight(Region.USE_PREF_SIZE);
        withTimes.setText(strings.get("export.times"));
        withTimes.setId("export-times");
        withTimes.setWrapText(true);
        withTimes.setMinHeight(Region.USE_PREF_SIZE);
        destination.setEditable(false);
        destination.setPromptText(strings.get("export.destination.none"));
        HBox.setHgrow(destination, Priority.ALWAYS);
        choose.setText(strings.get("export.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> choosePlace());
        options.getStyleClass().add("export-options");
        options.getChildren().setAll(about, field("export.pairs", pairs), field("export.labels", labels), stays,
                field("export.checkpoint", checkpoints), copyImages, withTimes, withCheckpoints,
                field("export.destination", new HBox(8, destination, choose)));
        var scroll = new ScrollPane(options);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        var right = new BorderPane(scroll);
        right.setBottom(ending.node());
        var content = new BorderPane(right);
        content.setLeft(targets);
        content.getStyleClass().add("exporting");
        return content;
    }

    private static <T> void converted(ComboBox<T> box, String id, Function<T, String> name) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Named<>(value -> name.apply(value)));
    }

    private Node field(String key, Node control) {
        var name = new Label(strings.get(key));
        name.setLabelFor(control instanceof HBox ? destination : control);
        return new VBox(4, name, control);
    }

    private String name(Pairs of) {
        return switch (of.kind()) {
            case "all" -> strings.get("export.pairs.all", of.count());
            case "search" -> strings.get("export.pairs.search", of.count());
            default -> strings.get("export.pairs.split", strings.get("split." + of.kind()), of.count());
        };
    }

    private String name(ExportLabels of) {
        return switch (of) {
            case ExportLabels.Current() -> strings.get("export.labels.current");
            case ExportLabels.Consensus() -> strings.get("export.labels.consensus");
            case ExportLabels.Annotators() -> strings.get("export.labels.annotators");
            case ExportLabels.Events() -> strings.get("export.labels.events");
            case ExportLabels.Annotator(String name) -> strings.get("export.labels.annotator", name);
        };
    }

    private void bind(Button export, Button close) {
        export.disableProperty().bind(model.ready().not());
        export.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            event.consume();
            model.start();
        });
        close.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            if (model.state().get() instanceof State.Running) {
                event.consume();
                model.cancel();
            }
        });
        targets.getSelectionModel().selectedItemProperty().subscribe(target -> {
            if (target != null) {
                model.target.set(target);
            }
        });
        pairs.valueProperty().bindBidirectional(model.pairs);
        labels.valueProperty().bindBidirectional(model.labels);
        checkpoints.valueProperty().bindBidirectional(model.checkpoint);
        copyImages.selectedProperty().bindBidirectional(model.copyImages);
        withCheckpoints.selectedProperty().bindBidirectional(model.withCheckpoints);
        withTimes.selectedProperty().bindBidirectional(model.withTimes);
        model.destination.subscribe(path -> {
            destination.setText(path == null ? "" : path.toString());
            destination.end();
        });
        model.target.subscribe(this::fit);
        model.target.subscribe(_ -> tellStaying());
        model.labels.subscribe(_ -> tellStaying());
        model.offer().subscribe(offer -> {
            if (offer != null) {
                pairs.getItems().setAll(offer.pairs());
                labels.getItems().setAll(offer.labels());
                checkpoints.getItems().setAll(offer.checkpoints());
            }
        });
        model.state().subscribe(state -> {
            boolean running = state instanceof State.Running;
            options.setDisable(running);
            targets.setDisable(running);
            close.setText(strings.get(running ? "action.cancel" : "action.close"));
            ending.render(state);
        });
    }

    /// What is chosen may have no place for something: better known before than missed after.
    private void tellStaying() {
        stays.setText(model.staying().stream().map(strings::get).collect(Collectors.joining(" ")));
    }

    /// Disables what the format has no use for.
    private void fit(ExportTarget target) {
        about.setText(strings.get(target.key() + ".about"));
        boolean archive = target == ExportTarget.ARCHIVE;
        pairs.setDisable(archive);
        labels.setDisable(archive);
        checkpoints.setDisable(archive || target == ExportTarget.MMSD2 || target == ExportTarget.ATLAS);
        copyImages.setDisable(!target.offersImages());
        withTimes.setDisable(archive);
        withCheckpoints.setDisable(!archive);
    }

    private void choosePlace() {
        var target = model.target.get();
        var window = choose.getScene().getWindow();
        String name = model.projectName().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
        if (target.isFolder()) {
            Choosers.folder(window, strings.get("export.destination")).ifPresent(this::choose);
        } else {
            Choosers.newFile(window, strings.get("export.destination"), name + target.extension(), List.of())
                    .ifPresent(this::choose);
        }
    }

    private void open(Path out) {
        var folder = model.target.get().isFolder() ? out : out.toAbsolutePath().getParent();
        if (folder != null) {
            openFolder.accept(folder);
        }
    }
}
