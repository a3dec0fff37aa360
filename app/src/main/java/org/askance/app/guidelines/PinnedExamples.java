package org.askance.app.guidelines;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.Pictures;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.ui.markdown.Targets;
import org.askance.storage.dataset.ExampleRow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows examples that guidelines point at: the picture small, with the text beside it. FX thread.
///
/// @param model where they are read
record PinnedExamples(GuidelinesViewModel model, Pictures pictures, Strings strings) implements Targets {

    private static final double PICTURE_PX = 84;
    private static final double EMOJI_PX = 16;

    @Override
    public boolean isPinned(String destination) {
        return PinnedLink.key(destination).isPresent();
    }

    @Override
    public Region card(Pin pin) {
        String key = PinnedLink.key(pin.destination()).orElseThrow();
        var words = new VBox(4);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var frame = new StackPane();
        frame.getStyleClass().add("frame");
        frame.setMinSize(PICTURE_PX, PICTURE_PX);
        frame.setMaxSize(PICTURE_PX, PICTURE_PX);
        if (!pin.caption().isBlank()) {
            var caption = new TextFlow();
            TweetText.append(caption, pin.caption(), EMOJI_PX, List.of("words", "strong"));
            TweetText.direct(caption, pin.caption());
            words.getChildren().add(caption);
        }
        var card = new HBox(10, frame, words);
        card.setAlignment(Pos.TOP_LEFT);
        card.getStyleClass().add("pinned");
        model.example(key, found -> found.ifPresentOrElse(row -> show(row, frame, words),
                () -> missing(key, frame, words)));
        return card;
    }

    private void show(ExampleRow row, StackPane frame, VBox words) {
        var flow = new TextFlow();
        TweetText.show(flow, row.example().text(), EMOJI_PX);
        words.getChildren().add(flow);
        var file = row.example().image();
        if (file == null || row.example().problem() != null) {
            frame.getChildren().setAll(new FontIcon(Feather.IMAGE));
            return;
        }
        var _ = pictures.load(file, (int) PICTURE_PX, picture -> {
            switch (picture) {
                case Pictures.Picture.Decoded(var image) -> {
                    var view = new ImageView(image);
                    view.setPreserveRatio(true);
                    view.setFitWidth(PICTURE_PX);
                    view.setFitHeight(PICTURE_PX);
                    frame.getChildren().setAll(view);
                }
                case Pictures.Picture.Unreadable _ -> frame.getChildren().setAll(
                        new FontIcon(Feather.IMAGE));
            }
        });
    }

    private void missing(String key, StackPane frame, VBox words) {
        frame.getChildren().setAll(new FontIcon(Feather.HELP_CIRCLE));
        var sentence = new WrappingLabel(strings.get("guidelines.example.missing", key));
        sentence.getStyleClass().add("about");
        words.getChildren().add(sentence);
    }
}
