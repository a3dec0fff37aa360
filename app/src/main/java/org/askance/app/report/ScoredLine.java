package org.askance.app.report;

import org.askance.app.text.Strings;
import org.askance.app.work.ScoreExamples.Outcome;

/// What became of scoring, in a sentence or two.
public final class ScoredLine {

    private ScoredLine() {}

    public static String of(Outcome outcome, Strings strings) {
        String scored = outcome.scored() + outcome.unreadable() == 0
                ? strings.get("score.none")
                : strings.get("score.done", outcome.scored());
        String another = outcome.another() == 0 ? "" : " " + strings.get("score.another", outcome.another());
        String unreadable = outcome.unreadable() == 0
                ? ""
                : " " + strings.get("score.unreadable", outcome.unreadable());
        return scored + another + unreadable;
    }
}
