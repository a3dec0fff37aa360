package org.askance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askance.app.report.EvaluationReport;
import org.askance.app.report.Figures;
import org.askance.app.report.VerdictText;
import org.askance.app.text.Strings;
import org.askance.app.work.Evaluation;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Classification;
import org.askance.model.evaluation.Figure;

/// An evaluation in lines for a terminal.
record EvaluationLines(Strings strings) {

    /// A line per task, of the older checkpoint too, and what can be told of the two.
    List<String> of(EvaluationReport report) {
        var lines = new ArrayList<>(lines(report.evaluation()));
        var older = report.older();
        if (older != null) {
            lines.addAll(lines(older));
        }
        var baselines = report.baselines();
        if (baselines != null) {
            baselines.byHalf().forEach((half, byTask) -> byTask.forEach((task, part) -> lines.add(line(
                    strings.get("report.half." + half.key()), baselines.split().key(), task, part.result(),
                    part.intervals()))));
        }
        if (older != null) {
            report.evaluation().byTask().keySet()
                    .forEach(task -> lines.add(new VerdictText(strings).of(older, report.evaluation(), task).whole()));
        }
        return lines;
    }

    private List<String> lines(Evaluation evaluation) {
        var about = evaluation.about();
        if (evaluation.byTask().isEmpty()) {
            return List.of(strings.get("cli.evaluate.nothing", about.name(), about.split().key()));
        }
        var lines = new ArrayList<String>();
        evaluation.byTask().forEach((task, of) -> lines.add(
                line(about.name(), about.split().key(), task, of.result(), of.intervals())
                        + String.format(strings.locale(), "  ECE %.3f (scaled %.3f)", of.error(), of.scaledError())));
        return lines;
    }

    private String line(String name, String split, String task, Classification result,
            Map<Figure, Bootstrap.Interval> intervals) {
        return String.format(strings.locale(), "%-20s %-11s %-10s n=%-5d accuracy %s  macro-F1 %s", name, split, task,
                result.count(), Figures.with(strings, result.accuracy(), intervals.get(Figure.ACCURACY)),
                Figures.with(strings, result.macro().f1(), intervals.get(Figure.MACRO_F1)));
    }
}
