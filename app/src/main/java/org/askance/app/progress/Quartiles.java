package org.askance.app.progress;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long pairs took, in seconds: a quarter took less than `lower`, half less than `median`, a quarter more than
/// `upper`.
///
/// @param count of pairs, at least 1
record Quartiles(double lower, double median, double upper, int count) {

    /// With fewer pairs quarters are no quarters.
    static final int FEWEST = 4;

    /// `null` if there are none.
    static @Nullable Quartiles of(double[] seconds) {
        if (seconds.length == 0) {
            return null;
        }
        var sorted = seconds.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), sorted.length);
    }

    /// Between two values in proportion, as R and NumPy do unless told otherwise.
    private static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
