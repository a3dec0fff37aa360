package org.askance.app.report;

import java.util.Objects;
import org.askance.app.text.Strings;
import org.askance.app.work.Evaluation;
import org.askance.app.work.Verdict;
import org.askance.app.work.Verdict.Shift;
import org.askance.model.evaluation.Wilson;

/// A verdict in plain words, honest about what few pairs can tell.
public record VerdictText(Strings strings) {

    /// From this many pairs on, the verdict says nothing of their number.
    private static final int MANY = 200;

    /// How `newer` compares with `older` on `task`.
    public String of(Evaluation older, Evaluation newer, String task) {
        String name = newer.about().name();
        return switch (Verdict.of(older, newer, task)) {
            case Verdict.Better(Shift shift) -> told("report.verdict.better", name, task, shift) + few(newer, task);
            case Verdict.Worse(Shift shift) -> told("report.verdict.worse", name, task, shift) + few(newer, task);
            case Verdict.Mixed(Shift shift) -> told("report.verdict.mixed", name, task, shift) + few(newer, task);
            case Verdict.Undecided(Shift shift, double detectable) ->
                told("report.verdict.undecided", name, task, shift)
                        + " " + strings.get("report.verdict.detectable", Figures.points(detectable))
                        + few(newer, task);
            case Verdict.TooFew(Shift shift) -> told("report.verdict.few", name, task, shift) + few(newer, task);
            case Verdict.Incomparable() -> strings.get("report.verdict.incomparable", task);
        };
    }

    private String told(String key, String name, String task, Shift shift) {
        return strings.get(key, name, task, Figures.share(shift.oldF1()), Figures.share(shift.newF1()),
                Figures.p(strings, shift.test().p()), shift.count(), Figures.share(shift.oldAccuracy()),
                Figures.share(shift.newAccuracy()), shift.test().onlyFirst() + shift.test().onlySecond());
    }

    private String few(Evaluation newer, String task) {
        var result = Objects.requireNonNull(newer.byTask().get(task)).result();
        return result.count() >= MANY
                ? ""
                : " " + strings.get("report.verdict.small", result.count(),
                        Figures.interval(Wilson.of(result.accuracy(), result.count())));
    }
}
