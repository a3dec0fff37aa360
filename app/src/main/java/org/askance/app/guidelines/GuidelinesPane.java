package org.askance.app.guidelines;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.guidelines.GuidelinesViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Message;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeys;
import org.askance.app.ui.markdown.MarkdownView;
import org.askance.storage.annotation.GuidelineRepository.Guideline;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The guidelines in force, beside the pair. Its looks live in `guidelines.css`. FX thread.
public final class GuidelinesPane extends BorderPane {

    private static final double NARROWEST = 240;
    private static final double WIDEST = 420;
    private static final double SHARE = 0.27;

    private final GuidelinesViewModel model;
    private final Strings strings;
    private final Runnable edit;
    private final MarkdownView markdown;
    private final ScrollPane scroll;
    private final Label version = new Label();
    private final Button current;
    private final Button hide;
    /// The version that someone asked to see; 0 for the one in force.
    private int looked;

    /// @param edit shows the editor
    public GuidelinesPane(GuidelinesViewModel model, Strings strings, Pictures pictures, Runnable edit) {
        this.model = model;
        this.strings = strings;
        this.edit = edit;
        markdown = new MarkdownView(new PinnedExamples(model, pictures, strings));
        scroll = new ScrollPane(markdown);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setId("guidelines");
        getStyleClass().add("guidelines-pane");
        ManualPage.GUIDELINES.mark(this);
        getStylesheets().add(
                Objects.requireNonNull(GuidelinesPane.class.getResource("guidelines.css")).toExternalForm());
        hide = button("guidelines.hide", Feather.X, model::toggle);
        current = action("guidelines.current", () -> look(0));
        current.setId("guidelines-current");
        current.getStyleClass().add("small");
        current.managedProperty().bind(current.visibleProperty());
        var older = new HBox(current);
        older.getStyleClass().add("guidelines-older");
        older.managedProperty().bind(current.visibleProperty());
        setTop(new VBox(header(), older));
        model.state().subscribe(this::render);
    }

    /// Shows the text of version `number`, whether or not it is in force; 0 for the one that is.
    public void look(int number) {
        looked = number;
        render(model.state().get());
    }

    private Guideline shown(State.Ready ready) {
        return ready.versions().stream().filter(one -> one.version() == looked).findFirst().orElse(ready.current());
    }

    /// Takes a share of `width`, that of the window's room.
    public void fit(ObservableDoubleValue width) {
        prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.clamp(SHARE * width.get(), NARROWEST, WIDEST), width));
    }

    private Node header() {
        var title = new Label(strings.get("guidelines.title"));
        title.getStyleClass().add("guidelines-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        version.getStyleClass().add("about");
        version.setMinWidth(Region.USE_PREF_SIZE);
        // One below the other where letters are large.
        var names = new FlowPane(8, 0, title, version);
        names.setRowValignment(VPos.BASELINE);
        HBox.setHgrow(names, Priority.ALWAYS);
        var header = new HBox(8, names, button("guidelines.edit", Feather.EDIT_2, edit), hide);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("guidelines-header");
        return header;
    }

    private Button button(String key, Ikon icon, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        name(button, key, "");
        // Space answers: no button may take it.
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void name(Button button, String key, String stroke) {
        String text = strings.get(key, stroke).strip();
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
    }

    /// Says which key hides it.
    public void useKeys(WindowKeys keys) {
        keys.tell(WindowAction.GUIDELINES, key -> name(hide, "guidelines.hide", key));
    }

    private void render(State state) {
        version.setText(state instanceof State.Ready ready && !ready.versions().isEmpty()
                ? strings.get("guidelines.version", shown(ready).version())
                : "");
        current.setVisible(state instanceof State.Ready ready && shown(ready).version() != ready.current().version());
        setCenter(switch (state) {
            case State.Busy() -> new ProgressIndicator();
            case State.Unavailable() -> whole(new Message(Feather.ALERT_TRIANGLE,
                    strings.get("guidelines.unavailable"), "").with(action("action.retry", model::load)));
            case State.Ready ready when shown(ready).text().isBlank() -> whole(new Message(Feather.BOOK_OPEN,
                    strings.get("guidelines.none"), strings.get("guidelines.none.how"))
                    .with(action("guidelines.write", edit)));
            case State.Ready ready -> {
                markdown.show(shown(ready).text());
                scroll.setVvalue(0);
                yield scroll;
            }
        });
    }

    /// In the middle, and scrolled where that has no room.
    private static Node whole(Message message) {
        message.setMinHeight(Region.USE_PREF_SIZE);
        var around = new ScrollPane(message);
        around.setFitToWidth(true);
        around.setFitToHeight(true);
        around.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        around.setFocusTraversable(false);
        return around;
    }

    private Button action(String key, Runnable action) {
        var button = new Button(strings.get(key));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
