package org.askance.app.annotate;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.askance.app.annotate.explain.ExplanationPane;
import org.askance.app.annotate.explain.ExplanationViewModel;
import org.askance.app.annotate.explain.Overlay;
import org.askance.app.annotate.keys.Command;
import org.askance.app.annotate.keys.KeyAction;
import org.askance.app.annotate.keys.KeyNames;
import org.askance.app.annotate.keys.KeyTable;
import org.askance.app.annotate.keys.KeysDialog;
import org.askance.app.annotate.keys.KeysViewModel;
import org.askance.app.annotate.picture.PictureView;
import org.askance.app.text.Strings;
import org.askance.app.ui.CommentField;
import org.askance.app.ui.Feature;
import org.askance.app.ui.Message;
import org.askance.app.ui.Navigator;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.Stroke;
import org.askance.app.ui.WrappingLabel;
import org.askance.storage.query.Queue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One pair, large, and the labels it can be given; every key does what the keymap says. Its looks live in
/// `annotate.css`.
public final class AnnotateView implements Feature {

    /// What comes next is not made ready while the pair that was asked for is painted.
    private final PauseTransition calm = new PauseTransition(Duration.millis(50));
    /// A pair that is looked at, and not only passed by.
    private final PauseTransition settled = new PauseTransition(Duration.millis(150));
    private final AnnotateViewModel model;
    private final KeysViewModel keys;
    private final Strings strings;
    private final Navigator navigator;
    private final BorderPane content = new BorderPane();
    private final BorderPane frame = new BorderPane(content);
    private final StackPane root = new StackPane(frame);
    private final KeyHelp help;
    private final PictureView picture;
    private final PairSide side;
    private final PairFooter footer;
    private final CommentField comment;
    /// Why the last key did nothing.
    private final Label said = new WrappingLabel("");
    private final VBox below;
    private final PairMenu menu;
    private final ExplanationViewModel explanation;
    private long shown = Queue.NOWHERE;
    private @Nullable KeysDialog keysDialog;
    private Consumer<String> labels = _ -> {};

