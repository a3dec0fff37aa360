package org.askance.app.train;

import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.train.SettingsViewModel.Field;
import org.askance.app.ui.Choosers;
import org.askance.app.work.LookAtEncoder;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A new network's encoders, for texts, for pictures, and a CLIP to align with if wanted: each by the name it was
/// fetched under, or by its folder. FX thread.
final class EncoderFields extends VBox {

    private final SettingsViewModel settings;
    private final Strings strings;
    private final Map<Field, SettingField> fields = new EnumMap<>(Field.class);
    private final Map<Field, Label> found = new EnumMap<>(Field.class);

    /// @param get opens the dialog that fetches them
    static EncoderFields ofNewNetwork(SettingsViewModel settings, Strings strings, Runnable get) {
        var all = new EncoderFields(settings, strings);
        all.add(Field.TEXT, "train.encoder.text", "train.encoder.prompt");
        all.add(Field.IMAGE, "train.encoder.image", "train.encoder.prompt");
        all.add(Field.TEACHER, "train.encoder.teacher", "train.encoder.prompt.teacher");
        var link = new Hyperlink(strings.get("menu.encoders"));
        link.setId("train-encoders-get");
        link.setOnAction(_ -> get.run());
        var knowledge = new CheckBox(strings.get("train.knowledge"));
        knowledge.setWrapText(true);
        knowledge.setMinHeight(USE_PREF_SIZE);
        knowledge.selectedProperty().bindBidirectional(settings.knowledge());
        all.getChildren().addAll(link, knowledge);
        return all;
    }

    /// Only the teacher, for a network that goes on learning.
    static EncoderFields ofTeacher(SettingsViewModel settings, Strings strings) {
        var all = new EncoderFields(settings, strings);
        all.add(Field.KEPT_TEACHER, "train.encoder.teacher", "train.encoder.prompt.kept");
        return all;
    }

    private EncoderFields(SettingsViewModel settings, Strings strings) {
        super(10);
        this.settings = settings;
        this.strings = strings;
    }

    private void add(Field field, String nameKey, String promptKey) {
        var path = new TextField();
        path.setId("train-" + field.name());
        path.textProperty().bindBidirectional(settings.typed(field));
        path.setPromptText(strings.get(promptKey));
        var choose = new MenuButton("", new FontIcon(Feather.FOLDER));
        choose.setId("train-choose-" + field.name());
        choose.setAccessibleText(strings.get("train.encoder.choose", strings.get(nameKey)));
        settings.offered().subscribe(_ -> offer(choose, field, nameKey));
        var setting = SettingField.below(strings, nameKey, path, choose);
        var what = new Label();
        what.getStyleClass().add("about");
        fields.put(field, setting);
        found.put(field, what);
        getChildren().addAll(setting, what);
    }

    private void offer(MenuButton choose, Field field, String nameKey) {
        choose.getItems().clear();
        for (var encoder : settings.offered().get()) {
            if (encoder.kind() == SettingsViewModel.kind(field)) {
                var item = new MenuItem(encoder.title());
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> settings.typed(field).set(encoder.title()));
                choose.getItems().add(item);
            }
        }
        if (!choose.getItems().isEmpty()) {
            choose.getItems().add(new SeparatorMenuItem());
        }
        var folder = new MenuItem(strings.get("train.encoder.folder"));
        folder.setOnAction(_ -> choose(field, nameKey));
        choose.getItems().add(folder);
    }

    private void choose(Field field, String nameKey) {
        Choosers.folder(getScene().getWindow(), strings.get("train.encoder.choose", strings.get(nameKey)),
                new File(settings.typed(field).get()).toPath())
                .ifPresent(folder -> settings.typed(field).set(folder.toString()));
    }

    /// Says what is wrong with each field, or what lies in its folder.
    void show(Map<Field, SettingProblem> problems) {
        fields.forEach((field, setting) -> setting.show(problems.get(field)));
        found.forEach((field, what) -> {
            boolean usable = settings.found(field).orElse(null) instanceof LookAtEncoder.Found.Usable;
            what.setText(settings.found(field).orElse(null) instanceof LookAtEncoder.Found.Usable(int layers, int width)
                    ? strings.get("train.encoder.is", layers, width)
                    : "");
            what.setVisible(usable);
            what.setManaged(usable);
        });
    }
}
