package org.askance.app.train;

import java.text.NumberFormat;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.askance.app.text.Strings;
import org.askance.app.train.TrainViewModel.LossPoint;
import org.askance.app.train.TrainViewModel.State;
import org.askance.app.ui.Message;
import org.askance.app.work.FineTuneNetwork.Ending;
import org.askance.model.training.EpochRecord;
import org.kordamp.ikonli.feather.Feather;

/// Loss and macro-F1 as they come, and what there is to say about how the training ended. FX thread.
final class CurvesPane extends VBox {

    private static final int POINTS = 240;
    private static final Duration REDRAW = Duration.millis(250);
    private static final String MACRO_F1 = ".macro_f1";

    private final TrainViewModel model;
    private final Strings strings;
    private final Runnable smaller;
    private final VBox banners = new VBox(8);
    private final XYChart.Series<Number, Number> loss = new XYChart.Series<>();
    private final LineChart<Number, Number> f1Chart;
    private final HBox charts;
    private final Message nothing;
    private final PauseTransition redraw = new PauseTransition(REDRAW);

    /// @param smaller trains again with smaller batches
    CurvesPane(TrainViewModel model, Strings strings, Runnable smaller) {
        super(12);
        this.model = model;
        this.strings = strings;
        this.smaller = smaller;
        getStyleClass().add("curves");
        var lossChart = chart(strings.get("train.loss"), strings.get("train.step"));
        lossChart.setLegendVisible(false);
        lossChart.setCreateSymbols(false);
        lossChart.getData().add(loss);
        f1Chart = chart(strings.get("train.f1"), strings.get("train.epoch"));
        ((NumberAxis) f1Chart.getXAxis()).setTickLabelFormatter(new WholeNumbers());
        charts = new HBox(12, lossChart, f1Chart);
        nothing = new Message(Feather.TRENDING_UP, strings.get("train.idle"), strings.get("train.idle.how"));
        getChildren().setAll(banners, charts, nothing);
        redraw.setOnFinished(_ -> drawLosses());
        model.losses().addListener((ListChangeListener<LossPoint>) _ -> {
            if (redraw.getStatus() != Animation.Status.RUNNING) {
                redraw.playFromStart();
            }
            render();
        });
        model.epochs().addListener((ListChangeListener<EpochRecord>) _ -> drawEpochs());
        model.state().subscribe(_ -> render());
    }

    private LineChart<Number, Number> chart(String title, String x) {
        var across = new NumberAxis();
        across.setLabel(x);
        across.setForceZeroInRange(false);
        across.setTickLabelFormatter(new Figures());
        var up = new NumberAxis();
        up.setForceZeroInRange(false);
        up.setTickLabelFormatter(new Figures());
        var chart = new LineChart<>(across, up);
        chart.setTitle(title);
        chart.setAnimated(false);
        chart.setMinSize(0, 0);
        chart.setPrefSize(300, 240);
        HBox.setHgrow(chart, Priority.ALWAYS);
        return chart;
    }

    /// Else the system's language would write them, not the program's.
    private final class Figures extends StringConverter<Number> {
        private final NumberFormat format = NumberFormat.getInstance(strings.locale());

        @Override
        public String toString(Number value) {
            return format.format(value);
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException();
        }
    }

    /// Halves between epochs mean nothing.
    private static final class WholeNumbers extends StringConverter<Number> {
        @Override
        public String toString(Number value) {
            return value.doubleValue() == Math.rint(value.doubleValue()) ? Integer.toString(value.intValue()) : "";
        }

        @Override
        public Number fromString(String text) {
            return Integer.valueOf(text);
        }
    }

    private void render() {
        boolean curves = !model.losses().isEmpty();
        show(charts, curves);
        show(nothing, !curves && !(model.state().get() instanceof State.TooLarge));
        banners.getChildren().clear();
        switch (model.state().get()) {
            case State.Idle(),State.Preparing _,State.Training _,State.Evaluating() -> {
            }
            case State.Ended(Ending.Trained trained) -> ended(trained);
            case State.TooLarge large -> banners.getChildren().add(tooLarge(large));
        }
        show(banners, !banners.getChildren().isEmpty());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void ended(Ending.Trained trained) {
        banners.getChildren().add(new Banner(Feather.CHECK_CIRCLE, "info",
                strings.get("train.ended", trained.checkpoint().name(), trained.bestEpoch(),
                        trained.epochs().size())));
        var note = trained.note();
        if (note != null) {
            banners.getChildren().add(new Banner(Feather.INFO, "warning", note.in(strings::told)));
        }
        if (!trained.unreadable().isEmpty()) {
            var list = new TextArea(trained.unreadable().stream().map(told -> told.in(strings::told))
                    .collect(Collectors.joining("\n")));
            list.setEditable(false);
            list.setPrefRowCount(Math.min(5, trained.unreadable().size() + 1));
            var pane = new TitledPane(strings.get("train.unreadable.list"), list);
            pane.setExpanded(false);
            pane.setAnimated(false);
            banners.getChildren().add(new Banner(Feather.IMAGE, "warning",
                    strings.get("train.unreadable", trained.unreadable().size()), pane));
        }
    }

    private Banner tooLarge(State.TooLarge large) {
        var plan = large.smaller();
        if (plan == null) {
            return new Banner(Feather.ALERT_TRIANGLE, "warning",
                    strings.get("train.memory.none", large.tried().batchSize()));
        }
        var again = new Button(strings.get("train.memory.try", plan.batchSize()));
        again.setId("train-smaller");
        again.getStyleClass().add("accent");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> smaller.run());
        return new Banner(Feather.ALERT_TRIANGLE, "warning", strings.get("train.memory", large.tried().batchSize(),
                plan.batchSize(), plan.accumulation()), again);
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
            if (metric.endsWith(MACRO_F1)) {
                String task = metric.substring(0, metric.length() - MACRO_F1.length());
                var series = new XYChart.Series<Number, Number>();
                series.setName(strings.getOr("task." + task, task));
                all.forEach(epoch -> series.getData().add(
                        new XYChart.Data<>(epoch.epoch(), epoch.validation().getOrDefault(metric, Double.NaN))));
                f1Chart.getData().add(series);
            }
        }
    }
}
