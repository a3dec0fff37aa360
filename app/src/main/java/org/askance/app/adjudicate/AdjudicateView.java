package org.askance.app.adjudicate;

import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.askance.app.adjudicate.AdjudicateViewModel.State;
import org.askance.app.text.Strings;
import org.askance.app.ui.CommentField;
import org.askance.app.ui.Feature;
import org.askance.app.ui.FittingRow;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.Message;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeys;
import org.askance.storage.query.Queue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A disputed pair, what each annotator answered and wrote, and the labels that decide. Its looks live in
/// `adjudicate.css`. FX thread.
public final class AdjudicateView implements Feature {

    private static final int PICTURE_PX = 1000;
    private static final double ROOM = 48;
    /// Share of what is hidden.
    private static final double SCROLLED = 0.25;
    private static final double SIDE_PX = 480;
    private static final double LEAST_SIDE_PX = 340;
    /// What the picture has at least, where the side can spare it.
    private static final double PICTURE_ROOM_PX = 240;
    private static final double LEAST_PICTURE_PX = 100;

    private final AdjudicateViewModel model;
    private final Strings strings;
    private final Pictures pictures;
    private final Runnable figures;
    private final BorderPane content = new BorderPane();
    private final StackPane picture = new StackPane();
    private final CommentField comment;
    private RunningJob loading = RunningJob.NONE;
    private IntConsumer guidelines = _ -> {};
    private String goldKey = "";
    private String guidelinesKey = "";
    private long shown = Queue.NOWHERE;

    /// @param figures shows how far annotators agree
    public AdjudicateView(AdjudicateViewModel model, Strings strings, Pictures pictures, Runnable figures) {
        this.model = model;
        this.strings = strings;
        this.pictures = pictures;
        this.figures = figures;
        comment = new CommentField(strings, model::comment, content::requestFocus);
        content.getStyleClass().add("adjudicate");
        content.getStylesheets().add(
                Objects.requireNonNull(AdjudicateView.class.getResource("adjudicate.css")).toExternalForm());
        content.setFocusTraversable(true);
        content.setAccessibleRole(AccessibleRole.TEXT);
        content.setAccessibleText(strings.get("place.adjudicate"));
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        picture.getStyleClass().add("picture");
        picture.setMinSize(LEAST_PICTURE_PX, LEAST_PICTURE_PX);
        model.state().subscribe(this::render);
    }

    /// @param aside shown beside the pair; `null` for nothing
    public void setAside(@Nullable Node aside) {
        content.setLeft(aside);
    }

    /// Says which keys of the window are of use here.
    public void useKeys(WindowKeys keys) {
        keys.tell(WindowAction.GOLD, key -> goldKey = key);
        keys.tell(WindowAction.GUIDELINES, key -> guidelinesKey = key);
        keys.keymap().subscribe((_, _) -> render(model.state().get()));
    }

    /// @param newGuidelines shows a version of them; 0 for the one in force
    public void showGuidelinesBy(IntConsumer newGuidelines) {
        guidelines = newGuidelines;
    }

    @Override
    public Place place() {
        return Place.ADJUDICATE;
    }

    @Override
    public Parent view() {
        return content;
    }

