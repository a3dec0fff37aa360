package org.askance.app.importing;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.importing.ImportViewModel.Found;
import org.askance.app.importing.ImportViewModel.State;
import org.askance.app.report.ReadingLines;
import org.askance.app.text.Strings;
import org.askance.app.ui.Choosers;
import org.askance.app.ui.Named;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.exchange.Encodings;
import org.askance.storage.exchange.Format;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where pairs come from, what that is taken for and why; format and encoding may be chosen otherwise. FX thread.
final class SourcePane extends VBox {

    private static final double SPINNER_PX = 18;

    private final ImportViewModel model;
    private final Strings strings;
    private final Label path = new Label();
    private final Label guess = new WrappingLabel("");
    private final Label beside = new WrappingLabel("");
    private final ComboBox<Format> formats = new ComboBox<>(FXCollections.observableArrayList(Format.values()));
    private final ComboBox<Charset> encodings = new ComboBox<>(FXCollections.observableArrayList(Encodings.CHOICES));
    private final ProgressIndicator looking = new ProgressIndicator();
    private final HBox buttons;
    private final FlowPane choices;
    private boolean showing;

    SourcePane(ImportViewModel model, Strings strings) {
        super(10);
        this.model = model;
        this.strings = strings;
        path.getStyleClass().add("import-path");
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        path.setMinWidth(0);
        HBox.setHgrow(path, Priority.ALWAYS);
        looking.setMaxSize(SPINNER_PX, SPINNER_PX);
        looking.setMinSize(SPINNER_PX, SPINNER_PX);
        buttons = new HBox(10, button("import.choose.folder", "import-folder", Feather.FOLDER, this::folder),
                button("import.choose.file", "import-file", Feather.FILE, this::file), path, looking);
        buttons.setAlignment(Pos.CENTER_LEFT);
        guess.setId("import-guess");
        beside.setId("import-beside");
        choices = new FlowPane(10, 8, box("import.format", "import-format", formats,
                format -> format.told().in(strings::told), this::format),
                box("import.encoded", "import-encoding", encodings, Charset::displayName, this::encode));
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(buttons, guess, beside, choices);
        model.state().subscribe(this::render);
    }

    private Button button(String key, String id, Feather icon, Runnable action) {
        var button = new Button(strings.get(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private <T> HBox box(String key, String id, ComboBox<T> box, Function<T, String> name, Consumer<T> chosen) {
        box.setId(id);
        box.setConverter(new Named<>(value -> name.apply(value)));
        box.valueProperty().subscribe((_, value) -> {
            if (value != null && !showing) {
                chosen.accept(value);
            }
        });
        var label = new Label(strings.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(box);
        var line = new HBox(8, label, box);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void folder() {
        Choosers.folder(getScene().getWindow(), strings.get("import.choose.folder")).ifPresent(model::look);
    }

    private void file() {
        Choosers.file(getScene().getWindow(), strings.get("import.choose.file")).ifPresent(model::look);
    }

    private void format(Format format) {
        model.chooseFormat(format);
    }

    private void encode(Charset charset) {
        model.choose(model.options().withEncoding(charset));
    }

    private void render(State state) {
        looking.setVisible(state instanceof State.Looking);
        beside("");
        boolean fixed = state instanceof State.Comparing || state instanceof State.Importing
                || state instanceof State.Done;
        buttons.setDisable(fixed);
        choices.setDisable(fixed || state instanceof State.Compared);
        switch (state) {
            case State.Nothing() -> show(null, "", null, null);
            case State.Looking(Path at, Found before) when before == null ->
                show(at, strings.get("import.looking"), null, null);
            case State.Looking(_, Found before) -> found(before);
            case State.NotRead(Path at, var usual, var tried, String sentence) -> show(at, sentence,
                    tried == null && usual != null ? usual.format() : tried, model.options().encoding());
            case State.Read(Found found) -> found(found);
            case State.Comparing(Found found, _) -> found(found);
            case State.Compared(Found found, _) -> found(found);
            case State.Importing(Found found, _) -> found(found);
            case State.Done(Found found, _) -> {
                found(found);
                // The report says it.
                beside("");
            }
        }
        boolean trouble = state instanceof State.NotRead;
        guess.getStyleClass().removeAll(List.of("import-trouble"));
        guess.setGraphic(trouble ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
        if (trouble) {
            guess.getStyleClass().add("import-trouble");
        }
    }

    private void found(@Nullable Found found) {
        if (found != null) {
            beside(String.join(" ", new ReadingLines(found.reading(), found.tasks(), strings).folder()));
            show(found.guess().path(),
                    strings.get("import.guess", found.guess().named().in(strings::told),
                            found.guess().reason().in(strings::told)),
                    found.guess().format(), found.preview().encoding());
        }
    }

    /// Which files of a folder are read and which are not.
    private void beside(String sentences) {
        beside.setText(sentences);
        beside.setVisible(!sentences.isEmpty());
        beside.setManaged(!sentences.isEmpty());
    }

    private void show(@Nullable Path at, String sentence, @Nullable Format format, @Nullable Charset encoding) {
        showing = true;
        path.setText(at == null ? "" : at.toString());
        guess.setText(sentence);
        guess.setVisible(!sentence.isEmpty());
        guess.setManaged(!sentence.isEmpty());
        choices.setVisible(at != null);
        choices.setManaged(at != null);
        formats.setValue(format);
        encodings.setValue(encoding);
        encodings.getParent().setVisible(format != null && format.isEncoded());
        showing = false;
    }
}
