package org.askance.app.train;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.askance.app.text.Strings;
import org.askance.app.train.CheckpointsViewModel.Shown;
import org.askance.app.train.TrainViewModel.State;
import org.askance.app.ui.Feature;
import org.askance.app.ui.Place;

/// Settings on the left; on the right the curves, the checkpoints, and how the chosen ones compare. Its looks
/// live in `train.css`. FX thread.
public final class TrainView implements Feature {

    private final TrainViewModel model;
    private final Strings strings;
    private final BorderPane root = new BorderPane();
    private final RunPane run;
    private final ScrollPane results;
    private final CheckpointsPane checkpoints;
    private boolean comparisonAwaited;

    /// @param getEncoders opens the dialog that fetches them
    public TrainView(TrainViewModel model, Strings strings, Runnable getEncoders) {
        this.model = model;
        this.strings = strings;
        root.getStyleClass().add("train");
        root.getStylesheets().add(Objects.requireNonNull(TrainView.class.getResource("train.css")).toExternalForm());
        var settings = new SettingsPane(model.settings(), strings, model.device(),
                getEncoders);
        run = new RunPane(model, strings, () -> model.train(name()));
        var left = new BorderPane(scrolling(settings));
        left.setBottom(run);
        left.getStyleClass().add("left");
        root.setLeft(left);
        checkpoints = new CheckpointsPane(model.comparing(), strings);
        results = scrolling(new VBox(new CurvesPane(model, strings, () -> model.trainSmaller(name())), checkpoints,
                new ComparisonPane(model.comparing(), strings)));
        // Large letters in a small window: what has no room beside the settings can be reached all the same.
        results.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        root.setCenter(results);
        model.material().subscribe(settings::show);
        model.state().subscribe(this::reveal);
        model.comparing().shown().subscribe(_ -> revealComparison());
    }

    private static ScrollPane scrolling(Node content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    @Override
    public Place place() {
        return Place.TRAIN;
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        run.focus();
    }

    private String name() {
        String typed = model.settings().name().get().strip();
        return typed.isEmpty()
                ? strings.get("train.name.default", model.comparing().checkpoints().size())
                : typed;
    }

    /// Curves while it learns; old beside new once that is what there is to see.
    private void reveal(State before, State now) {
        comparisonAwaited = now instanceof State.Evaluating || (now instanceof State.Ended && comparisonAwaited);
        if (now instanceof State.TooLarge || now.isBusy() != before.isBusy()) {
            results.setVvalue(0);
        }
        revealComparison();
    }

    /// Once after each training, when both have come: that it has ended and how it compares.
    private void revealComparison() {
        if (comparisonAwaited && model.state().get() instanceof State.Ended
                && model.comparing().shown().get() instanceof Shown.Evaluated) {
            comparisonAwaited = false;
            // What is new has no height before it is laid out.
            var wait = new PauseTransition(Duration.millis(100));
            wait.setOnFinished(_ -> showCheckpoints());
            wait.play();
        }
    }

    private void showCheckpoints() {
        double hidden = results.getContent().getLayoutBounds().getHeight()
                - results.getViewportBounds().getHeight();
        if (hidden > 0) {
            results.setVvalue(Math.min(1, checkpoints.getBoundsInParent().getMinY() / hidden));
        }
    }
}
