package org.askance.app.progress;

import java.time.Duration;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Over the picture: that a break would do good. It is there or it is not, without motion; it takes no focus and holds
/// no key up. Its looks live in `progress.css`. FX thread.
public final class BreakNotice extends VBox {

    private static final double WIDTH = 340;
    private static final double MARGIN = 20;
    /// Below what stands above the pair.
    private static final double BELOW = 110;

    private final Strings strings;
    private final Label sentence = new Label("", new FontIcon(Feather.COFFEE));

    public BreakNotice(BreakViewModel model, Strings strings) {
        super(8);
        this.strings = strings;
        setId("break-notice");
        getStyleClass().addAll("card", "break-notice");
        getStylesheets().add(
                Objects.requireNonNull(BreakNotice.class.getResource("progress.css")).toExternalForm());
        setAccessibleRole(AccessibleRole.TEXT);
        setPrefWidth(WIDTH);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_LEFT);
        StackPane.setMargin(this, new Insets(BELOW, 0, 0, MARGIN));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var buttons = new HBox(8, button("break.later", model::putOff), button("break.never", () -> model.after(0)));
        getChildren().setAll(sentence, buttons);
        managedProperty().bind(visibleProperty());
        model.due().subscribe(this::render);
    }

    private void render(@Nullable Duration worked) {
        setVisible(worked != null);
        if (worked != null) {
            sentence.setText(strings.get("break.due", worked.toMinutes()));
            setAccessibleText(sentence.getText());
        }
    }

    private Button button(String key, Runnable action) {
        var button = new Button(strings.get(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        // Space answers: no button may take it.
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
