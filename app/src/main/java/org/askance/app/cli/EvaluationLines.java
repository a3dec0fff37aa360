package org.askance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.askance.app.text.Strings;
import org.askance.app.work.EvaluateCheckpoint;

/// An evaluation in lines for a terminal.
final class EvaluationLines {

    private EvaluationLines() {}

    static List<String> lines(EvaluateCheckpoint.Evaluation evaluation, Strings strings) {
        var lines = new ArrayList<String>();
        if (evaluation.byTask().isEmpty()) {
            lines.add(strings.get("cli.evaluate.nothing", evaluation.checkpoint().name(), evaluation.split().key()));
        }
        evaluation.byTask().forEach((task, of) -> {
            var result = of.result();
            var interval = Objects.requireNonNull(of.intervals().get("macro_f1"));
            lines.add(String.format(Locale.ROOT,
                    "%-20s %-11s %-10s n=%-5d accuracy %.3f  macro-F1 %.3f (%.3f–%.3f)  weighted-F1 %.3f  ECE %.3f",
                    evaluation.checkpoint().name(), evaluation.split().key(), task, result.count(),
                    result.accuracy(), result.macroF1(), interval.low(), interval.high(), result.weightedF1(),
                    of.error()));
        });
        return lines;
    }

    /// Whether two checkpoints err differently.
    static List<String> against(EvaluateCheckpoint.Evaluation one, EvaluateCheckpoint.Evaluation other,
            Strings strings) {
        var lines = new ArrayList<String>();
        one.byTask().keySet().forEach(task -> one.against(other, task)
                .ifPresent(test -> lines.add(strings.get("cli.evaluate.mcnemar", task, test.onlyFirst(),
                        one.checkpoint().name(), test.onlySecond(), other.checkpoint().name(),
                        String.format(Locale.ROOT, "%.4f", test.p())))));
        return lines;
    }
}
