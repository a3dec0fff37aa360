package org.askance.app.train;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.train.SettingsViewModel.Field;
import org.askance.app.train.SettingsViewModel.Origin;
import org.askance.app.train.SettingsViewModel.Preset;
import org.askance.app.ui.Named;
import org.askance.model.device.DeviceInfo;
import org.askance.model.training.Learning;
import org.jspecify.annotations.Nullable;

/// The settings of a training: a preset and what it starts from, a few numbers, and the rest under *More
/// settings*. FX thread.
final class SettingsPane extends VBox {

    private final SettingsViewModel settings;
    private final Strings strings;
    private final Label material = wrapped();
    private final Label about = wrapped();
    private final EncoderFields encoders;
    private final EncoderFields teacher;
    private final Map<Field, SettingField> fields = new EnumMap<>(Field.class);
    private final TitledPane more;

    SettingsPane(SettingsViewModel settings, Strings strings, ObservableValue<@Nullable DeviceInfo> device,
            Runnable getEncoders) {
        super(14);
        this.settings = settings;
        this.strings = strings;
        this.encoders = EncoderFields.ofNewNetwork(settings, strings, getEncoders);
        this.teacher = EncoderFields.ofTeacher(settings, strings);
        this.more = new TitledPane(strings.get("train.more"), moreSettings(device));
        more.setId("train-more");
        more.setExpanded(false);
        more.setAnimated(false);
        getStyleClass().add("plan");
        // Else the widest control, not the pane, would say how wide all of them are.
        setMinWidth(0);
        var title = new Label(strings.get("train.title"));
        title.getStyleClass().add("heading");
        about.getStyleClass().add("about");
        var name = new TextField();
        name.textProperty().bindBidirectional(settings.name());
        name.setPromptText(strings.get("train.name.prompt"));
        getChildren().setAll(title, material, presets(), about, origin(), encoders,
                SettingField.below(strings, "train.name", name, null), number(Field.EPOCHS, "train.epochs"),
                number(Field.BATCH, "train.batch"), number(Field.RATE, "train.rate"), more);
        settings.problems().subscribe(_ -> render());
        settings.preset().subscribe(preset -> about.setText(strings.get("train.preset." + key(preset) + ".how")));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static Label wrapped() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node presets() {
        var group = new ToggleGroup();
        var row = new HBox();
        var all = Preset.values();
        for (var preset : all) {
            var button = new ToggleButton(strings.get("train.preset." + key(preset)));
            button.setId("train-preset-" + preset.name());
            button.setToggleGroup(group);
            button.getStyleClass().add(preset == all[0]
                    ? "left-pill"
                    : preset == all[all.length - 1] ? "right-pill" : "center-pill");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            // Pressing the chosen one again puts its values back, and none must be left unchosen.
            button.setOnAction(_ -> {
                button.setSelected(true);
                settings.preset().set(preset);
                settings.showPreset();
            });
            settings.preset().subscribe(now -> button.setSelected(now == preset));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node origin() {
        var group = new ToggleGroup();
        var box = new VBox(6);
        for (var origin : Origin.values()) {
            var button = new RadioButton(strings.get("train.origin." + key(origin)));
            button.setId("train-origin-" + origin.name());
            button.setToggleGroup(group);
            button.setWrapText(true);
            button.setOnAction(_ -> settings.origin().set(origin));
            settings.origin().subscribe(now -> button.setSelected(now == origin));
            box.getChildren().add(button);
        }
        return box;
    }

    private SettingField number(Field field, String nameKey) {
        var text = new TextField();
        text.setId("train-" + field.name());
        text.textProperty().bindBidirectional(settings.typed(field));
        var setting = SettingField.beside(strings, nameKey, text);
        fields.put(field, setting);
        return setting;
    }

    private Node moreSettings(ObservableValue<@Nullable DeviceInfo> device) {
        var part = new ComboBox<Learning.Part>();
        part.setId("train-part");
        part.getItems().setAll(Learning.Part.HEADS, Learning.Part.FUSION_AND_HEADS, Learning.Part.LAST_LAYERS,
                Learning.Part.ALL_BUT_IMAGE_ENCODER, Learning.Part.ALL);
        part.setConverter(new Named<>(value -> strings.get("train.part." + key(value))));
        part.valueProperty().bindBidirectional(settings.part());
        var balanced = check("train.balanced");
        balanced.selectedProperty().bindBidirectional(settings.balanced());
        var stopsEarly = check("train.early");
        stopsEarly.selectedProperty().bindBidirectional(settings.stopsEarly());
        return new VBox(12, SettingField.below(strings, "train.part", part, null),
                number(Field.LAST_LAYERS, "train.layers"),
                number(Field.ACCUMULATION, "train.accumulation").explained("train.accumulation.how"),
                number(Field.ALPHA, "train.alpha").explained("train.alpha.how"), balanced, stopsEarly,
                number(Field.PATIENCE, "train.patience"), mixed(device), teacher,
                number(Field.SEED, "train.seed").explained("train.seed.how"));
    }

    private Node mixed(ObservableValue<@Nullable DeviceInfo> device) {
        var mixed = check("train.mixed");
        mixed.selectedProperty().bindBidirectional(settings.mixed());
        var reason = wrapped();
        reason.getStyleClass().add("about");
        var box = new VBox(3, mixed);
        device.subscribe(now -> {
            boolean able = now != null && now.bfloat16();
            mixed.setDisable(!able);
            box.getChildren().remove(reason);
            if (now != null && !able) {
                reason.setText(strings.get("train.mixed.not", now.name()));
                box.getChildren().add(reason);
            }
        });
        return box;
    }

    private CheckBox check(String key) {
        var box = new CheckBox(strings.get(key));
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private void render() {
        var problems = settings.problems().get();
        fields.forEach((field, setting) -> {
            setting.setDisable(!settings.counts(field));
            setting.show(problems.get(field));
        });
        encoders.show(problems);
        boolean fresh = settings.origin().get() == Origin.ENCODERS;
        encoders.setVisible(fresh);
        encoders.setManaged(fresh);
        teacher.show(problems);
        teacher.setVisible(!fresh);
        teacher.setManaged(!fresh);
    }

    /// What there is to learn from.
    void show(TrainViewModel.Material now) {
        material.setText(strings.get("train.material", now.train(), now.corrected(), now.answered(), now.validation(),
                now.test()));
    }
}
