package org.askance.app.train;

import javafx.geometry.Insets;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.jspecify.annotations.Nullable;

/// A setting: its name, where it is typed or chosen, and why it cannot be used as it is. FX thread.
final class SettingField extends VBox {

    private static final double NARROW = 96;

    private final Strings strings;
    private final Control control;
    private final Label problem = new WrappingLabel("");

    private SettingField(Strings strings, Control control) {
        super(3);
        this.strings = strings;
        this.control = control;
        getStyleClass().add("setting");
        problem.getStyleClass().add("problem");
    }

    /// A short one, its name before it.
    static SettingField beside(Strings strings, String nameKey, Control control) {
        var field = new SettingField(strings, control);
        control.setPrefWidth(NARROW);
        control.setMinWidth(NARROW);
        var row = new BorderPane();
        var label = field.name(nameKey);
        label.setWrapText(true);
        BorderPane.setMargin(label, new Insets(0, 8, 0, 0));
        row.setLeft(label);
        row.setRight(control);
        field.getChildren().setAll(row);
        return field;
    }

    /// A long one, its name above it.
    ///
    /// @param more behind the control, such as a button
    static SettingField below(Strings strings, String nameKey, Control control, @Nullable Control more) {
        var field = new SettingField(strings, control);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        var row = new HBox(6, control);
        if (more != null) {
            more.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(more);
        }
        field.getChildren().setAll(field.name(nameKey), row);
        return field;
    }

    private Label name(String key) {
        var label = new Label(strings.get(key));
        label.setLabelFor(control);
        BorderPane.setAlignment(label, javafx.geometry.Pos.CENTER_LEFT);
        return label;
    }

    /// What to know before choosing, on hovering.
    SettingField explained(String key) {
        control.setTooltip(new Tooltip(strings.get(key)));
        return this;
    }

    /// Says why the value cannot be used; `null` if it can.
    void show(@Nullable SettingProblem wrong) {
        control.getStyleClass().removeAll("wrong");
        getChildren().remove(problem);
        control.setAccessibleHelp("");
        if (wrong != null) {
            String sentence = wrong.in(strings);
            problem.setText(sentence);
            control.setAccessibleHelp(sentence);
            getChildren().add(problem);
            problem.getStyleClass().setAll("label", wrong.isMissing() ? "about" : "problem");
            if (control instanceof TextField && !wrong.isMissing()) {
                control.getStyleClass().add("wrong");
            }
        }
    }
}
