package org.askance.app.progress;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.askance.app.text.Strings;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeys;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the pair: one's own figures in one quiet line, and the way back from a pair of the history. Its looks live
/// in `progress.css`. FX thread.
public final class ProgressStrip {

    private final HBox line = new HBox(8);
    private final Strings strings;
    private final Button figures;

    /// @param away where one goes back to; `null` while one is there
    /// @param page shows the whole
    /// @param back goes there
    public ProgressStrip(ProgressViewModel model, Strings strings, ReadOnlyObjectProperty<@Nullable Long> away,
            Runnable page, Runnable back) {
        var sentences = new Sentences(strings);
        this.strings = strings;
        figures = button("progress-brief", new FontIcon(Feather.ACTIVITY), page);
        figures.setMinWidth(0);
        var hide = button("progress-hide", new FontIcon(Feather.X), () -> model.strip().set(false));
        hide.setAccessibleText(strings.get("progress.hide"));
        hide.setTooltip(new Tooltip(strings.get("progress.hide")));
        var backTo = button("progress-back", new FontIcon(Feather.CORNER_UP_LEFT), back);
        backTo.setText(strings.get("progress.back"));
        backTo.getStyleClass().add("accent");
        backTo.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().setAll(backTo, figures, space, hide);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("progress-strip");
        line.getStylesheets().add(
                Objects.requireNonNull(ProgressStrip.class.getResource("progress.css")).toExternalForm());
        for (var node : line.getChildren()) {
            node.managedProperty().bind(node.visibleProperty());
        }
        figures.visibleProperty().bind(model.strip());
        hide.visibleProperty().bind(model.strip());
        backTo.visibleProperty().bind(away.isNotNull());
        line.visibleProperty().bind(model.strip().or(away.isNotNull()));
        line.managedProperty().bind(line.visibleProperty());
        model.brief().subscribe(report -> {
            String text = report == null ? "" : sentences.brief(report);
            figures.setText(text);
            figures.setAccessibleText(strings.get("progress.open.of", text));
        });
    }

    private static Button button(String id, FontIcon icon, Runnable action) {
        var button = new Button("", icon);
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMnemonicParsing(false);
        // Space answers: no button may take it.
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Says which key shows the whole.
    public void useKeys(WindowKeys keys) {
        keys.tell(WindowAction.PROGRESS, key -> figures.setTooltip(new Tooltip(strings.get("progress.open", key))));
    }

    public Node node() {
        return line;
    }
}
