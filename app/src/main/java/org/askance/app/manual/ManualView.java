package org.askance.app.manual;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.askance.app.manual.ManualViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.MainWindow;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.Message;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Pages on the left, the page that is read on the right, search above; all of it by keyboard. Its looks live in
/// `manual.css`. FX thread.
final class ManualView extends BorderPane {

    private final ManualViewModel model;
    private final Strings strings;
    private final Runnable close;
    private final PageList list;
    private final PagePane page;
    private final StackPane centre = new StackPane();
    private final Label title = new Label();
    private final Subscription watching;

    ManualView(ManualViewModel model, Strings strings, Runnable close) {
        this.model = model;
        this.strings = strings;
        this.close = close;
        this.list = new PageList(model, strings);
        this.page = new PagePane(model);
        getStyleClass().add("manual");
        getStylesheets().addAll(
                Objects.requireNonNull(MainWindow.class.getResource("base.css")).toExternalForm(),
                Objects.requireNonNull(ManualView.class.getResource("manual.css")).toExternalForm());
        var split = new SplitPane(list, centre);
        split.setDividerPositions(0.27);
        SplitPane.setResizableWithParent(list, false);
        setTop(bar());
        setCenter(split);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        watching = model.state().subscribe(this::render);
    }

    /// It is shown no longer.
    void leave() {
        watching.unsubscribe();
    }

    private Node bar() {
        var back = button("manual.back", Feather.ARROW_LEFT, "Alt+←", model::back);
        back.disableProperty().bind(model.canGoBack().not());
        var forward = button("manual.forward", Feather.ARROW_RIGHT, "Alt+→", model::forward);
        forward.disableProperty().bind(model.canGoForward().not());
        var contents = button("manual.contents", Feather.BOOK, "Alt+↑", () -> model.open(ManualPage.CONTENTS));
        var copy = button("manual.copy", Feather.COPY, "Ctrl+C", this::copy);
        title.getStyleClass().add("manual-title");
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(4, back, forward, contents, title, space, copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("manual-bar");
        return bar;
    }

    private Button button(String key, Feather icon, String keys, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(strings.get(key));
        button.setTooltip(new Tooltip(strings.get(key) + "  " + keys));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void render(State state) {
        switch (state) {
            case State.Busy() -> centre.getChildren().setAll(new ProgressIndicator());
            case State.Unavailable() -> {
                var again = new Button(strings.get("action.retry"));
                again.setOnAction(_ -> model.load());
                centre.getChildren().setAll(
                        new Message(Feather.ALERT_TRIANGLE, strings.get("manual.unavailable"), "").with(again));
            }
            case State.Reading reading -> {
                if (!centre.getChildren().contains(page)) {
                    centre.getChildren().setAll(page);
                    page.requestFocus();
                }
                title.setText(reading.manual().page(reading.place().page()).title());
                list.show(reading);
                page.show(reading);
            }
        }
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        var action = switch (event.getCode()) {
            case LEFT -> Optional.<Runnable>of(model::back).filter(_ -> event.isAltDown());
            case RIGHT -> Optional.<Runnable>of(model::forward).filter(_ -> event.isAltDown());
            case UP -> Optional.<Runnable>of(() -> model.open(ManualPage.CONTENTS)).filter(_ -> event.isAltDown());
            case F -> Optional.<Runnable>of(list::focusSearch).filter(_ -> event.isShortcutDown());
            case C -> Optional.<Runnable>of(this::copy).filter(_ -> event.isShortcutDown() && !typing);
            case ESCAPE -> Optional.<Runnable>of(this::escape);
            default -> sign(event, typing);
        };
        action.ifPresent(does -> {
            does.run();
            event.consume();
        });
    }

    /// A stroke looks for words, as in many programs that show pages.
    private Optional<Runnable> sign(KeyEvent event, boolean typing) {
        return !typing && (event.getCode() == KeyCode.SLASH || event.getText().equals("/"))
                ? Optional.of(list::focusSearch)
                : Optional.empty();
    }

    /// First what is looked for goes, then the window.
    private void escape() {
        if (!list.clear()) {
            close.run();
        }
    }

    private void copy() {
        if (model.state().get() instanceof State.Reading reading) {
            var content = new ClipboardContent();
            content.putString(reading.manual().page(reading.place().page()).text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
