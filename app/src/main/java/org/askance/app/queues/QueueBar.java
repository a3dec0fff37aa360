package org.askance.app.queues;

import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.askance.app.text.Strings;
import org.askance.app.ui.ProjectContext;
import org.askance.app.ui.WindowAction;
import org.askance.app.ui.WindowKeys;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the pair: which queue is asked, how it orders, and how many are open. FX thread.
public final class QueueBar {

    private static final double NAME_WIDTH_EM = 25;

    private final HBox bar = new HBox(12);
    private final Strings strings;
    private final Button button = new Button("", new FontIcon(Feather.LIST));

    /// @param choose opens the chooser
    public QueueBar(QueueViewModel model, ProjectContext context, Strings strings, Runnable choose) {
        this.strings = strings;
        button.setId("queue-choose");
        button.getStyleClass().addAll("flat", "queue-name");
        button.setMnemonicParsing(false);
        // Space answers: no button may take it.
        button.setFocusTraversable(false);
        button.setOnAction(_ -> choose.run());
        var how = new Label();
        how.setId("queue-how");
        how.getStyleClass().add("about");
        how.setMinWidth(0);
        HBox.setHgrow(how, Priority.SOMETIMES);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var blind = new Label(strings.get("queue.blind.on"), new FontIcon(Feather.EYE_OFF));
        blind.getStyleClass().add("about");
        blind.setMinWidth(Region.USE_PREF_SIZE);
        blind.managedProperty().bind(blind.visibleProperty());
        var alone = new Label();
        alone.setId("queue-alone");
        alone.getStyleClass().add("about");
        alone.setMinWidth(Region.USE_PREF_SIZE);
        alone.managedProperty().bind(alone.visibleProperty());
        var open = new Label();
        open.setId("queue-open");
        open.getStyleClass().add("about");
        open.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("queue-bar");
        bar.getStylesheets().add(
                Objects.requireNonNull(QueueBar.class.getResource("queues.css")).toExternalForm());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().setAll(button, how, space, alone, blind, open);
        model.chosen().subscribe(request -> {
            button.setText(model.name(request));
            fit();
            button.setAccessibleText(strings.get("queue.choose", model.name(request)));
            how.setText(model.how(request.kind()));
            how.setTooltip(new Tooltip(model.how(request.kind())));
        });
        button.fontProperty().subscribe((_, _) -> fit());
        context.queue().subscribe(queue -> {
            blind.setVisible(queue.blind());
            alone.setVisible(!queue.alone().isEmpty());
            alone.setText(strings.get("queue.tasks.alone", queue.alone().stream()
                    .map(task -> strings.getOr("task." + task, task)).collect(Collectors.joining(", "))));
        });
        model.standing().subscribe(
                entry -> open.setText(entry == null ? "" : strings.get("queue.open", entry.open(), entry.count())));
    }

    /// A long query is cut here, and whole in the chooser; names of queues are whole in every size of text.
    private void fit() {
        double most = NAME_WIDTH_EM * button.getFont().getSize();
        button.setMaxWidth(most);
        button.setMinWidth(Math.min(most, button.prefWidth(-1)));
    }

    /// Says which key opens the chooser.
    public void useKeys(WindowKeys keys) {
        keys.tell(WindowAction.QUEUES, key -> button.setTooltip(new Tooltip(strings.get("queue.choose.tip", key))));
    }

    public Node node() {
        return bar;
    }
}
