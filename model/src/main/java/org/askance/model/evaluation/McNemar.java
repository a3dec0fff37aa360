package org.askance.model.evaluation;

/// Whether two classifiers err differently on the same examples (McNemar 1947), by the exact binomial test on
/// the examples that only one of them got right.
///
/// @param onlyFirst  examples that only the first got right
/// @param onlySecond examples that only the second got right
/// @param p          two-sided p-value; 1 if they never differ
public record McNemar(int onlyFirst, int onlySecond, double p) {

    private static final double LEVEL = 0.05;

    /// @param truth true class of each example, negative where there is none: such examples do not count
    public static McNemar of(int[] truth, int[] first, int[] second) {
        if (truth.length != first.length || truth.length != second.length) {
            throw new IllegalArgumentException("both must have classified the same examples");
        }
        int b = 0;
        int c = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0) {
                boolean one = first[i] == truth[i];
                boolean other = second[i] == truth[i];
                b += one && !other ? 1 : 0;
                c += !one && other ? 1 : 0;
            }
        }
        return of(b, c);
    }

    /// From the two counts.
    public static McNemar of(int onlyFirst, int onlySecond) {
        return new McNemar(onlyFirst, onlySecond, twoSided(onlyFirst, onlySecond));
    }

    /// The least difference in accuracy, on `count` examples, that two classifiers which differ on as many of them
    /// as these would have to show before this test, at 5 %, no longer puts it down to chance.
    ///
    /// @return 0 to 1; 1 where they differ on so few that no outcome could tell
    public double detectable(int count) {
        int differing = onlyFirst + onlySecond;
        int least = differing / 2;
        while (least >= 0 && twoSided(least, differing - least) >= LEVEL) {
            least--;
        }
        return least < 0 || count == 0 ? 1 : (double) (differing - 2 * least) / count;
    }

    private static double twoSided(int b, int c) {
        int n = b + c;
        // log of n choose k, step by step: the numbers themselves would overflow.
        double log = -n * Math.log(2);
        double sum = 0;
        for (int k = 0; k <= Math.min(b, c); k++) {
            sum += Math.exp(log);
            log += Math.log((double) (n - k) / (k + 1));
        }
        return Math.min(1, 2 * sum);
    }
}
