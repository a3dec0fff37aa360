package org.askance.model.evaluation;

/// The 95 % score interval of a share (Wilson 1927). Unlike resampling it stays honest where few examples are
/// all right or all wrong.
public final class Wilson {

    private static final double Z = 1.959964;

    private Wilson() {}

    /// @param share of `count` examples, 0 to 1
    public static Bootstrap.Interval of(double share, int count) {
        if (count == 0) {
            return new Bootstrap.Interval(0, 1);
        }
        double z2 = Z * Z;
        double middle = share + z2 / (2 * count);
        double half = Z * Math.sqrt(share * (1 - share) / count + z2 / (4.0 * count * count));
        double whole = 1 + z2 / count;
        return new Bootstrap.Interval(Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole));
    }
}
