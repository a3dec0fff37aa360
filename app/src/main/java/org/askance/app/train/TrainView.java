package org.askance.app.train;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.askance.app.text.Strings;
import org.askance.app.ui.Feature;
import org.askance.app.ui.Message;
import org.askance.app.ui.Place;
import org.askance.model.training.EpochRecord;
import org.askance.model.training.TrainingPlan;
import org.askance.storage.run.Checkpoint;
import org.kordamp.ikonli.feather.Feather;

/// Plan on the left, curves on the right, checkpoints below. Its looks live in `train.css`.
public final class TrainView implements Feature {

    private static final int POINTS = 240;
    private static final Duration REDRAW = Duration.millis(250);

    private final TrainViewModel model;
    private final Strings strings;
    private final BorderPane root = new BorderPane();
    private final Label material = new Label();
    private final Spinner<Integer> epochs = new Spinner<>(1, 200, TrainingPlan.fineTune().epochs());
    private final Spinner<Integer> batch = new Spinner<>(2, 512, TrainingPlan.fineTune().batchSize());
    private final ComboBox<Double> rate = new ComboBox<>();
    private final ComboBox<Double> alpha = new ComboBox<>();
    private final TextField name = new TextField();
    private final Button start = new Button();
    private final Button cancel = new Button();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label stage = new Label();
    private final XYChart.Series<Number, Number> loss = new XYChart.Series<>();
    private final LineChart<Number, Number> f1Chart;
    private final TableView<Checkpoint> table = new TableView<>();
    private final PauseTransition redraw = new PauseTransition(REDRAW);

    public TrainView(TrainViewModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        root.getStyleClass().add("train");
        root.getStylesheets().add(Objects.requireNonNull(TrainView.class.getResource("train.css")).toExternalForm());
        var lossChart = chart(strings.get("train.loss"), strings.get("train.step"));
        loss.setName(strings.get("train.loss"));
        lossChart.getData().add(loss);
        f1Chart = chart(strings.get("train.f1"), strings.get("train.epoch"));
        var charts = new HBox(12, lossChart, f1Chart);
        HBox.setHgrow(lossChart, Priority.ALWAYS);
        HBox.setHgrow(f1Chart, Priority.ALWAYS);
        root.setLeft(plan());
        var nothing = new Message(Feather.TRENDING_UP, strings.get("train.idle"), strings.get("train.idle.how"));
        var hasCurves = Bindings.isNotEmpty(model.losses());
        charts.visibleProperty().bind(hasCurves);
        nothing.visibleProperty().bind(hasCurves.not());
        root.setCenter(new StackPane(charts, nothing));
        root.setBottom(checkpoints());
        redraw.setOnFinished(_ -> drawLosses());
        model.losses().addListener((ListChangeListener<TrainViewModel.LossPoint>) _ -> {
            if (redraw.getStatus() != javafx.animation.Animation.Status.RUNNING) {
                redraw.playFromStart();
            }
        });
        model.epochs().addListener((ListChangeListener<EpochRecord>) _ -> drawEpochs());
        model.material().subscribe(this::render);
        model.state().subscribe(this::render);
        model.comparedOn().subscribe(_ -> table.refresh());
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
        start.requestFocus();
    }

    private static LineChart<Number, Number> chart(String title, String x) {
        var across = new NumberAxis();
        across.setLabel(x);
        across.setForceZeroInRange(false);
        var up = new NumberAxis();
        up.setForceZeroInRange(false);
        var chart = new LineChart<>(across, up);
        chart.setTitle(title);
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        return chart;
    }

