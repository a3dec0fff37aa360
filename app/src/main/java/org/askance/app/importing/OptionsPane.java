package org.askance.app.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.askance.app.importing.ImportViewModel.Found;
import org.askance.app.text.Strings;
import org.askance.app.ui.Choosers;
import org.askance.app.work.Divide;
import org.askance.storage.exchange.Format;
import org.jspecify.annotations.Nullable;

/// What else may be chosen about a format, and the rules it follows. FX thread.
final class OptionsPane extends VBox {

    private static final double BOX_GAP_PX = 24;

    private final ImportViewModel model;
    private final Strings strings;
    private final Label rule = about();
    private final Label mixed = about();
    private final CheckBox leaks;
    private final CheckBox absolute;
    private final CheckBox near;
    private final ComboBox<Divide> divide = new ComboBox<>(FXCollections.observableArrayList(Divide.values()));
    private final Label images = new Label();
    private final HBox imagesLine;
    private boolean showing;

    OptionsPane(ImportViewModel model, Strings strings) {
        super(8);
        this.model = model;
        this.strings = strings;
        rule.setText(strings.get("import.mvsa"));
        near = box("import.near", "import-near", on -> model.choose(model.choices().withNear(on)));
        leaks = box("import.leaks", "import-leaks", on -> model.choose(model.options().withDropLeaks(on)));
        absolute = box("import.absolute", "import-absolute", on -> model.choose(model.options().withAbsolute(on)));
        imagesLine = imagesLine();
        var boxes = new FlowPane(BOX_GAP_PX, 8, leaks, absolute, near);
        boxes.setMinWidth(0);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(rule, mixed, imagesLine, divideLine(), boxes);
    }

    private static Label about() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("about");
        return label;
    }

    private CheckBox box(String key, String id, Consumer<Boolean> chosen) {
        var box = new CheckBox(strings.get(key));
        box.setId(id);
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.maxWidthProperty().bind(widthProperty());
        box.selectedProperty().subscribe((_, on) -> {
            if (!showing) {
                chosen.accept(on);
            }
        });
        return box;
    }

    private HBox divideLine() {
        divide.setId("import-divide");
        divide.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Divide which) {
                return which == null ? "" : strings.get("import.divide." + which.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public @Nullable Divide fromString(String text) {
                return null;
            }
        });
        divide.valueProperty().subscribe((_, which) -> {
            if (which != null && !showing) {
                model.choose(model.choices().withDivide(which));
            }
        });
        var name = new Label(strings.get("import.divide"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(divide);
        var line = new HBox(10, name, divide);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox imagesLine() {
        images.setId("import-images");
        images.setMinWidth(0);
        images.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(images, Priority.ALWAYS);
        var choose = new Button(strings.get("import.images.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> {
            Choosers.folder(getScene().getWindow(), strings.get("import.images"))
                    .ifPresent(folder -> model.choose(model.options().withImages(folder)));
        });
        var name = new Label(strings.get("import.images"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(10, name, choose, images);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void show(Found found) {
        showing = true;
        Format format = found.guess().format();
        here(rule, format == Format.MVSA);
        var encoding = found.preview().encoding();
        here(mixed, format.hasTextFiles() && found.options().encoding() == null && encoding != null
                && !encoding.equals(StandardCharsets.UTF_8));
        mixed.setText(strings.get("import.mixed", encoding == null ? "" : encoding.displayName()));
        here(imagesLine, format.choosesImages());
        here(leaks, format.hasLeakingWords());
        here(absolute, format.namesPaths());
        @Nullable
        Path folder = found.options().images();
        images.setText(folder == null ? strings.get("import.images.beside") : folder.toString());
        leaks.setSelected(found.options().dropLeaks());
        absolute.setSelected(found.options().absolute());
        divide.setValue(model.choices().divide());
        near.setSelected(model.choices().near());
        showing = false;
    }

    private static void here(Region control, boolean wanted) {
        control.setVisible(wanted);
        control.setManaged(wanted);
    }
}
