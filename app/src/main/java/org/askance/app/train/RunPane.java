package org.askance.app.train;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.text.Strings;
import org.askance.app.train.SettingsViewModel.Field;
import org.askance.app.train.TrainViewModel.State;
import org.askance.app.ui.WrappingLabel;

/// Starts and stops a training and says how far it is. FX thread.
final class RunPane extends VBox {

    private final TrainViewModel model;
    private final Strings strings;
    private final Button start = new Button();
    private final Button cancel = new Button();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label stage = new WrappingLabel("");

    RunPane(TrainViewModel model, Strings strings, Runnable begin) {
        super(10);
        this.model = model;
        this.strings = strings;
        getStyleClass().add("run");
        start.setText(strings.get("train.start"));
        start.getStyleClass().add("accent");
        start.setId("train-start");
        start.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(start, Priority.ALWAYS);
        start.setOnAction(_ -> begin.run());
        cancel.setText(strings.get("action.cancel"));
        cancel.setId("train-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setMinHeight(8);
        stage.getStyleClass().add("about");
        getChildren().setAll(new HBox(8, start, cancel), progress, stage);
        model.state().subscribe(_ -> render());
        model.material().subscribe(_ -> render());
        model.settings().problems().subscribe(_ -> render());
    }

    /// Where the focus goes when the view is shown.
    void focus() {
        start.requestFocus();
    }

    private void render() {
        var state = model.state().get();
        boolean nothing = model.material().get().train() == 0;
        start.setDisable(state.isBusy() || nothing || model.settings().wanted().isEmpty());
        cancel.setDisable(!state.isBusy());
        boolean says = state.isBusy();
        progress.setVisible(says);
        progress.setManaged(says);
        switch (state) {
            case State.Idle(),State.Ended _,State.TooLarge _ -> stage.setText(hint(nothing));
            case State.Preparing(int done, int total) -> {
                progress.setProgress((double) done / total);
                stage.setText(strings.get("train.preparing", done, total));
            }
            case State.Training training -> {
                progress.setProgress((double) training.step() / training.steps());
                stage.setText(sentence(training));
            }
            case State.Evaluating() -> {
                progress.setProgress(-1);
                stage.setText(strings.get("train.evaluating"));
            }
        }
        boolean empty = stage.getText().isEmpty();
        stage.setVisible(!empty);
        stage.setManaged(!empty);
    }

    /// Why one cannot start.
    private String hint(boolean nothing) {
        if (nothing) {
            return strings.get("train.nothing");
        }
        Map<Field, SettingProblem> problems = model.settings().problems().get();
        return problems.isEmpty()
                ? ""
                : strings.get("train.problems", problems.keySet().stream().map(field -> strings.get(name(field)))
                        .collect(Collectors.joining(", ")));
    }

    private static String name(Field field) {
        return switch (field) {
            case EPOCHS -> "train.epochs";
            case BATCH -> "train.batch";
            case ACCUMULATION -> "train.accumulation";
            case RATE -> "train.rate";
            case ALPHA -> "train.alpha";
            case LAST_LAYERS -> "train.layers";
            case PATIENCE -> "train.patience";
            case SEED -> "train.seed";
            case TEXT -> "train.encoder.text";
            case IMAGE -> "train.encoder.image";
            case TEACHER, KEPT_TEACHER -> "train.encoder.teacher";
        };
    }

    private String sentence(State.Training training) {
        var parts = new java.util.ArrayList<String>();
        parts.add(strings.get("train.training", training.step(), training.steps()));
        var remaining = training.remaining();
        if (remaining != null) {
            parts.add(left(remaining));
        }
        if (training.resumedAt() > 0) {
            parts.add(strings.get("train.resumed", training.resumedAt()));
        }
        return String.join(" ", List.copyOf(parts));
    }

    private String left(Duration remaining) {
        long seconds = remaining.toSeconds();
        if (seconds < 60) {
            return strings.get("train.left.seconds", Math.max(5, Math.ceilDiv(seconds, 5) * 5));
        }
        long minutes = Math.ceilDiv(seconds, 60);
        return minutes < 90
                ? strings.get("train.left.minutes", minutes)
                : strings.get("train.left.hours", Math.round(minutes / 6.0) / 10.0);
    }
}
