package org.askance.app.progress;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.askance.app.text.Strings;
import org.jspecify.annotations.Nullable;

/// The goal, the reminder of breaks, and whether figures stand above the pair. FX thread.
final class ChoicesPane extends VBox {

    private static final List<Integer> BREAKS = List.of(0, 25, 50, 90);

    private final BreakViewModel breaks;
    private final GoalPane goal;
    private final ComboBox<Integer> after = new ComboBox<>();

    ChoicesPane(ProgressViewModel model, BreakViewModel breaks, Strings strings) {
        super(14);
        this.breaks = breaks;
        this.goal = new GoalPane(model, strings);
        getStyleClass().add("progress-tab");
        after.setId("break-after");
        after.getItems().setAll(BREAKS);
        after.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer minutes) {
                return minutes == null || minutes == 0
                        ? strings.get("break.off")
                        : strings.get("break.after", minutes);
            }

            @Override
            public Integer fromString(String text) {
                throw new IllegalStateException("the box is not typed into");
            }
        });
        after.setOnAction(_ -> {
            if (after.getValue() != null && after.getValue() != breaks.after()) {
                breaks.after(after.getValue());
            }
        });
        var title = new Label(strings.get("break.title"));
        title.getStyleClass().add("progress-title");
        title.setLabelFor(after);
        var how = about(strings.get("break.how"));
        var strip = new CheckBox(strings.get("progress.strip"));
        strip.setId("progress-strip");
        strip.selectedProperty().bindBidirectional(model.strip());
        getChildren().setAll(goal, about(strings.get("goal.private")), title, after, how, strip);
    }

    private static Label about(String text) {
        var label = new Label(text);
        label.getStyleClass().add("about");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Shows what was chosen.
    void load() {
        goal.load();
        after.setValue(breaks.after());
    }
}
