package org.askance.app.browse;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.LabelColours;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.TweetText;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A pair in the grid: picture, tweet, and per task the label that counts beside the prediction.
final class PairCell extends GridCell<Long> {

    private static final int PICTURE_PX = 236;
    /// Of the frame, around the picture.
    private static final double EDGE = 8;
    private static final double EMOJI_PX = 16;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
    private static final double GAP = 4;
    private static final double STRIPE_WIDTH = 4;
    private static final double STRIPE_HEIGHT = 12;

    private final BrowseViewModel model;
    private final SelectionViewModel selection;
    private final Pictures pictures;
    private final Strings strings;
    private final ImageView image = new ImageView();
    private final FontIcon broken = new FontIcon(Feather.IMAGE);
    private final TextFlow tweet = new TextFlow();
    private final Rectangle clip = new Rectangle();
    private final StackPane words = new StackPane(tweet);
    private final VBox tasks = new VBox(CellSize.LINES);
    private final FontIcon tick = new FontIcon(Feather.SQUARE);
    private final StackPane frame = new StackPane();
    private final Region space = new Region();
    private final HBox besides = new HBox(CellSize.PADDING);
    private final VBox content = new VBox(CellSize.GAP);
    private CellSize size;
    private RunningJob loading = RunningJob.NONE;
    private @Nullable Shown shown;

    /// What the nodes of a cell were made of: they are made anew only for something else. The grid asks again with every
    /// change of its size, and all cells after every answer.
    private record Shown(ExampleRow row, List<TaskDefinition> tasks, boolean stacked) {}

    PairCell(BrowseViewModel model, SelectionViewModel selection, Pictures pictures, Strings strings, CellSize size) {
        this.model = model;
        this.selection = selection;
        this.pictures = pictures;
        this.strings = strings;
        this.size = size;
        getStyleClass().add("pair-cell");
        image.setPreserveRatio(true);
        frame.getChildren().setAll(image, broken, tickBox());
        frame.getStyleClass().add("frame");
        tweet.getStyleClass().add("tweet");
        words.setAlignment(Pos.TOP_LEFT);
        words.setClip(clip);
        VBox.setVgrow(space, Priority.ALWAYS);
        HBox.setHgrow(words, Priority.ALWAYS);
        content.getStyleClass().add("pair");
        setGraphic(content);
        fit(size);
    }

