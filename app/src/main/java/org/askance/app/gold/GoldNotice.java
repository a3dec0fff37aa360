package org.askance.app.gold;

import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.askance.app.text.Strings;
import org.askance.app.ui.TweetText;
import org.askance.app.ui.WrappingLabel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Over the next pair's picture: how the gold pair before it was answered. It takes no focus and holds nothing up. Its
/// looks live in `gold.css`. FX thread.
public final class GoldNotice extends VBox {

    private static final double WIDTH = 460;
    private static final double EMOJI_PX = 17;
    private static final double MARGIN = 20;
    /// Above the footer.
    private static final double BELOW = 64;

    private final GoldViewModel model;
    private final Strings strings;
    private final LongConsumer look;

    /// @param look shows an example again
    public GoldNotice(GoldViewModel model, Strings strings, LongConsumer look) {
        super(8);
        this.model = model;
        this.strings = strings;
        this.look = look;
        setId("gold-notice");
        getStyleClass().addAll("card", "gold-notice");
        getStylesheets().add(Objects.requireNonNull(GoldNotice.class.getResource("gold.css")).toExternalForm());
        setAccessibleRole(AccessibleRole.TEXT);
        setPrefWidth(WIDTH);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        StackPane.setMargin(this, new Insets(0, 0, BELOW, MARGIN));
        managedProperty().bind(visibleProperty());
        model.feedback().subscribe(this::render);
    }

    private void render(@Nullable Feedback feedback) {
        setVisible(feedback != null);
        getChildren().clear();
        if (feedback == null) {
            return;
        }
        getStyleClass().removeAll("right", "wrong");
        getStyleClass().add(feedback.isRight() ? "right" : "wrong");
        getChildren().add(heading(feedback));
        feedback.answers().stream().filter(answer -> !answer.isRight()).map(this::wrong).forEach(getChildren()::add);
        if (!feedback.note().isEmpty()) {
            var note = new TextFlow();
            note.getStyleClass().add("gold-note");
            TweetText.show(note, feedback.note(), EMOJI_PX);
            getChildren().add(note);
        }
        var score = wrapped(strings.get("gold.score", feedback.score().right(), feedback.score().answered()));
        score.getStyleClass().add("about");
        getChildren().add(score);
        setAccessibleText(title(feedback));
    }

    private String title(Feedback feedback) {
        return strings.get(feedback.isRight() ? "gold.right" : "gold.wrong", feedback.key());
    }

    private Node heading(Feedback feedback) {
        var title = wrapped(title(feedback));
        title.getStyleClass().add("gold-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var again = new Button(strings.get("gold.look"));
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> look.accept(feedback.example()));
        var close = new Button("", new FontIcon(Feather.X));
        close.setAccessibleText(strings.get("action.close"));
        close.setOnAction(_ -> {
            var _ = model.dismiss();
        });
        for (var button : new Button[]{again, close}) {
            // Space answers: no button may take it.
            button.setFocusTraversable(false);
            button.getStyleClass().addAll("flat", "small");
        }
        var sign = new FontIcon(feedback.isRight() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
        sign.getStyleClass().add("gold-sign");
        var line = new HBox(8, sign, title, again, close);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label wrong(Feedback.OfTask answer) {
        return wrapped(strings.get("gold.agreed", strings.getOr("task." + answer.task(), answer.task()),
                label(answer.agreed()), label(answer.given())));
    }

    private String label(String name) {
        return strings.getOr("label." + name, name);
    }

    private static Label wrapped(String text) {
        var label = new WrappingLabel(text);
        return label;
    }
}
