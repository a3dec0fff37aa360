package org.askance.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.askance.app.report.EvaluationReport;
import org.askance.app.report.Figures;
import org.askance.app.report.VerdictText;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.Evaluation.TaskEvaluation;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Classification;
import org.askance.model.evaluation.Figure;

/// One task of an evaluation, with whatever it is held against beside it. FX thread.
final class TaskCard extends VBox {

    private static final double PICTURE = 195;
    private static final double WIDEST = 680;

    private final EvaluationReport report;
    private final String task;
    private final Strings strings;
    private final TaskEvaluation of;

    /// A column of figures.
    private record Column(String title, Classification result, Map<Figure, Bootstrap.Interval> intervals) {}

    /// A checkpoint with its part.
    private record Evaluated(String name, TaskEvaluation of) {}

    TaskCard(EvaluationReport report, String task, Strings strings) {
        super(12);
        this.report = report;
        this.task = task;
        this.strings = strings;
        this.of = Objects.requireNonNull(report.evaluation().byTask().get(task));
        getStyleClass().addAll("card", "task-card");
        var title = new Label(strings.getOr("task." + task, task));
        title.getStyleClass().add("task-title");
        getChildren().add(title);
        var older = report.older();
        if (older != null) {
            var said = new VerdictText(strings).of(older, report.evaluation(), task);
            getChildren().add(sentence(said.verdict(), "verdict"));
            if (!said.caution().isEmpty()) {
                getChildren().add(sentence(said.caution(), "caution"));
            }
        }
        getChildren().addAll(figures(), confusions(), sentence(strings.get("train.reliability.how"), "about"),
                reliability());
    }

    private static Label sentence(String text, String style) {
        var label = new WrappingLabel(text);
        label.getStyleClass().add(style);
        return label;
    }

    private List<Evaluated> evaluated() {
        var all = new ArrayList<Evaluated>();
        var older = report.older();
        var before = older == null ? null : older.byTask().get(task);
        if (older != null && before != null) {
            all.add(new Evaluated(older.about().name(), before));
        }
        all.add(new Evaluated(report.evaluation().about().name(), of));
        return all;
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        evaluated().forEach(one -> columns.add(new Column(one.name, one.of.result(), one.of.intervals())));
        var baselines = report.baselines();
        if (baselines != null) {
            baselines.byHalf().forEach((half, byTask) -> {
                var part = byTask.get(task);
                if (part != null) {
                    columns.add(new Column(strings.get("report.half." + half.key()), part.result(),
                            part.intervals()));
                }
            });
        }
        return columns;
    }

    private GridPane figures() {
        var grid = new GridPane(10, 4);
        grid.getStyleClass().add("figures");
        // Wider, and the eye would lose the row on its way to the figures.
        grid.setMaxWidth(WIDEST);
        var columns = columns();
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(80);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < columns.size(); i++) {
            var constraints = new ColumnConstraints(70, 110, 170);
            constraints.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(constraints);
            var head = new WrappingLabel(columns.get(i).title);
            head.getStyleClass().add("column-head");
            head.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
            grid.add(head, i + 1, 0);
        }
        int row = 1;
        for (var figure : Figure.values()) {
            if (figure.of(of.result()).isPresent()) {
                var name = new WrappingLabel(strings.get("report.figure." + figure.key(),
                        strings.getOr("label." + of.labels().get(1), of.labels().get(1))));
                grid.add(name, 0, row);
                for (int i = 0; i < columns.size(); i++) {
                    grid.add(cell(columns.get(i), figure), i + 1, row);
                }
                row++;
            }
        }
        return grid;
    }

    private Node cell(Column column, Figure figure) {
        var value = new Label(figure.of(column.result).isPresent()
                ? Figures.share(strings, figure.of(column.result).orElseThrow())
                : "–");
        value.getStyleClass().add("value");
        var interval = column.intervals.get(figure);
        var range = new Label(interval == null
                ? ""
                : Numbers.decimals(strings, interval.low(), 2) + "–" + Numbers.decimals(strings, interval.high(), 2));
        range.getStyleClass().add("range");
        range.setMinWidth(USE_PREF_SIZE);
        var box = new VBox(value, range);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private Node confusions() {
        var flow = new FlowPane(16, 16);
        flow.setRowValignment(VPos.BOTTOM);
        for (var one : evaluated()) {
            flow.getChildren().add(titled(strings.get("report.confusion", one.name),
                    new ConfusionGrid(one.of.labels(), one.of.result(), strings)));
        }
        return flow;
    }

    private Node reliability() {
        var flow = new FlowPane(24, 16);
        flow.setRowValignment(VPos.BOTTOM);
        for (var one : evaluated()) {
            var pair = new HBox(16, titled(
                    strings.get("train.reliability", one.name, Figures.share(strings, one.of.error())),
                    new ReliabilityDiagram(one.of.bins())));
            if (one.of.fittedOn() > 0) {
                pair.getChildren().add(titled(
                        strings.get("train.reliability.scaled", one.name, Figures.share(strings, one.of.scaledError()),
                                Numbers.decimals(strings, one.of.temperature(), 2), one.of.fittedOn()),
                        new ReliabilityDiagram(one.of.scaledBins())));
            }
            flow.getChildren().add(pair);
        }
        return flow;
    }

    private static Node titled(String title, javafx.scene.layout.Region picture) {
        var label = new WrappingLabel(title);
        label.getStyleClass().add("about");
        label.setPrefWidth(PICTURE);
        picture.setAccessibleText(title);
        var box = new VBox(6, label, picture);
        box.setAlignment(Pos.BOTTOM_LEFT);
        return box;
    }
}
