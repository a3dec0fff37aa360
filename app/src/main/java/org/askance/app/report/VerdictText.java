package org.askance.app.report;

import org.askance.app.text.Strings;
import org.askance.app.work.Evaluation;
import org.askance.app.work.Verdict;
import org.askance.app.work.Verdict.Shift;
import org.askance.model.evaluation.Wilson;

/// A verdict in plain words, honest about what few pairs can tell.
public record VerdictText(Strings strings) {

    /// From this many pairs on, the verdict says nothing of their number.
    private static final int MANY = 200;

    /// @param verdict what can be told
    /// @param caution how far that holds; empty if there is nothing to add
    public record Said(String verdict, String caution) {

        /// Both, one after the other.
        public String whole() {
            return caution.isEmpty() ? verdict : verdict + " " + caution;
        }
    }

    /// How `newer` compares with `older` on `task`.
    public Said of(Evaluation older, Evaluation newer, String task) {
        return of(older, newer, task, strings.getOr("task." + task, task));
    }

    private Said of(Evaluation older, Evaluation newer, String ofTask, String task) {
        String name = newer.about().name();
        String few = few(newer, ofTask);
        return switch (Verdict.of(older, newer, ofTask)) {
            case Verdict.Better(Shift shift) -> new Said(told("report.verdict.better", name, task, shift), few);
            case Verdict.Worse(Shift shift) -> new Said(told("report.verdict.worse", name, task, shift), few);
            case Verdict.Mixed(Shift shift) -> new Said(told("report.verdict.mixed", name, task, shift), few);
            case Verdict.Undecided(Shift shift, double detectable) ->
                new Said(told("report.verdict.undecided", name, task, shift),
                        (strings.get("report.verdict.detectable", Figures.points(strings, detectable)) + " " + few)
                                .strip());
            case Verdict.TooFew(Shift shift) -> new Said(told("report.verdict.few", name, task, shift), few);
            case Verdict.Incomparable() -> new Said(strings.get("report.verdict.incomparable", task), "");
        };
    }

    private String told(String key, String name, String task, Shift shift) {
        return strings.get(key, name, task, Figures.share(strings, shift.oldF1()),
                Figures.share(strings, shift.newF1()),
                Figures.p(strings, shift.test().p()), shift.count(), Figures.share(strings, shift.oldAccuracy()),
                Figures.share(strings, shift.newAccuracy()), shift.test().onlyFirst() + shift.test().onlySecond());
    }

    private String few(Evaluation newer, String task) {
        var of = newer.byTask().get(task);
        return of == null || of.result().count() >= MANY
                ? ""
                : strings.get("report.verdict.small", of.result().count(),
                        Figures.interval(strings, Wilson.of(of.result().accuracy(), of.result().count())));
    }
}
