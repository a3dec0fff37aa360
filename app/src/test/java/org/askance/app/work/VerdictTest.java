package org.askance.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.askance.app.report.VerdictText;
import org.askance.app.text.Strings;
import org.askance.model.evaluation.Bootstrap;
import org.askance.model.evaluation.Calibration;
import org.askance.model.evaluation.Classification;
import org.askance.storage.dataset.Split;
import org.junit.jupiter.api.Test;

/// Verdicts, and how they are said.
class VerdictTest {

    private final VerdictText text = new VerdictText(Strings.english());

    /// An evaluation of one question with two classes.
    private static Evaluation evaluation(String name, int[] truth, int[] predicted) {
        var result = Classification.of(truth, predicted, 2);
        List<Calibration.Bin> bins = Calibration.bins(new int[0], new float[0][]);
        var ids = new long[truth.length];
        Arrays.setAll(ids, i -> i);
        return new Evaluation(new Evaluation.About(1, name, Split.TEST, "project", truth.length, 0, "", 0, "1", "CPU"),
                Map.of("sarcasm", new Evaluation.TaskEvaluation(List.of("no", "yes"), result, Bootstrap.of(result), 1,
                        0, bins, bins, ids, truth, predicted)));
    }

    /// Every second pair is sarcastic, of `count`.
    private static int[] truth(int count) {
        var truth = new int[count];
        Arrays.setAll(truth, i -> i % 2);
        return truth;
    }

    /// Wrong in the pairs from `from` to before `to`.
    private static int[] wrong(int[] truth, int from, int to) {
        var predicted = truth.clone();
        for (int i = from; i < to; i++) {
            predicted[i] = 1 - truth[i];
        }
        return predicted;
    }

    private static final int[] TRUTH = truth(400);

    @Test
    void fewerErrorsOnManyPairsAreBetterAndTheOtherWayRoundWorse() {
        var old = evaluation("old", TRUTH, wrong(TRUTH, 0, 80));
        var better = evaluation("new", TRUTH, wrong(TRUTH, 0, 40));
        assertThat(Verdict.of(old, better, "sarcasm")).isInstanceOf(Verdict.Better.class);
        assertThat(text.of(old, better, "sarcasm").whole()).isEqualTo(
                "‘new’ is better on Sarcasm: macro-F1 0.800 → 0.900, McNemar p < 0.001 on 400 pairs.");
        assertThat(Verdict.of(better, old, "sarcasm")).isInstanceOf(Verdict.Worse.class);
    }

    @Test
    void whatChanceExplainsIsNoDifference() {
        var old = evaluation("old", TRUTH, wrong(TRUTH, 0, 40));
        var other = evaluation("new", TRUTH, wrong(TRUTH, 20, 64));
        assertThat(Verdict.of(old, other, "sarcasm")).isInstanceOf(Verdict.Undecided.class);
        assertThat(text.of(old, other, "sarcasm").whole())
                .isEqualTo("No difference can be told on Sarcasm: macro-F1 0.900 →"
                        + " 0.890, McNemar p = 0.652 on 400 pairs. Accuracy would have to differ by 3.5 points to be"
                        + " told from chance here.");
    }

    @Test
    void tooFewDifferencesSaySo() {
        var small = truth(20);
        var old = evaluation("old", small, wrong(small, 0, 5));
        var other = evaluation("new", small, small);
        assertThat(Verdict.of(old, other, "sarcasm")).isInstanceOf(Verdict.TooFew.class);
        assertThat(text.of(old, other, "sarcasm").whole())
                .isEqualTo("No difference can be told on Sarcasm: macro-F1 0.749 →"
                        + " 1.000. Of 20 pairs, 5 are right with one and wrong with the other; it takes at least 6 to tell. 20"
                        + " pairs are few: on others like them, accuracy may lie anywhere in 0.839–1.000.");
    }

    @Test
    void accuracyThatRisesWhileRareClassesLoseIsMixed() {
        var rare = new int[400];
        Arrays.fill(rare, 0, 20, 1);
        // The old one finds the 20 rare pairs at the price of 60 false alarms, the new one has neither.
        var old = wrong(rare, 20, 80);
        var other = new int[400];
        assertThat(Verdict.of(evaluation("old", rare, old), evaluation("new", rare, other), "sarcasm"))
                .isInstanceOf(Verdict.Mixed.class);
    }

    @Test
    void otherLabelsCannotBeCompared() {
        var old = evaluation("old", TRUTH, TRUTH);
        var other = evaluation("new", wrong(TRUTH, 0, 1), TRUTH);
        assertThat(Verdict.of(old, other, "sarcasm")).isEqualTo(new Verdict.Incomparable());
        assertThat(Verdict.of(old, other, "sentiment")).isEqualTo(new Verdict.Incomparable());
    }
}
