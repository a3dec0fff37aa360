package org.askance.app.browse;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.TweetText;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.dataset.ExampleRow;
import org.controlsfx.control.GridCell;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A pair in the grid: picture, tweet, and per task the label that counts beside the prediction.
final class PairCell extends GridCell<Long> {

    static final double WIDTH = 252;
    static final double HEIGHT = 304;
    private static final int PICTURE_PX = 236;
    private static final double EMOJI_PX = 16;

    private final BrowseViewModel model;
    private final Pictures pictures;
    private final Strings strings;
    private final ImageView image = new ImageView();
    private final FontIcon broken = new FontIcon(Feather.IMAGE);
    private final TextFlow tweet = new TextFlow();
    private final VBox tasks = new VBox(3);
    private final VBox content;
    private RunningJob loading = RunningJob.NONE;

    PairCell(BrowseViewModel model, Pictures pictures, Strings strings) {
        this.model = model;
        this.pictures = pictures;
        this.strings = strings;
        getStyleClass().add("pair-cell");
        image.setFitWidth(PICTURE_PX);
        image.setFitHeight(150);
        image.setPreserveRatio(true);
        var frame = new StackPane(image, broken);
        frame.getStyleClass().add("frame");
        frame.setMinHeight(158);
        frame.setMaxHeight(158);
        tweet.getStyleClass().add("tweet");
        var words = new StackPane(tweet);
        words.setAlignment(Pos.TOP_LEFT);
        words.setMinHeight(58);
        words.setMaxHeight(58);
        var clip = new Rectangle(WIDTH, 58);
        words.setClip(clip);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        content = new VBox(7, frame, words, space, tasks);
        content.getStyleClass().add("pair");
        setGraphic(null);
    }

    @Override
    protected void updateItem(Long id, boolean empty) {
        super.updateItem(id, empty);
        loading.cancel();
        loading = RunningJob.NONE;
        if (empty || id == null) {
            setGraphic(null);
            return;
        }
        image.setImage(null);
        broken.setVisible(false);
        tweet.getChildren().clear();
        tasks.getChildren().clear();
        setGraphic(content);
        model.row(getIndex(), row -> {
            if (id.equals(getItem())) {
                show(row);
            }
        });
    }

    private void show(ExampleRow row) {
        TweetText.show(tweet, row.example().text(), EMOJI_PX);
        setAccessibleText(row.example().text());
        tasks.getChildren().setAll(model.tasks().get().stream().map(task -> line(task, row)).toList());
        var file = row.example().image();
        if (file == null || row.example().problem() != null) {
            broken.setVisible(true);
            return;
        }
        loading = pictures.load(file, PICTURE_PX, picture -> {
            switch (picture) {
                case Pictures.Picture.Decoded(var decoded) -> image.setImage(decoded);
                case Pictures.Picture.Unreadable(String _) -> broken.setVisible(true);
            }
        });
    }

    private HBox line(TaskDefinition task, ExampleRow row) {
        String answered = row.answered().get(task.name());
        String given = row.given().get(task.name());
        String counts = answered == null ? given : answered;
        var label = new Label(counts == null ? "–" : strings.getOr("label." + counts, counts));
        label.getStyleClass().add(answered == null ? "given" : "answered");
        if (answered != null) {
            label.setGraphic(new FontIcon(Feather.CHECK));
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(6, label, space);
        line.setAlignment(Pos.CENTER_LEFT);
        var cell = row.predicted().get(task.name());
        if (cell != null) {
            var predicted = new Label(strings.getOr("label." + cell.label(), cell.label()) + "  "
                    + Math.round(100 * cell.confidence()) + " %");
            predicted.getStyleClass().add("predicted");
            if (counts != null && !counts.equals(cell.label())) {
                predicted.getStyleClass().add("disagrees");
            }
            line.getChildren().add(predicted);
        }
        return line;
    }

}
