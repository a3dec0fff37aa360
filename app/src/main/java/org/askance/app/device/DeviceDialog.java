package org.askance.app.device;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.askance.app.device.DeviceViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Named;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.DeviceFacts;
import org.askance.model.device.DeviceReport;
import org.askance.model.device.DeviceSettings;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What tensors run on and why; a remedy to copy; the choice; all facts. Its looks live in `device.css`. FX thread.
public final class DeviceDialog {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 640;
    /// Room for long lines that are wrapped.
    private static final int LINES_MORE = 3;
    private static final int MOST_THREADS = 256;

    private final DeviceViewModel model;
    private final Strings strings;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType copyType;
    private final ScrollPane content = new ScrollPane();

    public DeviceDialog(Stage owner, Strings strings, DeviceViewModel model) {
        this.model = model;
        this.strings = strings;
        this.copyType = new ButtonType(strings.get("action.copy.report"), ButtonBar.ButtonData.LEFT);
        dialog.initOwner(owner);
        dialog.setTitle(strings.get("device.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(copyType, ButtonType.CLOSE);
        pane.getStylesheets()
                .add(Objects.requireNonNull(DeviceDialog.class.getResource("device.css")).toExternalForm());
        pane.getStyleClass().add("device-dialog");
        ManualPage.DEVICE.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        content.setFitToWidth(true);
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setContent(content);
        pane.lookupButton(copyType).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            if (model.state().get() instanceof State.Shown(DeviceFacts facts)) {
                copy(facts.text());
            }
            event.consume();
        });
        model.state().subscribe(this::render);
    }

    /// Shows it, and looks at the machine anew.
    public void show() {
        dialog.show();
        model.load();
    }

    private void render(State state) {
        dialog.getDialogPane().lookupButton(copyType).setDisable(!(state instanceof State.Shown));
        content.setContent(switch (state) {
            case State.Reading() -> reading();
            case State.Shown(DeviceFacts facts) -> shown(facts);
        });
    }

    private Node reading() {
        var box = new VBox(16, new ProgressIndicator(), new Label(strings.get("device.reading")));
        box.setAlignment(Pos.CENTER);
        box.setPadding(new Insets(120, 0, 0, 0));
        return box;
    }

    private Node shown(DeviceFacts facts) {
        var heading = wrapped(facts.chosen());
        heading.setId("device-chosen");
        heading.getStyleClass().add("device-chosen");
        var title = new Label(strings.get("device.facts"));
        title.getStyleClass().add("device-heading");
        var all = new VBox(18, heading, why(facts), choice(facts.report()), new VBox(8, title, grid(facts)));
        all.getStyleClass().add("device-all");
        return all;
    }

    private Node why(DeviceFacts facts) {
        var card = new VBox(10);
        card.getStyleClass().addAll("card", facts.isWarning() ? "device-warning" : "device-note");
        var icon = new FontIcon(facts.isWarning() ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE);
        var sentences = new VBox(8);
        facts.sentences().forEach(sentence -> sentences.getChildren().add(wrapped(sentence)));
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var line = new HBox(12, icon, sentences);
        line.setAlignment(Pos.TOP_LEFT);
        card.getChildren().add(line);
        if (!facts.remedy().isEmpty()) {
            card.getChildren().add(remedy(String.join("\n", facts.remedy())));
        }
        return card;
    }

    private Node remedy(String lines) {
        var area = new TextArea(lines);
        area.setId("device-remedy");
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("device-lines");
        area.setPrefRowCount(LINES_MORE + (int) lines.lines().count());
        var copy = new Button(strings.get("action.copy.lines"), new FontIcon(Feather.COPY));
        copy.setId("device-copy");
        copy.setOnAction(_ -> {
            copy(lines);
            copy.setGraphic(new FontIcon(Feather.CHECK));
            var back = new PauseTransition(javafx.util.Duration.seconds(2));
            back.setOnFinished(_ -> copy.setGraphic(new FontIcon(Feather.COPY)));
            back.play();
        });
        return new VBox(8, area, copy);
    }

    private Node choice(DeviceReport report) {
        var chosen = model.chosen();
        var device = new ComboBox<>(FXCollections.observableArrayList(model.choices(report)));
        device.setId("device-wish");
        device.setConverter(new Named<>(wish -> DeviceFacts.named(wish, strings)));
        device.setValue(chosen.wish());
        device.valueProperty().subscribe((_, wish) -> model.choose(wish));
        var threads = new Spinner<Integer>(1, MOST_THREADS, chosen.threads());
        threads.setId("device-threads");
        threads.setEditable(true);
        threads.valueProperty().subscribe((_, count) -> model.chooseThreads(count));
        var grid = new GridPane(14, 10);
        grid.addRow(0, label("device.settings", device), device);
        grid.addRow(1, label("device.threads", threads), threads);
        var box = new VBox(10, grid, muted(strings.get("device.next")));
        for (var property : new String[]{DeviceSettings.DEVICE, DeviceSettings.THREADS}) {
            if (System.getProperty(property) != null) {
                box.getChildren().add(muted(strings.get("device.fixed", property)));
            }
        }
        return box;
    }

    private Label label(String key, Node control) {
        var label = new Label(strings.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        return label;
    }

    private static Node grid(DeviceFacts facts) {
        var grid = new GridPane(18, 7);
        grid.setId("device-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (var fact : facts.facts()) {
            var name = new Label(fact.name());
            name.getStyleClass().add("figure");
            GridPane.setValignment(name, javafx.geometry.VPos.TOP);
            grid.addRow(row++, name, wrapped(fact.value()));
        }
        return grid;
    }

    private static Label wrapped(String text) {
        var label = new WrappingLabel(text);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String text) {
        var label = wrapped(text);
        label.getStyleClass().add("about");
        return label;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
