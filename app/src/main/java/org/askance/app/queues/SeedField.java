package org.askance.app.queues;

import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.askance.app.text.Strings;

/// The number that the random queue is shuffled by: typed, or drawn anew. FX thread.
final class SeedField extends HBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final int DRAWN = 1_000_000;

    private final TextField field = new TextField();

    /// @param chosen asks the queue with what was typed
    SeedField(Strings strings, Runnable chosen) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        var name = new Label(strings.get("queue.seed"));
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        field.setId("queue-seed");
        field.setPrefColumnCount(11);
        field.setMinWidth(150);
        field.textProperty().subscribe(_ -> field.pseudoClassStateChanged(WRONG, seed().isEmpty()));
        field.setOnAction(_ -> chosen.run());
        var anew = new Button(strings.get("queue.seed.anew"));
        anew.setId("queue-seed-anew");
        anew.setMinWidth(Region.USE_PREF_SIZE);
        anew.setOnAction(_ -> anew());
        var how = new Label(strings.get("queue.seed.how"));
        how.getStyleClass().add("about");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(name, field, anew, how);
    }

    void show(long seed) {
        field.setText(Long.toString(seed));
    }

    /// Draws another number.
    void anew() {
        show(ThreadLocalRandom.current().nextInt(1, DRAWN));
    }

    /// What was typed; empty if that is no number.
    OptionalLong seed() {
        String text = field.getText().strip();
        return text.matches("-?\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }
}