    @Override
    public void shown() {
        content.requestFocus();
        model.load();
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.isShortcutDown() ? turned(event) : moved(event)) {
            event.consume();
        }
    }

    private boolean turned(KeyEvent event) {
        return switch (event.getCode()) {
            case Z -> {
                turn(event.isShiftDown());
                yield true;
            }
            case Y -> {
                turn(true);
                yield true;
            }
            default -> false;
        };
    }

    private void turn(boolean again) {
        if (again) {
            model.redo();
        } else {
            model.undo();
        }
    }

    private boolean moved(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, ENTER -> model.next();
            case LEFT -> model.previous();
            // Otherwise they would lead out of the view.
            case UP -> scroll(-1);
            case DOWN -> scroll(1);
            case BACK_SPACE -> turn(event.isShiftDown());
            default -> {
                return model.press(event.getCode().isDigitKey() || event.getCode().isLetterKey()
                        ? event.getCode().getName().replace("Numpad ", "")
                        : event.getText()) || (event.getCode() == KeyCode.C && write());
            }
        }
        return true;
    }

    private void scroll(int steps) {
        if (content.getRight() instanceof ScrollPane side) {
            side.setVvalue(Math.clamp(side.getVvalue() + steps * SCROLLED, 0, 1));
        }
    }

    /// A label may have the key: then the button is left.
    private boolean write() {
        if (model.state().get() instanceof State.Deciding) {
            comment.open();
        }
        return true;
    }

    private void render(State state) {
        switch (state) {
            // The old pair stays while an answer is saved: a flash of emptiness tires the eye.
            case State.Busy() -> {
            }
            case State.Nothing() -> alone(new Message(Feather.CHECK_CIRCLE, strings.get("adjudicate.nothing"),
                    strings.get("adjudicate.nothing.how")).with(figuresButton()));
            case State.Unavailable() -> {
                var retry = new Button(strings.get("action.retry"));
                retry.setOnAction(_ -> model.load());
                alone(new Message(Feather.ALERT_TRIANGLE, strings.get("adjudicate.unavailable"), "").with(retry));
            }
            case State.Deciding(var dispute, int position, int total) -> show(dispute, position, total);
        }
    }

    private Button figuresButton() {
        var button = new Button(strings.get("people.agreement"));
        button.setId("adjudicate-figures");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> figures.run());
        return button;
    }

    private void alone(Node message) {
        shown = Queue.NOWHERE;
        content.setRight(null);
        content.setBottom(null);
        content.setCenter(message);
    }

    private void show(Dispute dispute, int position, int total) {
        if (dispute.row().example().id() != shown) {
            comment.forget();
            shown = dispute.row().example().id();
        }
        content.setCenter(picture);
        var side = new ScrollPane(new DisputePane(dispute, strings, (task, label) -> {
            // A button that was clicked would take the keys.
            content.requestFocus();
            model.decide(task, label);
        }, this::write, new DisputePane.Guidelines(guidelinesKey, version -> guidelines.accept(version))));
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setFocusTraversable(false);
        side.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.clamp(content.getWidth() - aside() - PICTURE_ROOM_PX, LEAST_SIDE_PX, SIDE_PX),
                content.widthProperty(), content.leftProperty()));
        side.setMinWidth(LEAST_SIDE_PX);
        content.setRight(side);
        content.setBottom(new VBox(comment, footer(dispute, position, total)));
        load(dispute);
    }

    private double aside() {
        return content.getLeft() == null ? 0 : content.getLeft().prefWidth(-1);
    }

    private void load(Dispute dispute) {
        loading.cancel();
        var example = dispute.row().example();
        picture.setAccessibleText(strings.get("picture.of", example.key()));
        var file = example.image();
        if (file == null || example.problem() != null) {
            unreadable(example.problem() == null
                    ? strings.get("picture.none")
                    : dispute.problem().in(strings::told));
            return;
        }
        loading = pictures.load(file, PICTURE_PX, loaded -> {
            switch (loaded) {
                case Pictures.Picture.Decoded(var image) -> {
                    var view = new ImageView(image);
                    view.setPreserveRatio(true);
                    view.setSmooth(true);
                    view.fitWidthProperty().bind(picture.widthProperty().subtract(ROOM));
                    view.fitHeightProperty().bind(picture.heightProperty().subtract(ROOM));
                    picture.getChildren().setAll(view);
                }
                case Pictures.Picture.Unreadable(var told) -> unreadable(told.in(strings::told));
            }
        });
    }

    private void unreadable(String reason) {
        picture.getChildren().setAll(new Message(Feather.IMAGE, strings.get("picture.unreadable"), reason));
    }

    private Node footer(Dispute dispute, int position, int total) {
        var where = new Label(strings.get("adjudicate.position", position, total));
        where.setId("adjudicate-position");
        where.setMinWidth(Region.USE_PREF_SIZE);
        var gold = new Label(dispute.gold() ? strings.get("adjudicate.gold") : "");
        gold.getStyleClass().add("gold");
        gold.setMinWidth(Region.USE_PREF_SIZE);
        var hints = new FittingRow();
        hints.show(List.of(hint(strings.get("adjudicate.key.gold"), goldKey),
                hint(strings.get("adjudicate.key.undo"), "⌫"), hint(strings.get("adjudicate.key.move"), "← →")));
        HBox.setHgrow(hints, Priority.ALWAYS);
        var footer = new HBox(14, where, gold, figuresButton(), hints);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("footer");
        return footer;
    }

    private static Node hint(String text, String key) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        var label = new Label(text, cap);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("hint");
        return label;
    }
}
