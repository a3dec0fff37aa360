package org.askance.app.encoders;

import java.util.Objects;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.WrappingLabel;

/// Shows the published encoders and lets them be fetched. It does not hold the window up, and can be closed
/// while they come. FX thread.
public final class EncodersDialog {

    private final EncodersViewModel model;
    private final Strings strings;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final VBox list = new VBox(10);

    public EncodersDialog(Stage owner, EncodersViewModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(strings.get("encoders.title"));
        dialog.setHeaderText(strings.get("encoders.title"));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.setContent(content());
        Dialogs.prepare(pane, 740, 760);
        pane.getStylesheets().add(
                Objects.requireNonNull(EncodersDialog.class.getResource("encoders.css")).toExternalForm());
        pane.getStyleClass().add("encoders");
        ManualPage.ENCODERS.mark(pane);
        model.rows().addListener((ListChangeListener<EncodersViewModel.Row>) _ -> render());
        render();
    }

    /// Shows it, or brings it to the front.
    public void show() {
        model.load();
        if (dialog.isShowing()) {
            ((Stage) dialog.getDialogPane().getScene().getWindow()).toFront();
        } else {
            dialog.show();
        }
    }

    private void render() {
        list.getChildren().setAll(model.rows().stream().map(row -> new EncoderPane(row, model, strings)).toList());
    }

    private Node content() {
        var about = new WrappingLabel(strings.get("encoders.about"));
        list.getStyleClass().add("list");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var where = new WrappingLabel(strings.get("encoders.folder", model.folder()));
        where.getStyleClass().add("about");
        return new VBox(14, about, scroll, settings(), where);
    }

    private Node settings() {
        var grid = new GridPane(12, 8);
        field(grid, 0, strings.get("encoders.hub"), model.hub(), "encoders-hub", "");
        field(grid, 1, strings.get("encoders.proxy"), model.proxy(), "encoders-proxy",
                strings.get("encoders.proxy.prompt"));
        var how = new WrappingLabel(strings.get("encoders.proxy.how"));
        how.getStyleClass().add("about");
        grid.add(how, 1, 2);
        return grid;
    }

    private static void field(GridPane grid, int row, String name, StringProperty value, String id, String prompt) {
        var label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(value);
        label.setLabelFor(field);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(row, label, field);
    }
}
