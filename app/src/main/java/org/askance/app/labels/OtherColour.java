package org.askance.app.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.askance.app.labels.LabelsViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.annotation.KeptTask;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;

/// Asks for any colour, typed or picked, and says at once which labels would look alike, and to whom. FX thread.
final class OtherColour {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final double WIDTH = 540;
    private static final double HEIGHT = 210;

    private final Node owner;
    private final LabelsViewModel model;
    private final Strings strings;

    /// @param owner whose window it opens above
    OtherColour(Node owner, LabelsViewModel model, Strings strings) {
        this.owner = owner;
        this.model = model;
        this.strings = strings;
    }

    void ask(KeptTask task, String label, String colour) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(strings.get("labels.colour.title", strings.getOr("label." + label, label)));
        var take = new ButtonType(strings.get("labels.colour.take"), ButtonBar.ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        Dialogs.openWhole(pane);
        ManualPage.LABELS.mark(pane);
        pane.getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
        pane.getStyleClass().add("labels-other");
        pane.getButtonTypes().setAll(take, ButtonType.CANCEL);
        var button = (Button) pane.lookupButton(take);
        button.setId("labels-colour-take");
        var text = new TextField(colour);
        text.setId("labels-colour-text");
        text.setPrefColumnCount(8);
        var name = new Label(strings.get("labels.colour.text"));
        name.setLabelFor(text);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var picker = new ColorPicker(Color.web(colour));
        picker.setAccessibleText(strings.get("labels.colour.pick"));
        var warnings = new WrappingLabel("");
        warnings.setId("labels-colour-warnings");
        warnings.getStyleClass().add("labels-warning");
        picker.setOnAction(_ -> text.setText(web(picker.getValue())));
        text.textProperty().subscribe(typed -> {
            boolean usable = COLOUR.matcher(plain(typed)).matches();
            button.setDisable(!usable);
            warnings.setText(usable
                    ? String.join("\n", warnings(task, label, plain(typed)))
                    : strings.get("labels.colour.unusable"));
            if (usable) {
                picker.setValue(Color.web(plain(typed)));
            }
        });
        button.addEventFilter(ActionEvent.ACTION,
                _ -> model.changeColour(task.name(), label, plain(text.getText())));
        var line = new HBox(10, name, text, picker);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var all = new VBox(12, line, warnings);
        all.getStyleClass().add("labels-removal-all");
        // Room for what may be warned of, so that nothing jumps while one types.
        all.setPrefSize(WIDTH, HEIGHT);
        pane.setContent(all);
        dialog.show();
        text.requestFocus();
        text.selectAll();
    }

    private static String plain(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("#") ? text : "#" + text;
    }

    private static String web(Color colour) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(255 * colour.getRed()),
                Math.round(255 * colour.getGreen()), Math.round(255 * colour.getBlue()));
    }

    private List<String> warnings(KeptTask task, String label, String colour) {
        var labels = new ArrayList<LabelDefinition>();
        for (var one : State.Ready.definition(task).labels()) {
            labels.add(one.name().equals(label) ? new LabelDefinition(label, one.key(), colour) : one);
        }
        return new ColourWarnings(strings).of(new TaskDefinition(task.name(), labels));
    }
}
