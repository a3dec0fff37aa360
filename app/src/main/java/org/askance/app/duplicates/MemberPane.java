package org.askance.app.duplicates;

import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.askance.storage.dataset.ExampleRow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One pair of a group: picture, tweet, split, and what can be done with it. FX thread.
final class MemberPane extends HBox {

    private static final int PICTURE_PX = 150;
    private static final double EMOJI_PX = 17;

    private final ImageView image = new ImageView();
    private final FontIcon broken = new FontIcon(Feather.IMAGE);

    MemberPane(DuplicateGroup group, ExampleRow row, DuplicatesViewModel model, Pictures pictures, Strings strings,
            LongConsumer open) {
        super(14);
        getStyleClass().addAll("card", "member");
        var example = row.example();
        image.setPreserveRatio(true);
        image.setFitWidth(PICTURE_PX);
        image.setFitHeight(PICTURE_PX);
        var frame = new StackPane(broken, image);
        frame.getStyleClass().add("frame");
        frame.setMinSize(PICTURE_PX, PICTURE_PX);
        frame.setMaxSize(PICTURE_PX, PICTURE_PX);
        var split = new Label(strings.get("split." + example.split().key()));
        split.getStyleClass().add("split");
        var key = new Label(example.key());
        key.getStyleClass().add("about");
        var tweet = new TextFlow();
        TweetText.show(tweet, example.text(), EMOJI_PX);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var buttons = new HBox(10);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var show = new Button(strings.get("duplicates.open"), new FontIcon(Feather.EDIT_3));
        show.setId("duplicate-open-" + example.id());
        show.setOnAction(_ -> open.accept(example.id()));
        buttons.getChildren().add(show);
        group.members().stream().filter(member -> member.id() == example.id()).findFirst()
                .flatMap(member -> DuplicatesViewModel.other(group, member)).ifPresent(other -> {
                    var move = new Button(strings.get("duplicates.move", strings.get("split." + other.key())),
                            new FontIcon(Feather.CORNER_UP_RIGHT));
                    move.setId("duplicate-move-" + example.id());
                    move.setDisable(model.isReadOnly());
                    move.setOnAction(_ -> model.move(example.id(), other));
                    buttons.getChildren().add(move);
                });
        var text = new VBox(8, new HBox(10, split, key), tweet, space, buttons);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(frame, text);
        if (example.image() != null) {
            pictures.load(example.image(), PICTURE_PX, picture -> show(picture, strings));
        }
    }

    private void show(Pictures.Picture picture, Strings strings) {
        switch (picture) {
            case Pictures.Picture.Decoded(var decoded) -> {
                image.setImage(decoded);
                broken.setVisible(false);
            }
            case Pictures.Picture.Unreadable(var told) -> broken.setAccessibleText(told.in(strings::told));
        }
    }
}