    public AnnotateView(AnnotateViewModel model, KeysViewModel keys, ExplanationViewModel explanation,
            Strings strings, Pictures pictures, Navigator navigator) {
        this.model = model;
        this.keys = keys;
        this.explanation = explanation;
        this.strings = strings;
        this.navigator = navigator;
        var names = new KeyNames(strings);
        help = new KeyHelp(strings, names);
        picture = new PictureView(pictures, strings, navigator::relink);
        side = new PairSide(strings, names, this::answer, task -> labels.accept(task));
        side.explainBy(new ExplanationPane(explanation, strings));
        new Overlay(picture, explanation).follow();
        footer = new PairFooter(strings, names);
        comment = new CommentField(strings, model::comment, root::requestFocus);
        said.setId("said");
        said.setMaxWidth(Double.MAX_VALUE);
        said.managedProperty().bind(said.visibleProperty());
        below = new VBox(comment, said, footer);
        model.unheard().subscribe(this::say);
        model.anotherPicture().subscribe(side::tellAnother);
        model.scoring().subscribe(scoring -> {
            side.tellScoring(scoring);
            say(model.unheard().get());
        });
        menu = new PairMenu(keys.table()::get, names, this::perform);
        root.getStyleClass().add("annotate");
        root.getStylesheets().add(
                Objects.requireNonNull(AnnotateView.class.getResource("annotate.css")).toExternalForm());
        root.setFocusTraversable(true);
        root.setAccessibleRole(AccessibleRole.TEXT);
        root.setAccessibleText(strings.get("place.annotate"));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.getChildren().add(help);
        picture.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event -> menu.show(picture, event.getScreenX(), event.getScreenY()));
        model.tasks().subscribe(keys::tasks);
        keys.table().subscribe(this::use);
        model.state().subscribe(this::render);
        settled.setOnFinished(_ -> model.lookAtPicture());
        calm.setOnFinished(_ -> prepare(pictures));
        model.upcoming().subscribe(_ -> calm.play());
    }

    /// @param header shown above the pair
    public void setHeader(Node header) {
        frame.setTop(header);
    }

    /// @param notice shown over the pair, while it is visible
    public void setNotice(Node notice) {
        // Below the keys.
        root.getChildren().add(1, notice);
    }

    /// @param aside shown beside the pair; `null` for nothing
    public void setAside(@Nullable Node aside) {
        // Not beside the footer too: its hints need the width.
        content.setLeft(aside);
        side.makeRoom(aside != null);
    }

    /// @param newLabels edits the labels of a task; empty for the one that was edited last
    public void editLabelsBy(Consumer<String> newLabels) {
        labels = newLabels;
    }

    @Override
    public Place place() {
        return Place.ANNOTATE;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        root.requestFocus();
    }

    private void prepare(Pictures pictures) {
        var ahead = model.upcoming().get();
        ahead.pictures().forEach(file -> pictures.prefetch(file, PictureView.FITTED_PX));
        if (ahead.text() != null) {
            side.prepare(ahead.text());
        }
    }

    private void use(KeyTable table) {
        side.answerWith(table);
        footer.hint(table);
        if (model.state().get() instanceof AnnotateViewModel.State.Asking asking) {
            side.show(asking);
        }
    }

    private void answer(Map<String, String> labels) {
        // A button that was clicked would take the keys.
        root.requestFocus();
        model.answer(labels);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (help.isVisible()) {
            if (!help.scrolls(event)) {
                help.setVisible(false);
            }
            event.consume();
            return;
        }
        var stroke = Stroke.of(event);
        if (stroke.isPresent() && (pans(event) || run(stroke.get()))) {
            event.consume();
        }
    }

    private boolean run(Stroke stroke) {
        var command = keys.table().get().find(stroke);
        if (command.isEmpty()) {
            return false;
        }
        switch (command.get()) {
            case Command.Label(String task, String label) -> model.answer(task, label);
            case Command.Both(var labels) -> model.answer(labels);
            case Command.Act(var action) -> perform(action);
        }
        return true;
    }

    /// Arrows move a zoomed picture, and else a long text.
    private boolean pans(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> picture.pan(-1, 0);
            case RIGHT, KP_RIGHT -> picture.pan(1, 0);
            case UP, KP_UP -> picture.pan(0, -1) || scrolls(-1);
            case DOWN, KP_DOWN -> picture.pan(0, 1) || scrolls(1);
            default -> false;
        };
    }

    private boolean scrolls(int lines) {
        side.scroll(lines);
        return true;
    }

    private void perform(KeyAction action) {
        switch (action) {
            case ACCEPT -> model.accept();
            case SKIP -> model.skip();
            case FLAG -> model.flag();
            case COMMENT -> comment();
            case UNDO -> model.undo();
            case REDO -> model.redo();
            case NEXT -> model.next();
            case PREVIOUS -> model.previous();
            case ZOOM_IN -> picture.zoomIn();
            case ZOOM_OUT -> picture.zoomOut();
            case ZOOM_FIT -> picture.fit();
            case ZOOM_ACTUAL -> picture.actualSize();
            case ROTATE -> picture.rotate(1);
            case ROTATE_BACK -> picture.rotate(-1);
            case EXPLAIN -> explain();
            case EXPLAIN_NEXT -> explanation.next();
            case WEAKER -> explanation.strengthen(-1);
            case STRONGER -> explanation.strengthen(1);
            case HELP -> help.show(keys.table().get(), keys.window().get());
            case KEYS -> changeKeys();
            case LABELS -> labels.accept("");
        }
    }

    private void say(Agreeing.@Nullable Nothing why) {
        said.setVisible(why != null);
        said.setText(why == null
                ? ""
                : strings.get(why == Agreeing.Nothing.UNSCORED && model.scoring().getValue()
                        ? "annotate.accept.scoring"
                        : why.key()));
    }

    private void comment() {
        if (model.state().get() instanceof AnnotateViewModel.State.Asking) {
            comment.open();
        }
    }

    private void explain() {
        if (model.state().get() instanceof AnnotateViewModel.State.Asking asking) {
            explanation.toggle(asking.row(), asking.tasks(), asking.opinion() == null);
        }
    }

    private void changeKeys() {
        var dialog = keysDialog;
        if (dialog == null) {
            dialog = new KeysDialog(root.getScene(), keys, strings);
            keysDialog = dialog;
        }
        dialog.show();
    }

    private void render(AnnotateViewModel.State state) {
        switch (state) {
            // The old pair stays while an answer is saved: a flash of emptiness tires the eye.
            case AnnotateViewModel.State.Busy() -> {
            }
            case AnnotateViewModel.State.Closed() -> alone(new StackPane());
            case AnnotateViewModel.State.Empty() -> alone(
                    new Message(Feather.INBOX, strings.get("annotate.empty"), strings.get("annotate.empty.how"))
                            .with(button(strings.get("menu.import"), navigator::importPairs)));
            case AnnotateViewModel.State.Nothing() -> alone(new Message(Feather.LIST,
                    strings.get("annotate.nothing"), strings.get("annotate.nothing.how")));
            case AnnotateViewModel.State.Done(int total) -> alone(
                    new Message(Feather.CHECK_CIRCLE, strings.get("annotate.done"), strings.get("annotate.done.how",
                            total)));
            case AnnotateViewModel.State.Unavailable() -> alone(
                    new Message(Feather.ALERT_TRIANGLE, strings.get("annotate.unavailable"), "")
                            .with(button(strings.get("action.retry"), model::load)));
            case AnnotateViewModel.State.Asking asking -> show(asking);
        }
    }

    private void alone(Node message) {
        shown = Queue.NOWHERE;
        explanation.close();
        content.setRight(null);
        content.setBottom(null);
        content.setCenter(message);
    }

    private void show(AnnotateViewModel.State.Asking asking) {
        if (content.getCenter() != picture) {
            content.setCenter(picture);
            content.setRight(side);
            content.setBottom(below);
        }
        var example = asking.row().example();
        if (example.id() != shown) {
            comment.forget();
            explanation.close();
            shown = example.id();
        }
        settled.playFromStart();
        side.show(asking);
        footer.show(asking);
        if (example.problem() != null || example.image() == null) {
            picture.showNone(example.problem() == null
                    ? strings.get("picture.none")
                    : asking.problem().in(strings::told), example.problem() != null);
        } else {
            picture.show(example.image());
        }
        picture.setAccessibleText(strings.get("picture.of", example.key()));
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
