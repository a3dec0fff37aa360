package org.askance.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.askance.app.ui.Appearance;
import org.askance.app.ui.Looks;
import org.askance.app.ui.Place;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.Split;
import org.askance.storage.run.NewPrediction;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// Browse in a real window over a small project with predictions, its pairs selected by keyboard and mouse.
abstract class BulkWindow {

    @TempDir
    Path folder;

    @Nullable
    PeopleTour opened;

    @AfterEach
    void stop() {
        if (opened != null) {
            opened.close();
        }
        Fx.run(Looks.of(Appearance.LIGHT)::apply);
    }

    PeopleTour tour() {
        return Objects.requireNonNull(opened);
    }

    void start(int pairs) {
        opened = new PeopleTour(folder, pairs);
        long checkpoint = Objects.requireNonNull(tour().project().checkpoints().current()).id();
        var predictions = new ArrayList<NewPrediction>();
        for (long id : ids()) {
            predictions.add(new NewPrediction(id, Map.of("sarcasm", new float[]{0.87f, 0.13f}, "sentiment",
                    new float[]{0.1f, 0.8f, 0.1f})));
        }
        tour().project().predictions().save(checkpoint, predictions);
        Fx.run(() -> tour().desk().window().show(Place.BROWSE));
        Fx.run(tour().desk().context()::examplesChanged);
        Fx.until(() -> found(0).filter(cell -> cell.lookup(".predicted") != null).isPresent());
        tour().idle();
    }

    long[] ids() {
        return tour().project().examples().ids(ExampleFilter.ALL);
    }

    Node node(String selector) {
        return Objects.requireNonNull(tour().scene().lookup(selector), selector);
    }

    Optional<GridCell<?>> found(int index) {
        return tour().scene().getRoot().lookupAll(".pair-cell").stream().<GridCell<?>>map(GridCell.class::cast)
                .filter(cell -> cell.getIndex() == index && cell.getItem() != null).findFirst();
    }

    /// The card at a place, once it is there.
    GridCell<?> cell(int index) {
        Fx.until(() -> found(index).isPresent());
        return Fx.call(() -> found(index).orElseThrow());
    }

    String count() {
        var bar = node(".bulk-bar");
        return bar.isVisible() ? ((Label) node("#bulk-count")).getText() : "";
    }

    String notice() {
        return node("#bulk-notice").isVisible() ? ((Label) node("#bulk-notice .label")).getText() : "";
    }

    void press(KeyCode code, boolean shift, boolean control, boolean alt) {
        String text = code.isLetterKey() || code.isDigitKey() ? code.getName().toLowerCase(java.util.Locale.ROOT) : "";
        Fx.run(() -> KeyEvent.fireEvent(Objects.requireNonNull(tour().scene().getFocusOwner()),
                new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, control, alt, false)));
        Fx.frames();
    }

    void press(KeyCode code) {
        press(code, false, false, false);
    }

    void click(Node at, boolean shift, boolean control, int times) {
        Fx.run(() -> at.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5, MouseButton.PRIMARY, times,
                shift, control, false, false, true, false, false, false, true, true, null)));
        Fx.frames();
    }

    Map<String, String> answered(int index) {
        return Objects.requireNonNull(tour().project().examples().row(ids()[index])).answered();
    }

    Split split(int index) {
        return Objects.requireNonNull(tour().project().examples().row(ids()[index])).example().split();
    }

    static Optional<DialogPane> pane() {
        return Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene).map(Scene::getRoot)
                .filter(DialogPane.class::isInstance).map(DialogPane.class::cast)
                .filter(pane -> pane.getStyleClass().contains("bulk-dialog")).findFirst();
    }

    static DialogPane dialog() {
        Fx.until(() -> pane().isPresent());
        return Fx.call(() -> pane().orElseThrow());
    }

    static String asked() {
        var dialog = dialog();
        return Fx.call(() -> OneWindow.text(dialog.getContent()));
    }

    static void answer(boolean go) {
        var dialog = dialog();
        Fx.run(() -> ((Button) dialog.lookupButton(dialog.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isDefaultButton() == go).findFirst().orElseThrow())).fire());
        Fx.until(() -> pane().isEmpty());
    }

    ContextMenu menuAt(int index) {
        // Cards that are read anew may be others.
        tour().idle();
        var cell = cell(index);
        Fx.run(() -> cell.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, 200, 200,
                false, null)));
        Fx.until(() -> menu().isPresent());
        Fx.frames();
        return Fx.call(() -> menu().orElseThrow());
    }

    static Optional<ContextMenu> menu() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .filter(one -> "pairs-menu".equals(one.getId()) && one.isShowing()).findFirst();
    }

    static MenuItem item(List<MenuItem> items, String id) {
        return items.stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    void query(String text) {
        Fx.run(() -> ((javafx.scene.control.TextField) node("#query")).setText(text));
    }
}