    private Node plan() {
        var title = new Label(strings.get("train.title"));
        title.getStyleClass().add("heading");
        material.setWrapText(true);
        material.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        rate.getItems().setAll(3e-5, 1e-4, 3e-4, 5e-4);
        rate.setValue(TrainingPlan.fineTune().optimisation().learningRate());
        alpha.getItems().setAll(0.0, 0.5, 1.0, 2.0);
        alpha.setValue(TrainingPlan.fineTune().losses().alpha());
        epochs.setEditable(true);
        batch.setEditable(true);
        name.setPromptText(strings.get("train.name.prompt"));
        var grid = new GridPane(10, 10);
        field(grid, 0, strings.get("train.name"), name);
        field(grid, 1, strings.get("train.epochs"), epochs);
        field(grid, 2, strings.get("train.batch"), batch);
        field(grid, 3, strings.get("train.rate"), rate);
        field(grid, 4, strings.get("train.alpha"), alpha);
        start.setText(strings.get("train.start"));
        start.getStyleClass().add("accent");
        start.setId("train-start");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> begin());
        cancel.setText(strings.get("action.cancel"));
        cancel.setMaxWidth(Double.MAX_VALUE);
        cancel.setOnAction(_ -> model.cancel());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setMinHeight(8);
        stage.getStyleClass().add("about");
        stage.setWrapText(true);
        var box = new VBox(14, title, material, grid, start, cancel, progress, stage);
        box.getStyleClass().add("plan");
        return box;
    }

    private static void field(GridPane grid, int row, String text, javafx.scene.control.Control control) {
        var label = new Label(text);
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setPrefWidth(150);
        grid.addRow(row, label, control);
    }

    private void begin() {
        var preset = TrainingPlan.fineTune();
        String called = name.getText().isBlank()
                ? strings.get("train.name.default", model.checkpoints().size())
                : name.getText().strip();
        model.train(preset.withEpochs(epochs.getValue()).withBatches(batch.getValue(), 1)
                .withLearningRate(rate.getValue()).withAlpha(alpha.getValue()), called);
    }

    private void render(TrainViewModel.Material now) {
        material.setText(strings.get("train.material", now.train(), now.corrected(), now.answered(), now.validation(),
                now.test()));
        render(model.state().get());
    }

    private void render(TrainViewModel.State state) {
        boolean idle = state instanceof TrainViewModel.State.Idle;
        start.setDisable(!idle || model.material().get().train() == 0);
        cancel.setDisable(idle);
        progress.setVisible(!idle);
        switch (state) {
            case TrainViewModel.State.Idle() -> stage.setText("");
            case TrainViewModel.State.Preparing(int done, int total) -> {
                progress.setProgress((double) done / total);
                stage.setText(strings.get("train.preparing", done, total));
            }
            case TrainViewModel.State.Training(int step, int steps) -> {
                progress.setProgress((double) step / steps);
                stage.setText(strings.get("train.training", step, steps));
            }
            case TrainViewModel.State.Evaluating() -> {
                progress.setProgress(-1);
                stage.setText(strings.get("train.evaluating"));
            }
        }
    }

    private void drawLosses() {
        loss.getData().setAll(TrainViewModel.thinned(model.losses(), POINTS).stream()
                .map(point -> new XYChart.Data<Number, Number>(point.step(), point.loss())).toList());
    }

    private void drawEpochs() {
        drawLosses();
        f1Chart.getData().clear();
        var all = model.epochs();
        if (all.isEmpty()) {
            return;
        }
        for (var metric : all.getFirst().validation().keySet()) {
            if (metric.endsWith(".macro_f1")) {
                String task = metric.substring(0, metric.length() - ".macro_f1".length());
                var series = new XYChart.Series<Number, Number>();
                series.setName(strings.getOr("task." + task, task));
                all.forEach(epoch -> series.getData().add(
                        new XYChart.Data<>(epoch.epoch(), epoch.validation().getOrDefault(metric, Double.NaN))));
                f1Chart.getData().add(series);
            }
        }
    }

    private Node checkpoints() {
        var title = new Label(strings.get("train.checkpoints"));
        title.getStyleClass().add("heading");
        var hint = new Label();
        hint.getStyleClass().add("about");
        model.comparedOn().subscribe(split -> hint.setText(strings.get("train.compared", strings.get("split."
                + split.key()))));
        var evaluate = new Button(strings.get("train.evaluate"));
        evaluate.setOnAction(_ -> model.evaluate(List.copyOf(model.checkpoints())));
        var head = new HBox(14, title, hint, evaluate);
        head.setAlignment(Pos.CENTER_LEFT);
        table.setItems(model.checkpoints());
        table.setPrefHeight(210);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(column("train.column.name", Checkpoint::name),
                column("train.column.made", checkpoint -> DateTimeFormatter
                        .ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withZone(ZoneId.systemDefault())
                        .format(checkpoint.createdAt())),
                metric("task.sarcasm", "sarcasm.macro_f1"), metric("train.column.accuracy", "sarcasm.accuracy"),
                metric("task.sentiment", "sentiment.macro_f1"), metric("train.column.accuracy", "sentiment.accuracy"),
                currentColumn()));
        var box = new VBox(8, head, table);
        box.getStyleClass().add("checkpoints");
        return box;
    }

    private TableColumn<Checkpoint, String> column(String key, Function<Checkpoint, String> text) {
        var column = new TableColumn<Checkpoint, String>(strings.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setMinWidth(190);
        return column;
    }

    private TableColumn<Checkpoint, String> metric(String key, String metric) {
        var title = metric.endsWith(".macro_f1")
                ? strings.get("train.column.f1", strings.get(key))
                : strings.get(key);
        var column = new TableColumn<Checkpoint, String>(title);
        column.setCellValueFactory(cell -> {
            var value = model.metrics(cell.getValue()).get(metric);
            return new ReadOnlyStringWrapper(value == null ? "–" : String.format(java.util.Locale.ROOT, "%.3f", value));
        });
        column.setMinWidth(metric.endsWith(".macro_f1") ? 170 : 90);
        return column;
    }

    private TableColumn<Checkpoint, Checkpoint> currentColumn() {
        var column = new TableColumn<Checkpoint, Checkpoint>("");
        column.setMinWidth(130);
        column.setCellValueFactory(cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Checkpoint checkpoint, boolean empty) {
                super.updateItem(checkpoint, empty);
                if (empty || checkpoint == null) {
                    setGraphic(null);
                } else if (checkpoint.current()) {
                    var label = new Label(strings.get("train.current"));
                    label.getStyleClass().add("current");
                    setGraphic(label);
                } else {
                    var button = new Button(strings.get("train.make.current"));
                    button.getStyleClass().add("small");
                    button.setOnAction(_ -> model.makeCurrent(checkpoint));
                    setGraphic(button);
                }
            }
        });
        return column;
    }
}
