package org.askance.model.geometry;

/// Arithmetic on single vectors.
public final class Vectors {

    private Vectors() {}

    /// Inner product, summed in double precision.
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /// Squared Euclidean distance.
    public static double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = (double) a[i] - b[i];
            sum += d * d;
        }
        return sum;
    }

    /// Copies of `rows` at length 1; a row of zeros stays one.
    public static float[][] normalised(float[][] rows) {
        var unit = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double length = Math.sqrt(dot(rows[i], rows[i]));
            unit[i] = rows[i].clone();
            for (int k = 0; k < unit[i].length && length > 0; k++) {
                unit[i][k] /= (float) length;
            }
        }
        return unit;
    }

    /// The mean of `rows`; there must be one.
    public static float[] mean(float[][] rows) {
        var sum = new double[rows[0].length];
        for (var row : rows) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += row[k];
            }
        }
        var mean = new float[sum.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (float) (sum[k] / rows.length);
        }
        return mean;
    }
}