    /// Selects without a key held down.
    private StackPane tickBox() {
        var box = new StackPane(tick);
        box.getStyleClass().add("tick");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_RIGHT);
        box.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && getItem() != null) {
                selection.toggle(getIndex());
                click.consume();
            }
        });
        return box;
    }

    /// Takes another size.
    void fit(CellSize other) {
        size = other;
        content.setPrefSize(size.width(), size.height());
        content.setMinSize(size.width(), size.height());
        content.setMaxSize(size.width(), size.height());
        arrange();
        words.setMinHeight(size.wordsHeight());
        words.setMaxHeight(size.wordsHeight());
        clip.setWidth(size.width());
        clip.setHeight(size.wordsHeight());
    }

    /// The picture above the tweet, or beside it.
    private void arrange() {
        double width = size.beside() ? size.frameWidth() : Region.USE_COMPUTED_SIZE;
        frame.setMinSize(width, size.frame());
        frame.setMaxSize(size.beside() ? width : Double.MAX_VALUE, size.frame());
        image.setFitWidth(size.beside() ? width - EDGE : PICTURE_PX);
        image.setFitHeight(size.frame() - EDGE);
        if (size.beside() && !content.getChildren().contains(besides)) {
            content.getChildren().clear();
            besides.getChildren().setAll(frame, words);
            content.getChildren().setAll(besides, space, tasks);
        } else if (!size.beside() && !content.getChildren().contains(frame)) {
            besides.getChildren().clear();
            content.getChildren().setAll(frame, words, space, tasks);
        }
    }

    /// Shows what may be new about the same pair.
    void refresh() {
        var id = getItem();
        if (id != null) {
            model.row(getIndex(), row -> {
                if (id.equals(getItem())) {
                    show(row);
                }
            });
        }
    }

    /// Shows whether it is selected, and whether keys start from it.
    void mark() {
        boolean chosen = getItem() != null && selection.isSelected(getIndex());
        content.pseudoClassStateChanged(CHOSEN, chosen);
        content.pseudoClassStateChanged(AT, getItem() != null && selection.cursor() == getIndex());
        tick.setIconCode(chosen ? Feather.CHECK_SQUARE : Feather.SQUARE);
    }

    @Override
    protected void updateItem(Long id, boolean empty) {
        super.updateItem(id, empty);
        // The grid empties every cell for a moment whenever it is laid out: what it shows stays for that long.
        content.setVisible(!empty && id != null);
        if (empty || id == null) {
            return;
        }
        if (shown == null || shown.row.example().id() != id) {
            clear();
        }
        mark();
        refresh();
    }

    private void clear() {
        shown = null;
        loading.cancel();
        loading = RunningJob.NONE;
        image.setImage(null);
        broken.setVisible(false);
        tweet.getChildren().clear();
        tasks.getChildren().clear();
    }

    private void show(ExampleRow row) {
        var now = new Shown(row, model.tasks().get(), size.stacked());
        if (now.equals(shown)) {
            return;
        }
        clear();
        shown = now;
        TweetText.show(tweet, row.example().text(), EMOJI_PX);
        setAccessibleText(row.example().text());
        tasks.getChildren().setAll(now.tasks.stream().map(task -> line(task, row)).toList());
        var file = row.example().image();
        if (file == null || row.example().problem() != null) {
            broken.setVisible(true);
            return;
        }
        loading = pictures.load(file, PICTURE_PX, picture -> {
            switch (picture) {
                case Pictures.Picture.Decoded(var decoded) -> image.setImage(decoded);
                case Pictures.Picture.Unreadable _ -> broken.setVisible(true);
            }
        });
    }

    private Node line(TaskDefinition task, ExampleRow row) {
        String answered = row.answered().get(task.name());
        String given = row.given().get(task.name());
        String counts = answered == null ? given : answered;
        var label = new Label(counts == null ? "–" : strings.getOr("label." + counts, counts));
        label.setMnemonicParsing(false);
        label.getStyleClass().add(answered == null ? "given" : "answered");
        label.setGraphic(sign(counts == null ? "" : LabelColours.of(task, counts).orElse(""), answered != null));
        label.setGraphicTextGap(GAP);
        var cell = row.predicted().get(task.name());
        if (cell == null) {
            return line(label);
        }
        var predicted = new Label(strings.getOr("label." + cell.label(), cell.label()) + "  "
                + Numbers.percent(cell.confidence()));
        predicted.getStyleClass().add("predicted");
        if (counts != null && !counts.equals(cell.label())) {
            predicted.getStyleClass().add("disagrees");
        }
        predicted.setGraphic(sign(LabelColours.of(task, cell.label()).orElse(""), false));
        predicted.setGraphicTextGap(GAP);
        return size.stacked()
                ? new VBox(line(label), line(space(), predicted))
                : line(label, space(), predicted);
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static HBox line(Node... of) {
        var line = new HBox(6, of);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// What stands before a label's name: a narrow stripe in its colour, since names need the room, and a tick for an
    /// answer.
    private static HBox sign(String colour, boolean answered) {
        var sign = new HBox(GAP);
        sign.setAlignment(Pos.CENTER_LEFT);
        if (!colour.isEmpty()) {
            sign.getChildren().add(LabelColours.swatch(colour, STRIPE_WIDTH, STRIPE_HEIGHT));
        }
        if (answered) {
            sign.getChildren().add(new FontIcon(Feather.CHECK));
        }
        return sign;
    }
}
