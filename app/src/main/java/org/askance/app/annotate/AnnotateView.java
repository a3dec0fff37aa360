package org.askance.app.annotate;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.Feature;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.Message;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.Place;
import org.askance.app.ui.TweetText;
import org.askance.storage.annotation.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One pair, large, and the labels it can be given. Its looks live in `annotate.css`.
public final class AnnotateView implements Feature {

    private static final int PICTURE_PX = 1200;
    private static final double EMOJI_PX = 24;

    private final AnnotateViewModel model;
    private final Strings strings;
    private final Pictures pictures;
    private final BorderPane content = new BorderPane();
    private final BorderPane frame = new BorderPane(content);
    private final StackPane root = new StackPane(frame);
    private final KeyHelp help;
    private final Picture picture = new Picture();
    private RunningJob loading = RunningJob.NONE;

    public AnnotateView(AnnotateViewModel model, Strings strings, Pictures pictures) {
        this.model = model;
        this.strings = strings;
        this.pictures = pictures;
        this.help = new KeyHelp(strings);
        root.getStyleClass().add("annotate");
        root.getStylesheets().add(
                Objects.requireNonNull(AnnotateView.class.getResource("annotate.css")).toExternalForm());
        root.setFocusTraversable(true);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.getChildren().add(help);
        model.state().subscribe(this::render);
        model.upcoming().subscribe(file -> pictures.prefetch(file, PICTURE_PX));
    }

    /// @param header shown above the pair
    public void setHeader(Node header) {
        frame.setTop(header);
    }

