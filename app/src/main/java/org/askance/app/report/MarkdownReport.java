package org.askance.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.text.Dates;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.work.Evaluation;
import org.askance.app.work.Evaluation.TaskEvaluation;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Classification;
import org.askance.model.evaluation.Figure;
import org.jspecify.annotations.Nullable;

/// A report as Markdown, to be understood by someone who has never seen the program.
final class MarkdownReport {

    private final EvaluationReport report;
    private final Strings strings;
    private final List<String> lines = new ArrayList<>();

    MarkdownReport(EvaluationReport report, Strings strings) {
        this.report = report;
        this.strings = strings;
    }

    /// One thing that a table has a column for.
    ///
    /// @param of what it was evaluated to; `null` for a half, which has a classification only
    private record Column(String title, Classification result, Map<Figure, Bootstrap.Interval> intervals,
            @Nullable TaskEvaluation of) {}

    String text() {
        var evaluation = report.evaluation();
        lines.add("# " + strings.get("report.title", evaluation.about().name(), split(evaluation)));
        about(evaluation);
        var older = report.older();
        if (older != null) {
            about(older);
        }
        lines.addAll(List.of("", strings.get("report.labels"), "", strings.get("report.intervals")));
        evaluation.byTask().forEach(this::task);
        lines.addAll(List.of("", "## " + strings.get("report.meaning"), "", strings.get("report.meaning.averages"), "",
                strings.get("report.meaning.calibration"), "", strings.get("report.meaning.mcnemar"), "",
                strings.get("report.meaning.halves")));
        return String.join("\n", lines) + "\n";
    }

    private String split(Evaluation evaluation) {
        return strings.get("split." + evaluation.about().split().key());
    }

    private void about(Evaluation evaluation) {
        var about = evaluation.about();
        lines.addAll(List.of("", strings.get("report.about", about.name(), about.project(), split(evaluation),
                about.pairs(), about.unreadable(),
                Dates.everywhere(strings).format(Instant.ofEpochMilli(about.atMs())),
                about.version(), about.device())));
    }

    private void task(String task, TaskEvaluation of) {
        lines.addAll(List.of("", "## " + strings.getOr("task." + task, task)));
        var older = report.older();
        if (older != null) {
            lines.addAll(List.of("", new VerdictText(strings).of(older, report.evaluation(), task).whole()));
        }
        var supports = new ArrayList<String>();
        for (int i = 0; i < of.labels().size(); i++) {
            supports.add(of.labels().get(i) + " " + of.result().classes().get(i).support());
        }
        lines.addAll(List.of("", strings.get("report.pairs", of.result().count(), String.join(", ", supports)), ""));
        var columns = columns(task, of);
        figures(columns, of);
        for (var column : columns) {
            var evaluated = column.of();
            if (evaluated != null) {
                classes(column.title(), evaluated);
                confusion(column.title(), evaluated);
            }
        }
    }

    private List<Column> columns(String task, TaskEvaluation of) {
        var columns = new ArrayList<Column>();
        var older = report.older();
        var before = older == null ? null : older.byTask().get(task);
        if (older != null && before != null) {
            columns.add(new Column(older.about().name(), before.result(), before.intervals(), before));
        }
        columns.add(new Column(report.evaluation().about().name(), of.result(), of.intervals(), of));
        var baselines = report.baselines();
        if (baselines != null) {
            baselines.byHalf().forEach((half, byTask) -> {
                var part = byTask.get(task);
                if (part != null) {
                    columns.add(new Column(strings.get("report.half." + half.key()), part.result(), part.intervals(),
                            null));
                }
            });
        }
        return columns;
    }

    private void figures(List<Column> columns, TaskEvaluation of) {
        row(Stream.concat(Stream.of(strings.get("report.figure")), columns.stream().map(Column::title)));
        rule(columns.size() + 1);
        for (var figure : Figure.values()) {
            if (figure.of(of.result()).isPresent()) {
                row(Stream.concat(Stream.of(title(figure, of)),
                        columns.stream().map(column -> figure.of(column.result()).isPresent()
                                ? Figures.with(strings, figure.of(column.result()).orElseThrow(),
                                        column.intervals().get(figure))
                                : "")));
            }
        }
        calibration("report.ece", columns, one -> Figures.share(strings, one.error()));
        calibration("report.ece.scaled", columns, one -> Figures.share(strings, one.scaledError()));
        calibration("report.temperature", columns, one -> one.fittedOn() == 0
                ? strings.get("report.temperature.none")
                : strings.get("report.temperature.is", Numbers.decimals(strings, one.temperature(), 2),
                        one.fittedOn()));
    }

    private String title(Figure figure, TaskEvaluation of) {
        return strings.get("report.figure." + figure.key(),
                strings.getOr("label." + of.labels().get(1), of.labels().get(1)));
    }

    private void calibration(String key, List<Column> columns,
            java.util.function.Function<TaskEvaluation, String> value) {
        row(Stream.concat(Stream.of(strings.get(key)), columns.stream().map(column -> {
            var of = column.of();
            return of == null ? "" : value.apply(of);
        })));
    }

    private void classes(String title, TaskEvaluation of) {
        lines.addAll(List.of("", "### " + strings.get("report.classes", title), ""));
        row(Stream.of(strings.get("report.class"), strings.get("report.precision"), strings.get("report.recall"),
                strings.get("report.f1"), strings.get("report.support")));
        rule(5);
        for (int i = 0; i < of.labels().size(); i++) {
            var one = of.result().classes().get(i);
            row(Stream.of(of.labels().get(i), Figures.share(strings, one.precision()),
                    Figures.share(strings, one.recall()),
                    Figures.share(strings, one.f1()), Integer.toString(one.support())));
        }
    }

    private void confusion(String title, TaskEvaluation of) {
        lines.addAll(List.of("", "### " + strings.get("report.confusion", title), ""));
        row(Stream.concat(Stream.of(strings.get("report.confusion.corner")), of.labels().stream()));
        rule(of.labels().size() + 1);
        for (int i = 0; i < of.labels().size(); i++) {
            row(Stream.concat(Stream.of(of.labels().get(i)),
                    Arrays.stream(of.result().confusion()[i]).mapToObj(Integer::toString)));
        }
    }

    /// Pipes in names would make cells.
    private void row(Stream<String> cells) {
        lines.add(cells.map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void rule(int cells) {
        lines.add("|" + "---|".repeat(cells));
    }
}
