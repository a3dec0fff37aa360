package org.askance.app.guidelines;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.askance.app.guidelines.GuidelinesViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.markdown.MarkdownView;
import org.askance.storage.annotation.GuidelineRepository.Guideline;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Writes the guidelines: Markdown on the left, as it will be read on the right, versions beside it. What is not in
/// force yet is kept as a draft. Its looks live in `guidelines.css`. FX thread.
public final class GuidelinesDialog {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 740;
    private static final Duration PAUSE = Duration.millis(300);

    private final GuidelinesViewModel model;
    private final Strings strings;
    private final Supplier<Optional<String>> onScreen;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ListView<Guideline> versions = new ListView<>();
    private final TextArea editor = new TextArea();
    private final MarkdownView preview;
    private final Button pin;
    private final Button goOn;
    private final Button save;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    /// What is being written, while an older version is looked at.
    private String draft = "";
    private boolean filling;
    private boolean filled;

    /// @param onScreen the key of the pair that is annotated
    public GuidelinesDialog(Stage owner, GuidelinesViewModel model, Strings strings, Pictures pictures,
            Supplier<Optional<String>> onScreen) {
        this.model = model;
        this.strings = strings;
        this.onScreen = onScreen;
        preview = new MarkdownView(new PinnedExamples(model, pictures, strings));
        pin = button("guidelines.pin", Feather.MAP_PIN, this::pin);
        goOn = button("guidelines.go.on", Feather.CORNER_UP_LEFT, this::goOn);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(strings.get("guidelines.title"));
        dialog.setResizable(true);
        var saving = new ButtonType(strings.get("guidelines.save"), ButtonBar.ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(saving, ButtonType.CLOSE);
        pane.getStylesheets().add(
                Objects.requireNonNull(GuidelinesDialog.class.getResource("guidelines.css")).toExternalForm());
        pane.getStyleClass().add("guidelines");
        ManualPage.GUIDELINES.mark(pane);
        Dialogs.prepare(pane, WIDTH, HEIGHT);
        pane.setContent(content());
        save = (Button) pane.lookupButton(saving);
        save.setId("guidelines-save");
        // Enter is a new line here.
        save.setDefaultButton(false);
        save.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.save(editor.getText());
        });
        pause.setOnFinished(_ -> {
            preview.show(editor.getText());
            if (editor.isEditable()) {
                model.keep(editor.getText());
            }
        });
        editor.textProperty().subscribe((_, text) -> {
            // JavaFX 26.0.2 fails to wrap text that runs from right to left; see TweetText.
            editor.setWrapText(!TweetText.runsRightToLeft(text));
            pause.playFromStart();
            enable();
        });
        versions.getSelectionModel().selectedItemProperty().subscribe(this::look);
        dialog.setOnHidden(_ -> keep());
        model.state().subscribe(this::render);
    }

    private Node content() {
        editor.setId("guidelines-text");
        editor.setWrapText(true);
        editor.setPromptText(strings.get("guidelines.prompt"));
        editor.setAccessibleText(strings.get("guidelines.text"));
        VBox.setVgrow(editor, Priority.ALWAYS);
        versions.setId("guidelines-versions");
        versions.setPrefWidth(190);
        versions.setMinWidth(160);
        versions.setAccessibleText(strings.get("guidelines.versions"));
        versions.setCellFactory(_ -> new VersionCell(strings));
        VBox.setVgrow(versions, Priority.ALWAYS);
        var scroll = new ScrollPane(preview);
        scroll.setId("guidelines-preview");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var how = new Label(strings.get("guidelines.how"));
        how.getStyleClass().add("about");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        var buttons = new HBox(8, pin, goOn);
        var split = new SplitPane(new VBox(8, heading("guidelines.text"), editor, buttons),
                new VBox(8, heading("guidelines.preview"), scroll));
        split.setDividerPositions(0.5);
        HBox.setHgrow(split, Priority.ALWAYS);
        var beside = new VBox(8, heading("guidelines.versions"), versions);
        var all = new HBox(14, beside, split);
        VBox.setVgrow(all, Priority.ALWAYS);
        var whole = new VBox(10, all, how);
        whole.getStyleClass().add("guidelines-all");
        return whole;
    }

    private Label heading(String key) {
        var label = new Label(strings.get(key));
        label.getStyleClass().add("guidelines-heading");
        return label;
    }

    private Button button(String key, Feather icon, Runnable action) {
        var button = new Button(strings.get(key), new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void render(State state) {
        if (!(state instanceof State.Ready ready)) {
            filled = false;
            return;
        }
        filling = true;
        // No version: what is being written.
        versions.getItems().setAll(ready.versions());
        versions.getItems().addFirst(VersionCell.DRAFT);
        if (!filled) {
            draft = ready.draft().isEmpty() ? ready.current().text() : ready.draft();
            filled = true;
        }
        versions.getSelectionModel().selectFirst();
        filling = false;
        look(VersionCell.DRAFT);
    }

    private void look(Guideline version) {
        if (filling || version == null) {
            return;
        }
        boolean writing = version.equals(VersionCell.DRAFT);
        if (editor.isEditable() && !writing) {
            draft = editor.getText();
        }
        String text = writing ? draft : version.text();
        editor.setEditable(false);
        if (!editor.getText().equals(text)) {
            editor.replaceText(0, editor.getLength(), text);
        }
        preview.show(text);
        editor.setEditable(writing && !isReadOnly());
        pin.setVisible(writing);
        goOn.setVisible(!writing);
        enable();
    }

    private boolean isReadOnly() {
        return !(model.state().get() instanceof State.Ready ready) || ready.readOnly();
    }

    private void enable() {
        boolean same = model.state().get() instanceof State.Ready ready
                && ready.current().text().equals(editor.getText());
        save.setDisable(!editor.isEditable() || same);
        pin.setDisable(!editor.isEditable() || onScreen.get().isEmpty());
        goOn.setDisable(isReadOnly());
    }

    /// Writes on from the version that is looked at; the draft comes back with undo.
    private void goOn() {
        String text = editor.getText();
        versions.getSelectionModel().selectFirst();
        editor.replaceText(0, editor.getLength(), text);
        editor.requestFocus();
    }

    private void pin() {
        onScreen.get().ifPresent(key -> {
            String line = PinnedLink.markdown(strings.get("guidelines.pin.caption"), key);
            editor.insertText(editor.getCaretPosition(), "\n\n" + line + "\n\n");
            editor.requestFocus();
        });
    }

    private void keep() {
        if (editor.isEditable()) {
            model.keep(editor.getText());
        }
    }

    /// Shows it, or brings it to the front.
    public void show() {
        if (dialog.isShowing()) {
            ((Stage) dialog.getDialogPane().getScene().getWindow()).toFront();
        } else {
            dialog.show();
            enable();
            editor.requestFocus();
        }
    }
}