    /// @param aside shown beside the pair; `null` for nothing
    public void setAside(@Nullable Node aside) {
        frame.setLeft(aside);
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

    private void pressed(KeyEvent event) {
        if (help.isVisible()) {
            help.setVisible(false);
            event.consume();
            return;
        }
        if (redoes(event)) {
            model.redo();
            event.consume();
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            model.undo();
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean taken = true;
        switch (event.getCode()) {
            case SPACE -> model.accept();
            case BACK_SPACE -> model.undo();
            case RIGHT, ENTER -> model.next();
            case LEFT -> model.previous();
            case F1 -> help.setVisible(true);
            default -> {
                if ("?".equals(event.getText())) {
                    help.setVisible(true);
                } else {
                    taken = model.press(event.getCode().isDigitKey() || event.getCode().isLetterKey()
                            ? event.getCode().getName().replace("Numpad ", "")
                            : event.getText());
                }
            }
        }
        if (taken) {
            event.consume();
        }
    }

    private static boolean redoes(KeyEvent event) {
        return switch (event.getCode()) {
            case BACK_SPACE -> event.isShiftDown();
            case Y -> event.isShortcutDown();
            case Z -> event.isShortcutDown() && event.isShiftDown();
            default -> false;
        };
    }

    private void render(AnnotateViewModel.State state) {
        switch (state) {
            // The old pair stays while an answer is saved: a flash of emptiness tires the eye.
            case AnnotateViewModel.State.Busy() -> content.setDisable(true);
            case AnnotateViewModel.State.Empty() -> alone(
                    new Message(Feather.INBOX, strings.get("annotate.empty"), strings.get("annotate.empty.how")));
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
        content.setDisable(false);
        content.setRight(null);
        content.setBottom(null);
        content.setCenter(message);
    }

    private void show(AnnotateViewModel.State.Asking asking) {
        content.setDisable(false);
        content.setCenter(picture);
        content.setRight(side(asking));
        content.setBottom(footer(asking));
        var example = asking.row().example();
        loading.cancel();
        if (example.problem() != null || example.image() == null) {
            picture.unreadable(example.problem() == null ? strings.get("picture.none") : example.problem());
        } else {
            loading = pictures.load(example.image(), PICTURE_PX, loaded -> {
                switch (loaded) {
                    case Pictures.Picture.Decoded(var image) -> picture.show(image);
                    case Pictures.Picture.Unreadable(String reason) -> picture.unreadable(reason);
                }
            });
        }
        picture.setAccessibleText(strings.get("picture.of", example.key()));
    }

    private Node side(AnnotateViewModel.State.Asking asking) {
        var flow = new TextFlow();
        flow.getStyleClass().add("tweet");
        TweetText.show(flow, asking.row().example().text(), EMOJI_PX);
        var about = new Label(asking.row().example().key() + "  ·  "
                + strings.get("split." + asking.row().example().split().key()));
        about.getStyleClass().add("about");
        var card = new VBox(10, about, flow);
        card.getStyleClass().add("card");
        var tasks = new VBox(18);
        asking.tasks().forEach(task -> tasks.getChildren().add(task(task, asking)));
        var all = new VBox(18, card, tasks);
        all.getStyleClass().add("side");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setPrefWidth(420);
        scroll.setMinWidth(340);
        return scroll;
    }

    private Node task(TaskDefinition task, AnnotateViewModel.State.Asking asking) {
        var title = new Label(strings.getOr("task." + task.name(), task.name()));
        title.getStyleClass().add("task-title");
        var rows = new VBox(4, title);
        var cell = asking.row().predicted().get(task.name());
        String given = asking.row().given().get(task.name());
        String answer = asking.chosen().getOrDefault(task.name(), asking.row().answered().get(task.name()));
        for (int i = 0; i < task.labels().size(); i++) {
            var label = task.labels().get(i);
            double probability = cell != null && i < cell.probabilities().length ? cell.probabilities()[i] : -1;
            var row = new LabelRow(label.key(), strings.getOr("label." + label.name(), label.name()),
                    new LabelRow.Standing(probability, cell != null && cell.label().equals(label.name()),
                            label.name().equals(answer), label.name().equals(given)),
                    strings.get("annotate.given"));
            row.setOnAction(_ -> {
                // The row goes with the next pair; the keys must keep working.
                root.requestFocus();
                model.answer(task.name(), label.name());
            });
            rows.getChildren().add(row);
        }
        if (given != null) {
            var note = new Label(strings.get("annotate.given.is", strings.getOr("label." + given, given)));
            note.getStyleClass().add("about");
            rows.getChildren().add(note);
        }
        return rows;
    }

    private Node footer(AnnotateViewModel.State.Asking asking) {
        var position = new Label(strings.get("annotate.position", asking.position(), asking.total()));
        var answered = new Label(strings.get("annotate.answered", asking.answered(), asking.total()));
        answered.getStyleClass().add("about");
        var bar = new ProgressBar((double) asking.answered() / asking.total());
        bar.setMinHeight(6);
        bar.setPrefSize(180, 6);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var footer = new HBox(14, position, bar, answered, space, hint(strings.get("annotate.key.accept"), "Space"),
                hint(strings.get("annotate.key.undo"), "⌫"), hint(strings.get("annotate.key.move"), "← →"),
                hint(strings.get("annotate.key.help"), "?"));
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("footer");
        return footer;
    }

    private static Node hint(String text, String key) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        var label = new Label(text, cap);
        label.getStyleClass().add("hint");
        return label;
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A picture fitted to the room there is, or the reason why there is none.
    private final class Picture extends StackPane {
        private final ImageView view = new ImageView();

        Picture() {
            getStyleClass().add("picture");
            setMinSize(200, 200);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.setManaged(false);
        }

        void show(javafx.scene.image.Image image) {
            view.setImage(image);
            getChildren().setAll(view);
            requestLayout();
        }

        void unreadable(String reason) {
            getChildren().setAll(new Message(Feather.IMAGE, strings.get("picture.unreadable"), reason));
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            var image = view.getImage();
            if (image != null && getChildren().contains(view)) {
                double room = 24;
                double width = Math.max(1, getWidth() - 2 * room);
                double height = Math.max(1, getHeight() - 2 * room);
                double scale = Math.min(width / image.getWidth(), height / image.getHeight());
                view.setFitWidth(image.getWidth() * scale);
                view.setFitHeight(image.getHeight() * scale);
                view.relocate((getWidth() - image.getWidth() * scale) / 2,
                        (getHeight() - image.getHeight() * scale) / 2);
            }
        }
    }
}
